// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "ui/widgets/confirm.h"

#include <QObject>

namespace zalo {

class DeliveryService;
class MessageService;

//! What a person can do about a line of the activity: it asks where that has a risk, and says what
//! became of it.
class ActivityCommands : public QObject
{
    Q_OBJECT

public:
    //! `page` owns it; questions are shown above it. The roles outlive it.
    ActivityCommands(MessageService& messages, DeliveryService& delivery, QWidget* page);

    void sendAgain(const ActivityItem& item);
    void deliverAnyway(const ActivityItem& item);
    void discard(const ActivityItem& item);
    void pauseThread(const ActivityItem& item, bool paused);
    //! Tests put in their own answer.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    //! One sentence about a command, also while it is under way.
    void reported(const zalo::ActivityItem& item, const QString& text);

private:
    MessageService& m_messages;
    DeliveryService& m_delivery;
    QWidget* m_page;
    Confirm m_confirm = &confirm;
};

} // namespace zalo
