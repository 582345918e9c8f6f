// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "rpc/rpcmessage.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace zalo {

//! The requests of one channel that wait for their answer, each with a deadline of its own.
class PendingCalls : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(RpcReply)>;

    explicit PendingCalls(QObject* parent = nullptr);

    //! `method` is named when there is no answer in time.
    void add(qint64 id, QObject* context, const QString& method, std::chrono::milliseconds deadline,
             Callback callback);
    [[nodiscard]] bool isWaiting(qint64 id) const { return m_calls.contains(id); }
    //! Answers one; an id that does not wait (any more) is ignored.
    void settle(qint64 id, const RpcReply& reply);
    //! Answers all with one error.
    void failAll(const RpcError& error);

private:
    struct Call
    {
        QPointer<QObject> context;
        QString method;
        QDeadlineTimer deadline;
        Callback callback;
    };

    void expire();
    void armTimer();

    std::map<qint64, Call> m_calls;
    QTimer m_timer; //!< one for all, at the earliest deadline
};

} // namespace zalo
