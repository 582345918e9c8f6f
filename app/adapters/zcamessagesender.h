// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/messagereferences.h"
#include "core/timing.h"
#include "relay/messagesender.h"
#include "zca/zcarunner.h"

namespace zalo {

//! The outbox's way to Zalo: one `zca msg …` for each message (ZCA.md 6).
class ZcaMessageSender : public QObject, public MessageSender
{
    Q_OBJECT

public:
    //! `runner` outlives the sender.
    ZcaMessageSender(ZcaRunner& runner, ZcaProgramProvider program,
                     MessageReferences::Lookup lookup, const Timing& timing,
                     QObject* parent = nullptr);

    void send(const OutboundPart& part, QObject* context, Callback<SendReceipt> done) override;
    [[nodiscard]] SendStage stageOf(const OutboundPart& part) const override;
    [[nodiscard]] bool needsConnection(OutboundKind kind, const QString& path) const override;
    [[nodiscard]] bool takesCaption(OutboundKind kind, const QString& path) const override;

signals:
    //! Zalo took a message of this profile: its login works.
    void verified(const QString& profile);

private:
    void answer(const OutboundPart& part, const ZcaProgram& program, QObject* context,
                const Callback<SendReceipt>& done);
    void refer(const OutboundPart& part, const ZcaProgram& program, QObject* context,
               const Callback<SendReceipt>& done);
    void run(const OutboundPart& part, ZcaDialect dialect, const QStringList& arguments,
             QObject* context, Callback<SendReceipt> done);

    ZcaRunner& m_runner;
    ZcaProgramProvider m_program;
    MessageReferences m_references;
    Timing m_timing;
};

} // namespace zalo
