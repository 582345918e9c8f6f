// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "gatewaysetup/gatewaysetup.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace zalo::test {

//! A setup that does what a test says.
class FakeSetup : public GatewaySetup
{
public:
    FakeSetup()
        : GatewaySetup({})
    { }

    void look(Goal goal) override { asked << (goal == Goal::Undo ? u"look undo"_s : u"look"_s); }
    void run() override { asked << u"run"_s; }

    QStringList asked;
};

//! A companion that a test moves by hand: it answers at once with what was put in, and keeps what
//! it was asked for in `asked`, one line a call ("reconnect default").
class FakeCompanion : public Companion
{
public:
    using Companion::Companion;

    Snapshot now;
    QStringList asked;
    std::optional<Error> fails; //!< what every call that can fail answers with
    QString zca;
    int perMinute = 20;
    int days = 30;
    QList<Friend> friendList;
    QList<Group> groupList;
    QHash<QString, QList<MemberWithRole>> memberLists; //!< by group
    ActivityList activityPage;
    QList<OutboundRequest> sent;

    //! Shows `snapshot` from now on.
    void show(const Snapshot& snapshot)
    {
        now = snapshot;
        emit snapshotChanged();
    }

    [[nodiscard]] const Snapshot& snapshot() const override { return now; }
    void adopt(const QString& profile) override { asked << u"adopt " + profile; }
    [[nodiscard]] Result<QString> startLogin(const QString& profile) override
    {
        asked << u"startLogin " + profile;
        if (fails) {
            return tl::unexpected(*fails);
        }
        return u"login-%1"_s.arg(++m_logins);
    }
    bool cancelLogin(const QString& loginId) override
    {
        asked << u"cancelLogin " + loginId;
        return true;
    }
    void logout(const QString& profile, QObject*, Callback<void> done) override
    {
        asked << u"logout " + profile;
        done(answer());
    }
    [[nodiscard]] Result<void> reconnect(const QString& profile) override
    {
        asked << u"reconnect " + profile;
        return answer();
    }

    void account(const QString& profile, QObject*, Callback<Account> done) override
    {
        const ProfileSnapshot* known = now.find(profile);
        done(known && known->account ? Result<Account>(*known->account)
                                     : failure(ErrorKind::NotLoggedIn));
    }
    void friends(const QString&, const ContactQuery& query, QObject*,
                 Callback<ContactPage<Friend>> done) override
    {
        asked << u"friends " + query.query;
        answerPage(friendList, query, done);
    }
    void groups(const QString&, const ContactQuery& query, QObject*,
                Callback<ContactPage<Group>> done) override
    {
        asked << u"groups " + query.query;
        answerPage(groupList, query, done);
    }
    void members(const QString&, const QString& groupId, const ContactQuery& query, QObject*,
                 Callback<ContactPage<MemberWithRole>> done) override
    {
        asked << u"members " + groupId;
        answerPage(memberLists.value(groupId), query, done);
    }
    void refreshContacts(const QString& profile, QObject*, Callback<ContactCounts> done) override
    {
        asked << u"refreshContacts " + profile;
        if (fails) {
            done(tl::unexpected(*fails));
        } else {
            done(ContactCounts { int(friendList.size()), int(groupList.size()) });
        }
    }

    void send(const OutboundRequest& request, QObject*, Callback<OutboundRow> done) override
    {
        asked << u"send " + request.thread.id;
        sent << request;
        if (fails) {
            done(tl::unexpected(*fails));
        } else {
            done(OutboundRow());
        }
    }
    void outcome(const QString&, const QString&, QObject*,
                 Callback<std::optional<OutboundRow>> done) override
    {
        done(std::nullopt);
    }
    void sendTyping(const QString&, const ThreadRef&, QObject*, Callback<void> done) override
    {
        done(answer());
    }
    void recordOutcome(const QString&, const QString&, InboundOutcome, const QString&, QObject*,
                       Callback<bool> done) override
    {
        done(true);
    }
    void activity(const ActivityQuery&, QObject*, Callback<ActivityList> done) override
    {
        asked << u"activity"_s;
        done(activityPage);
    }

    void contacts(const QString& profile, QObject*, Callback<ContactList> done) override
    {
        asked << u"contacts " + profile;
        if (fails) {
            done(tl::unexpected(*fails));
            return;
        }
        QList<std::shared_ptr<ListedContact>> rows;
        const auto add = [&rows](const ContactEntry& entry, bool isGroup) {
            rows << std::make_shared<ListedContact>(
                ListedContact { entry, isGroup, false, searchKey(entry) });
        };
        for (const Friend& person : friendList) {
            add(entryOf(person), false);
        }
        for (const Group& group : groupList) {
            add(entryOf(group), true);
        }
        done(ContactList(rows, 1));
    }
    void avatar(const QString& address, QObject*, Callback<QImage> done) override
    {
        asked << u"avatar " + address;
        done(failure(ErrorKind::FileUnreadable));
    }
    void sendAgain(qint64 id, QObject*, Callback<OutboundRow> done) override
    {
        asked << u"sendAgain %1"_s.arg(id);
        done(fails ? Result<OutboundRow>(tl::unexpected(*fails)) : OutboundRow());
    }
    void deliverAnyway(const QString&, qint64 seq, QObject*, Callback<bool> done) override
    {
        asked << u"deliverAnyway %1"_s.arg(seq);
        done(true);
    }
    void discard(const QString&, qint64 seq, QObject*, Callback<bool> done) override
    {
        asked << u"discard %1"_s.arg(seq);
        done(true);
    }
    void setThreadPaused(const QString&, const ThreadRef& thread, bool paused, QObject*,
                         Callback<void> done) override
    {
        asked << (paused ? u"pauseThread "_s : u"resumeThread "_s) + thread.id;
        done(answer());
    }

    void setRelayPaused(bool paused) override { asked << (paused ? u"pause"_s : u"resume"_s); }
    void endCoolDown(const QString& profile) override { asked << u"endCoolDown " + profile; }
    [[nodiscard]] int sendsPerMinute() const override { return perMinute; }
    void setSendsPerMinute(int count) override
    {
        asked << u"setSendsPerMinute %1"_s.arg(count);
        perMinute = count;
    }
    [[nodiscard]] QString chosenZca() const override { return zca; }
    void chooseZca(const QString& path) override
    {
        asked << u"chooseZca " + path;
        zca = path;
    }
    [[nodiscard]] int retentionDays() const override { return days; }
    void setRetentionDays(int kept) override
    {
        asked << u"setRetentionDays %1"_s.arg(kept);
        days = kept;
    }
    [[nodiscard]] std::unique_ptr<GatewaySetup> gatewaySetup() override
    {
        asked << u"gatewaySetup"_s;
        return std::make_unique<FakeSetup>();
    }
    void forgetEverything() override { asked << u"forgetEverything"_s; }
    [[nodiscard]] Result<void> beginAnew() override
    {
        asked << u"beginAnew"_s;
        return answer();
    }
    [[nodiscard]] Result<void> approveGateway(const QString& id) override
    {
        asked << u"approveGateway " + id;
        return answer();
    }
    [[nodiscard]] Result<void> revokeGateway(const QString& id) override
    {
        asked << u"revokeGateway " + id;
        return answer();
    }

private:
    [[nodiscard]] Result<void> answer() const
    {
        return fails ? Result<void>(tl::unexpected(*fails)) : Result<void>();
    }

    template <typename T>
    void answerPage(const QList<T>& items, const ContactQuery& query,
                    const Callback<ContactPage<T>>& done) const
    {
        if (fails) {
            done(tl::unexpected(*fails));
            return;
        }
        const int from = query.cursor.toInt();
        ContactPage<T> page;
        page.items = items.mid(from, query.limit);
        page.total = int(items.size());
        page.refreshedAtMs = 1;
        if (from + page.items.size() < items.size()) {
            page.nextCursor = QString::number(from + page.items.size());
        }
        done(page);
    }

    int m_logins = 0;
};

} // namespace zalo::test
