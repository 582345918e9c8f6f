// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "ui/widgets/confirm.h"

#include <QObject>

namespace zalo {

class DeliveryService;
class MessageService;

//! Runs the actions on an item of the activity: confirms the risky ones and reports the results.
class ActivityCommands : public QObject
{
    Q_OBJECT

public:
    //! `page` owns this object; questions are shown above it. The roles outlive it.
    ActivityCommands(MessageService& messages, DeliveryService& delivery, QWidget* page);

    void sendAgain(const ActivityItem& item);
    //! A send that may have gone was seen in Zalo.
    void confirmArrived(const ActivityItem& item);
    void deliverAnyway(const ActivityItem& item);
    //! What the Gateway dropped or failed at is handed to it once more.
    void handAgain(const ActivityItem& item);
    //! A failed send or turn needs nobody any more.
    void dismiss(const ActivityItem& item);
    //! All messages of the item's account that are too old, too.
    void deliverExpired(const ActivityItem& item);
    void discard(const ActivityItem& item);
    void pauseThread(const ActivityItem& item, bool paused);
    //! Replaces the confirmation, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    //! The progress or result of an action, as one sentence.
    void reported(const zalo::ActivityItem& item, const QString& text);

private:
    MessageService& m_messages;
    DeliveryService& m_delivery;
    QWidget* m_page;
    Confirm m_confirm = &confirm;
};

} // namespace zalo
