// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/pendingcalls.h"

#include <algorithm>

namespace zalo {

PendingCalls::PendingCalls(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PendingCalls::expire);
}

void PendingCalls::add(qint64 id, QObject* context, const QString& method,
                       std::chrono::milliseconds deadline, Callback callback)
{
    m_calls.emplace(id, Call { context, method, QDeadlineTimer(deadline), std::move(callback) });
    armTimer();
}

void PendingCalls::settle(qint64 id, const RpcReply& reply)
{
    const auto it = m_calls.find(id);
    if (it == m_calls.end()) {
        return;
    }
    // Out of the list first: the callback may ask again, or be the end of us.
    const Call call = std::move(it->second);
    m_calls.erase(it);
    if (call.context) {
        call.callback(reply);
    }
}

void PendingCalls::failAll(const RpcError& error)
{
    m_timer.stop();
    const auto calls = std::exchange(m_calls, {});
    for (const auto& [id, call] : calls) {
        if (call.context) {
            call.callback(tl::unexpected(error));
        }
    }
}

void PendingCalls::expire()
{
    QList<std::pair<qint64, QString>> expired;
    for (const auto& [id, call] : m_calls) {
        if (call.deadline.hasExpired()) {
            expired.append({ id, call.method });
        }
    }
    const QPointer<PendingCalls> alive(this);
    for (const auto& [id, method] : std::as_const(expired)) {
        settle(id, tl::unexpected(rpcErrorFor({ ErrorKind::TimedOut, method })));
        if (!alive) {
            return;
        }
    }
    armTimer();
}

void PendingCalls::armTimer()
{
    if (m_calls.empty()) {
        return;
    }
    const auto earliest =
        std::min_element(m_calls.begin(), m_calls.end(), [](const auto& a, const auto& b) {
            return a.second.deadline < b.second.deadline;
        });
    m_timer.start(std::chrono::milliseconds(earliest->second.deadline.remainingTime()));
}

} // namespace zalo
