// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "rpc/rpcmessage.h"

#include <functional>
#include <memory>

namespace zalo {

//! The right to answer one request, now or later. Copies share it: the first answer is sent, later
//! ones are ignored. When the last copy goes without an answer, the other side gets an internal
//! error. Answering after the connection has closed does nothing.
class Responder
{
public:
    //! A result as compactJson() makes it, or the error.
    using Send = std::function<void(const tl::expected<QByteArray, RpcError>&)>;

    explicit Responder(Send send);

    void answer(const QJsonObject& result) const;
    //! With a result that was made compact before: what is asked for often is serialised once.
    void answerCompact(const QByteArray& result) const;
    void refuse(const RpcError& error) const;
    void refuse(const Error& error) const;
    [[nodiscard]] bool answered() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace zalo
