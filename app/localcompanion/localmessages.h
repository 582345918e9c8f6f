// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/messageservice.h"
#include "platform/fileguard.h"
#include "zca/zcarunner.h"

namespace zalo {

class SessionGate;

//! Sends messages through the outbox of this machine.
class LocalMessages : public MessageService
{
    Q_OBJECT

public:
    //! Of a file that is sent.
    static constexpr qint64 MaxFileBytes = qint64(1024) * 1024 * 1024;

    //! All outlive it. `files`: which ones may be sent. `commandDeadline` bounds the command that
    //! shows the typing.
    LocalMessages(SessionGate& gate, Outbox& outbox, RelayStore& store, ZcaRunner& runner,
                  FileGuard files, std::chrono::milliseconds commandDeadline,
                  QObject* parent = nullptr);

    void send(const OutboundRequest& request, QObject* context,
              Callback<OutboundRow> done) override;
    void outcome(const QString& owner, const QString& key, QObject* context,
                 Callback<std::optional<OutboundRow>> done) override;
    void sendAgain(qint64 id, QObject* context, Callback<OutboundRow> done) override;
    void settle(const QString& profile, qint64 id, SendSettlement how, QObject* context,
                Callback<bool> done) override;
    void dismiss(const QString& profile, const QList<qint64>& ids, QObject* context,
                 Callback<int> done) override;
    void sendTyping(const QString& profile, const ThreadRef& thread, QObject* context,
                    Callback<void> done) override;

private:
    [[nodiscard]] Result<void> mayGo(const OutboundRequest& request) const;
    void sendUnderFreeKey(OutboundRequest request, qint64 id, int round, QObject* context,
                          Callback<OutboundRow> done);

    SessionGate& m_gate;
    Outbox& m_outbox;
    RelayStore& m_store;
    ZcaRunner& m_runner;
    FileGuard m_files;
    std::chrono::milliseconds m_commandDeadline;
};

} // namespace zalo
