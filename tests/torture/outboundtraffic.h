// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger.h"

#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

namespace zalo::torture {

class CompanionLink;
class World;

//! The Gateway's side of sending: each message has its key, and a key whose answer was lost with
//! its connection is asked for again, in order, as the plugin does.
class OutboundTraffic : public QObject
{
    Q_OBJECT

public:
    OutboundTraffic(const World& world, CompanionLink& link, quint32 seed,
                    QObject* parent = nullptr);

    void start();
    void stop();
    //! Asks for several at once, besides what it asks for anyway.
    void burst();
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    [[nodiscard]] const QList<Requested>& messages() const { return m_messages; }

signals:
    //! The same key got another answer than before.
    void contradicted(const QString& details);

private:
    void sendNew();
    void ask(qsizetype index);
    void answered(qsizetype index, const QString& answer);
    void askAgain();

    const World& m_world;
    CompanionLink& m_link;
    QRandomGenerator m_random;
    QTimer m_timer;
    QList<Requested> m_messages;
    QList<QJsonObject> m_params;
    QList<int> m_timesAsked; //!< per message
    int m_unanswered = 0;
};

} // namespace zalo::torture
