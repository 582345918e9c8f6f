// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/responder.h"

using namespace Qt::StringLiterals;

namespace zalo {

struct Responder::State
{
    explicit State(Send s)
        : send(std::move(s))
    { }
    ~State()
    {
        if (!answered) {
            finish(tl::unexpected(
                rpcErrorFor({ ErrorKind::Internal, u"a request was left without an answer"_s })));
        }
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void finish(const tl::expected<QByteArray, RpcError>& reply)
    {
        if (!answered) {
            answered = true;
            send(reply);
        }
    }

    Send send;
    bool answered = false;
};

Responder::Responder(Send send)
    : m_state(std::make_shared<State>(std::move(send)))
{ }

void Responder::answer(const QJsonObject& result) const
{
    answerCompact(compactJson(result));
}

void Responder::answerCompact(const QByteArray& result) const
{
    m_state->finish(result);
}

void Responder::refuse(const RpcError& error) const
{
    m_state->finish(tl::unexpected(error));
}

void Responder::refuse(const Error& error) const
{
    refuse(rpcErrorFor(error));
}

bool Responder::answered() const
{
    return m_state->answered;
}

} // namespace zalo
