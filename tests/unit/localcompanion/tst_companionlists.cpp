// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "localcompanion/localcompanion.h"
#include "platform/privatefolder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString home = u"default"_s;
const ThreadRef duc { u"365000000000000001"_s, false };

OutboundRow outbound(const QString& key)
{
    OutboundRow row;
    row.owner = u"gateway"_s;
    row.key = key;
    row.profile = home;
    row.thread = duc;
    row.createdMs = 2'000;
    row.deadlineMs = 3'000;
    row.parts = { { u"một"_s, OutboundState::Queued, {} },
                  { u"hai"_s, OutboundState::Queued, {} } };
    return row;
}

} // namespace

//! What windows ask of a companion beyond the bridge, on a companion without zca and with what an
//! earlier run has stored.
class TestCompanionLists : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalCompanion> m_companion;
    CompanionOptions m_options;

    [[nodiscard]] Companion roles() const { return m_companion->roles(); }

    void fillStores(const RuntimePaths& paths)
    {
        QVERIFY(ensurePrivateFolder(paths.data));
        Worker worker(u"sqlite"_s);
        RelayStore relay(&worker, { paths.relayDatabase() });
        QVERIFY(awaited<RelayRecovery>(
            [&](QObject* context, auto done) { relay.open(context, done); }));
        InboundRow row;
        row.profile = home;
        row.msgId = u"m1"_s;
        row.thread = duc;
        row.receivedMs = 1'000;
        row.payload = { { u"text"_s, u"xin chào"_s }, { u"senderName"_s, u"Anh Đức"_s } };
        QVERIFY(awaited<bool>(
            [&](QObject* context, auto done) { relay.inbound().append(row, context, done); }));
        QVERIFY(awaited<EnqueuedOutbound>([&](QObject* context, auto done) {
            relay.outbound().enqueue(outbound(u"k"_s), context, done);
        }));
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            relay.outbound().finishPart(home, 1, 0, OutboundState::Sent, { u"z1"_s }, context,
                                        done);
        }));
        QVERIFY(awaited<OutboundRow>([&](QObject* context, auto done) {
            relay.outbound().finish(home, 1, OutboundState::Failed,
                                    Error { ErrorKind::Offline, {} }, context, done);
        }));
        ContactStore contacts(&worker, { paths.contactsDatabase() });
        QVERIFY(awaited<void>([&](QObject* context, auto done) { contacts.open(context, done); }));
        Friend person;
        person.userId = duc.id;
        person.displayName = u"Nguyễn Đức"_s;
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            contacts.replaceFriends(home, { person }, context, done);
        }));
        QVERIFY(awaited<void>(
            [&](QObject* context, auto done) { contacts.replaceGroups(home, {}, context, done); }));
    }

    QList<ActivityItem> activity(bool withText)
    {
        ActivityQuery query;
        query.withText = withText;
        const auto list = awaited<ActivityList>(
            [&](QObject* context, auto done) { roles().activity.activity(query, context, done); });
        return list.value_or(ActivityList()).items;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString root = m_folder->path();
        RuntimePaths paths;
        paths.config = root + u"/config"_s;
        paths.data = root + u"/data"_s;
        paths.state = root + u"/state"_s;
        paths.cache = root + u"/cache"_s;
        fillStores(paths);
        m_options = CompanionOptions();
        m_options.paths = paths;
        m_options.bridgeAddress = SocketAddress(QString(root + u"/run/bridge.sock"_s));
        m_options.mode = RunMode::Headless;
        m_options.zca.environment = QProcessEnvironment();
        m_options.zca.home = root;
        m_options.zca.systemFolders.clear();
        m_companion = std::make_unique<LocalCompanion>(m_options);
        const auto started =
            awaited<void>([&](QObject* context, auto done) { m_companion->start(context, done); });
        QVERIFY2(started, qPrintable(started ? QString() : errorText(started.error())));
    }

    void cleanup() { m_companion.reset(); }

    void contactsAreThereWithoutZca()
    {
        const auto list = awaited<ContactList>(
            [&](QObject* context, auto done) { roles().contacts.contacts(home, context, done); });
        QVERIFY(list);
        QCOMPARE(list->rows().size(), 1);
        QCOMPARE(list->rows().first()->entry.id, duc.id);
        const auto other = awaited<ContactList>([&](QObject* context, auto done) {
            roles().contacts.contacts(u"other"_s, context, done);
        });
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::ZcaMissing);
    }

    void activityHasWordsAndNamesForAWindow()
    {
        const QList<ActivityItem> items = activity(true);
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(0).text->body, u"một\nhai"_s);
        QCOMPARE(items.at(1).text->body, u"xin chào"_s);
        QCOMPARE(items.at(1).text->senderName, u"Anh Đức"_s);
        for (const ActivityItem& item : items) {
            QCOMPARE(item.text->threadName, u"Nguyễn Đức"_s);
            QVERIFY(!item.text->isThreadPaused);
        }
        for (const ActivityItem& item : activity(false)) {
            QVERIFY(!item.text);
        }
    }

    void aPausedThreadIsToldAndTellsOfTheChange()
    {
        QSignalSpy changed(&roles().activity, &ActivityService::activityChanged);
        const auto pause = [this](bool paused) {
            return awaited<void>([&](QObject* context, auto done) {
                roles().delivery.setThreadPaused(home, duc, paused, context, done);
            });
        };
        QVERIFY(pause(true));
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(activity(true).first().text->isThreadPaused);
        QVERIFY(pause(false));
        QVERIFY(!activity(true).first().text->isThreadPaused);
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            roles().delivery.takeOver(home, duc, context, done);
        }));
        const ActivityText text = *activity(true).first().text;
        QVERIFY(text.isThreadPaused);
        QCOMPARE(text.pauseCause, PauseCause::Person);
        QVERIFY(text.pausedUntilMs >= before + m_options.policy.takeOver.count());
    }

    void discardsAndDelivers()
    {
        const qint64 seq = activity(false).constLast().id;
        const auto discarded = awaited<bool>([&](QObject* context, auto done) {
            roles().delivery.discard(home, seq, context, done);
        });
        QVERIFY(discarded && *discarded);
        QCOMPARE(activity(false).constLast().state, ActivityState::Discarded);
        const auto delivered = awaited<bool>([&](QObject* context, auto done) {
            roles().delivery.deliverAnyway(home, seq, context, done);
        });
        QVERIFY(delivered && !*delivered); // it is neither waiting nor dead any more
    }

    void onlyWhatDidNotGoIsSentAgain()
    {
        const auto again = [this](qint64 id) {
            return awaited<OutboundRow>([&](QObject* context, auto done) {
                roles().messages.sendAgain(id, context, done);
            });
        };
        const auto unknown = again(77);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::BadRequest);
        // Without zca nothing is stored and nothing is sent.
        const auto failed = again(1);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::ZcaMissing);
        QCOMPARE(activity(false).size(), 2);
    }

    void paceOfSendingIsKept()
    {
        QCOMPARE(roles().settings.sendsPerMinute(), 20);
        roles().settings.setSendsPerMinute(12);
        QCOMPARE(roles().settings.sendsPerMinute(), 12);
        QCOMPARE(Settings(m_options.paths.config).sendsPerMinute(), 12);
        roles().settings.setSendsPerMinute(100'000);
        QCOMPARE(roles().settings.sendsPerMinute(), 60);
        roles().settings.setSendsPerMinute(0);
        QCOMPARE(roles().settings.sendsPerMinute(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCompanionLists)
#include "tst_companionlists.moc"
