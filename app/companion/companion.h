// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "contacts/contactlist.h"
#include "contacts/contactrows.h"
#include "core/callback.h"
#include "messagestore/relayrows.h"
#include "relay/outbox.h"
#include "session/loginstep.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace zalo {

class GatewaySetup;

//! The core as windows, bridge methods and terminal commands see it: one truthful snapshot, signals
//! when it changes, and what can be asked for. Every call with a `done` answers once, unless
//! `context` dies.
class Companion : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const Snapshot& snapshot() const = 0;

    //! Takes `profile` into the companion's care: it is listened to from now on, also after a
    //! restart.
    virtual void adopt(const QString& profile) = 0;

    //! Begins a login and gives its id; loginChanged() tells the steps. An earlier login of the
    //! same profile is cancelled.
    [[nodiscard]] virtual Result<QString> startLogin(const QString& profile) = 0;
    //! False when there is no such login under way.
    virtual bool cancelLogin(const QString& loginId) = 0;
    //! Ends the session and forgets the contacts. Zalo's own session stays valid (ZCA.md 3).
    virtual void logout(const QString& profile, QObject* context, Callback<void> done) = 0;
    //! Connects again now: after Zalo was opened elsewhere, or instead of waiting. BadRequest where
    //! there is nothing to reconnect.
    [[nodiscard]] virtual Result<void> reconnect(const QString& profile) = 0;

    //! Who is logged in. NotLoggedIn, or why it cannot be asked.
    virtual void account(const QString& profile, QObject* context, Callback<Account> done) = 0;
    virtual void friends(const QString& profile, const ContactQuery& query, QObject* context,
                         Callback<ContactPage<Friend>> done) = 0;
    virtual void groups(const QString& profile, const ContactQuery& query, QObject* context,
                        Callback<ContactPage<Group>> done) = 0;
    virtual void members(const QString& profile, const QString& groupId, const ContactQuery& query,
                         QObject* context, Callback<ContactPage<MemberWithRole>> done) = 0;
    //! Friends and groups, whole, as Zalo last told them; where it never did, it is asked first.
    virtual void contacts(const QString& profile, QObject* context, Callback<ContactList> done) = 0;
    virtual void refreshContacts(const QString& profile, QObject* context,
                                 Callback<ContactCounts> done) = 0;
    //! A contact's picture by its address, as AvatarCache::load().
    virtual void avatar(const QString& address, QObject* context, Callback<QImage> done) = 0;

    //! As Outbox::send().
    virtual void send(const OutboundRequest& request, QObject* context,
                      Callback<OutboundRow> done) = 0;
    //! As Outbox::outcome().
    virtual void outcome(const QString& owner, const QString& key, QObject* context,
                         Callback<std::optional<OutboundRow>> done) = 0;
    //! Shows the other side that somebody writes.
    virtual void sendTyping(const QString& profile, const ThreadRef& thread, QObject* context,
                            Callback<void> done) = 0;
    //! What the Gateway did with a message; false when it is not known.
    virtual void recordOutcome(const QString& profile, const QString& msgId, InboundOutcome outcome,
                               const QString& reason, QObject* context, Callback<bool> done) = 0;
    virtual void activity(const ActivityQuery& query, QObject* context,
                          Callback<ActivityList> done) = 0;
    //! Sends a failed or uncertain message again, or what of it did not go; once, however often it
    //! is asked for.
    virtual void sendAgain(qint64 id, QObject* context, Callback<OutboundRow> done) = 0;
    //! As InboundRelay::deliverAnyway() and discard().
    virtual void deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                               Callback<bool> done) = 0;
    virtual void discard(const QString& profile, qint64 seq, QObject* context,
                         Callback<bool> done) = 0;
    //! Pauses the bot in one thread, also over a restart: neither delivered nor sent.
    virtual void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                 QObject* context, Callback<void> done) = 0;

    //! Pauses all delivery and sending, also over a restart; messages are taken in all the same.
    virtual void setRelayPaused(bool paused) = 0;
    //! Ends the pause that Zalo's limit brought: the account sends again at once.
    virtual void endCoolDown(const QString& profile) = 0;
    //! How many messages an account may send a minute, on average.
    [[nodiscard]] virtual int sendsPerMinute() const = 0;
    //! From now on, also after a restart; 1 to 60.
    virtual void setSendsPerMinute(int count) = 0;
    //! The zca that was chosen; empty: it is looked for.
    [[nodiscard]] virtual QString chosenZca() const = 0;
    //! Uses the program at `path` from now on; empty: looks for one.
    virtual void chooseZca(const QString& path) = 0;

    //! How long finished messages are kept, in days.
    [[nodiscard]] virtual int retentionDays() const = 0;
    //! Keeps them so long from now on; older ones are deleted at once.
    virtual void setRetentionDays(int days) = 0;
    //! Deletes all that is stored here, waiting messages and the keys of Gateways too, and runs the
    //! program anew. Settings stay, and the login to Zalo, which is zca's.
    virtual void forgetEverything() = 0;
    //! Keeps the damaged data file beside where it was, and runs the program anew with an empty
    //! one. BadRequest where it is not damaged.
    [[nodiscard]] virtual Result<void> beginAnew() = 0;

    //! As Association::approve() and revoke().
    [[nodiscard]] virtual Result<void> approveGateway(const QString& id) = 0;
    [[nodiscard]] virtual Result<void> revokeGateway(const QString& id) = 0;
    //! A way to set up the Gateway of this machine for this companion; its caller keeps it.
    [[nodiscard]] virtual std::unique_ptr<GatewaySetup> gatewaySetup() = 0;

signals:
    void snapshotChanged();
    void loginChanged(const zalo::LoginStep& step);
    void contactsChanged(const QString& profile);
    //! Messages or gaps of a profile changed.
    void activityChanged(const QString& profile);
    //! The first Gateway was taken without a proof.
    void gatewayTaken(const QString& id, const QString& label);
    //! A further Gateway waits for approval.
    void gatewayWaits(const QString& id, const QString& label);
};

} // namespace zalo
