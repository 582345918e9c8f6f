// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/messageintake.h"

#include "adapters/deliverypayload.h"
#include "core/logging.h"
#include "core/redact.h"
#include "localcompanion/contactupkeep.h"
#include "localcompanion/missedtime.h"
#include "localcompanion/threadpauses.h"
#include "relay/inboundrelay.h"
#include "session/sessioncontroller.h"

namespace zalo {

MessageIntake::MessageIntake(SessionController& session, InboundRelay& relay, ContactUpkeep& upkeep,
                             MissedTime& missed, ThreadPauses& pauses, Clock clock, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_relay(relay),
      m_upkeep(upkeep),
      m_missed(missed),
      m_pauses(pauses),
      m_clock(std::move(clock))
{
    connect(&m_session, &SessionController::message, this, &MessageIntake::ingest);
}

void MessageIntake::setEarlierAccount(const QString& account)
{
    m_earlierAccount = account;
    m_lastAccount = account;
}

//! Whose message it is; empty: not known yet. What came before the listener that runs is of whom
//! was last verified, or says itself whose it is.
QString MessageIntake::accountOf(const InboundMessage& message, MessageOrigin origin) const
{
    const bool isIncoming = !message.isGroup && message.senderId == message.threadId;
    if (origin != MessageOrigin::Listener && isIncoming && !message.toId.isEmpty()) {
        return message.toId;
    }
    if (origin == MessageOrigin::History && message.isSelf) {
        return message.senderId;
    }
    switch (origin) {
    case MessageOrigin::Listener:
        return m_session.listeningAccount().isEmpty() && isIncoming ? message.toId
                                                                    : m_session.listeningAccount();
    case MessageOrigin::EarlierRun:
        return m_earlierAccount;
    case MessageOrigin::History:
        return m_lastAccount;
    }
    Q_UNREACHABLE();
}

InboundRow MessageIntake::rowOf(const InboundMessage& message, MessageOrigin origin) const
{
    InboundRow row;
    row.profile = m_session.profile();
    row.account = accountOf(message, origin);
    if (message.isSelf || (!row.account.isEmpty() && message.senderId == row.account)) {
        row.state = InboundState::Own;
    }
    row.msgId = message.msgId;
    row.thread = { message.threadId, message.isGroup };
    row.receivedMs = m_clock.nowMs();
    row.agedMs = message.timestampMs;
    row.payload = deliveryPayload(message);
    if (origin == MessageOrigin::History) {
        row.payload[QLatin1String("recovered")] = true;
    }
    return row;
}

void MessageIntake::ingest(const InboundMessage& message, quint64 token, MessageOrigin origin)
{
    const InboundRow row = rowOf(message, origin);
    const bool isRecovered = origin == MessageOrigin::History;
    if (isRecovered && row.account != m_lastAccount) {
        return; // somebody else has logged in since: they missed nothing
    }
    if (isRecovered) {
        m_missed.expect();
    }
    if (origin == MessageOrigin::Listener && row.state != InboundState::Own) {
        m_upkeep.onMessage(row.profile, row.thread, message.senderId);
    }
    const bool isOwn = row.state == InboundState::Own;
    m_relay.ingest(row, this,
                   [this, token, isRecovered, isOwn, writtenMs = message.timestampMs,
                    lane = LaneKey { row.profile, row.account, row.thread },
                    id = message.msgId](const Result<bool>& stored) {
                       if (isRecovered) {
                           m_missed.stored(
                               stored.map([isOwn](bool isNew) { return isNew && !isOwn; }),
                               writtenMs);
                       }
                       if (isOwn && stored && *stored) {
                           m_pauses.onOwnMessage(lane, writtenMs);
                       }
                       onStored(stored, token, id);
                   });
}

//! What is not confirmed stays in the spool file, and is read again at the next start.
void MessageIntake::onStored(const Result<bool>& stored, quint64 token, const QString& msgId)
{
    if (stored) {
        m_session.confirm(token);
        return;
    }
    qCWarning(lcRelay).noquote() << "message" << redactId(msgId) << "was not stored:"
                                 << errorText(stored.error(), TextLanguage::English);
}

} // namespace zalo
