// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"
#include "messagestore/relayrows.h"
#include "ui/pages/carriedout.h"
#include "ui/widgets/confirm.h"

#include <QObject>

namespace zalo {

class CureService;
class DeliveryService;
class MessageService;
class PairingService;

//! Runs the actions on an item of the activity: confirms the risky ones and reports the results.
class ActivityCommands : public QObject
{
    Q_OBJECT

public:
    //! The roles that act; they outlive it.
    struct Roles
    {
        MessageService& messages;
        DeliveryService& delivery;
        CureService& cures;
        PairingService& pairings;
    };

    //! `page` owns this object; questions are shown above it.
    ActivityCommands(const Roles& roles, QWidget* page);

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
    //! Says what a cure changes in the Gateway's configuration, and does it once that is confirmed.
    void cure(const ActivityItem& item, Cure cure);
    //! Takes the last cure of this item back.
    void undoCure(const ActivityItem& item);
    [[nodiscard]] bool canUndoCure(const ActivityItem& item) const;
    //! Looks whether a cure of an earlier run can be undone, and says where it cannot any more.
    void checkCure(const ActivityItem& item);
    //! Lets the item's sender, who asks by this request, talk to the bot.
    void approvePairing(const ActivityItem& item, const QString& requestId);
    void pauseThread(const ActivityItem& item, bool paused);
    //! What can be done about an item, without what was carried out already.
    [[nodiscard]] ActivityActions actionsOf(const ActivityItem& item) const;
    //! Replaces the confirmation, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    //! A cure was done, undone or looked at, or was not needed: canUndoCure() and actionsOf()
    //! changed.
    void cured(const zalo::ActivityItem& item);
    //! The progress or result of an action, as one sentence.
    void reported(const zalo::ActivityItem& item, const QString& text);

private:
    [[nodiscard]] Callback<bool> reportOf(const ActivityItem& item, const QString& done,
                                          const QString& known);
    void askForCure(const ActivityItem& item, Cure cure, const CurePlan& plan);
    void applyCure(const ActivityItem& item, Cure cure, const CurePlan& plan);

    MessageService& m_messages;
    DeliveryService& m_delivery;
    CureService& m_cures;
    PairingService& m_pairings;
    CarriedOut m_carriedOut;
    QWidget* m_page;
    Confirm m_confirm = &confirm;
};

} // namespace zalo
