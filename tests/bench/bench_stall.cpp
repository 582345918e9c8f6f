// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// How long the GUI thread is away at most: the real window and the real core in this process, on
// the simulator, while 10,000 contacts are refreshed and 100 messages a second arrive; with the
// contacts open, then with all messages; and with 2,000 conversations and one of them open.

#include "benchrow.h"
#include "bridgeapi/methods.h"
#include "cli/launchoptions.h"
#include "localcompanion/localcompanion.h"
#include "messagestore/relayschema.h"
#include "platform/autostart.h"
#include "platform/privatefolder.h"
#include "settings/settings.h"
#include "simulator.h"
#include "testgateway.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QListView>
#include <QProcess>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Friends = 10'000;
constexpr int Conversations = 2'000;
constexpr int MessagesOfEach = 10;
constexpr double LimitMs = 50;
constexpr std::chrono::milliseconds Beat { 5 };
constexpr std::chrono::milliseconds BetweenMessages { 10 };
constexpr int DeadlineMs = 120'000;
constexpr int RoundsOfAPage = 3;

//! Beats in the GUI thread, and keeps how far apart the beats were.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(&m_timer, [this] {
            gaps << double(m_since.nsecsElapsed()) / 1e6;
            m_since.start();
        });
        m_since.start();
        m_timer.start(Beat);
    }

    QList<double> gaps;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

//! Somebody who writes a hundred messages a second, in ten conversations.
class Crowd
{
public:
    Crowd()
    {
        m_inject.setStandardOutputFile(QProcess::nullDevice());
        m_inject.start(test::Simulator::path(), { u"ctl"_s, u"inject"_s, u"-"_s });
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(&m_inject, [this] {
            // What a late beat left out is made up for.
            for (const qint64 due = m_since.elapsed() / BetweenMessages.count(); m_count < due;
                 ++m_count) {
                write();
            }
        });
        m_timer.start(BetweenMessages);
    }
    ~Crowd()
    {
        m_timer.stop();
        m_inject.closeWriteChannel();
        if (!m_inject.waitForFinished()) {
            m_inject.kill();
            m_inject.waitForFinished();
        }
    }

private:
    void write()
    {
        const QJsonObject message { { u"threadId"_s,
                                      QString::number(365'000'000'000'000'000LL + m_count % 10) },
                                    { u"senderName"_s, u"Khách %1"_s.arg(m_count % 10) },
                                    { u"content"_s, u"Tin nhắn số %1"_s.arg(m_count) } };
        m_inject.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    }

    QProcess m_inject;
    QElapsedTimer m_since;
    QTimer m_timer;
    qint64 m_count = 0;
};

//! Sets the account's friends, while the GUI thread goes on.
bool fill(int friends)
{
    QProcess ctl;
    ctl.start(test::Simulator::path(), { u"ctl"_s, u"set"_s, u"friends=%1"_s.arg(friends) });
    return QTest::qWaitFor([&] { return ctl.state() == QProcess::NotRunning; }, DeadlineMs)
        && ctl.exitCode() == 0;
}

//! Stores messages of so many conversations, which the account takes over once it is known.
bool fillConversations(const QString& path)
{
    Database file({ path, relayMigrations(), false });
    return file.open() && file.begin()
        && file.change(u"WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n"
                       " WHERE i + 1 < ?) INSERT INTO inbound (profile, msg_id, thread_id,"
                       " is_group, received_ms, aged_ms, payload, state, taken_ms, outcome)"
                       " SELECT 'default', 'm' || i, 365100000000000000 + i % ?, 0, ? + i, ? + i,"
                       " '{\"text\":\"Cho mình hỏi giá của món này ' || i || '\",\"senderName\":"
                       "\"Khách ' || i % ? || '\"}', 'taken', 1, 'dispatched' FROM n"_s,
                       { Conversations * MessagesOfEach, Conversations, Clock().nowMs() - 3'600'000,
                         Clock().nowMs() - 3'600'000, Conversations })
        && file.commit();
}

CompanionOptions optionsOf(const LaunchPlaces& places)
{
    CompanionOptions options;
    options.paths = places.paths;
    options.bridgeAddress = places.bridge;
    options.mode = RunMode::Window;
    options.zca = places.zca;
    return options;
}

//! The whole core, signed in.
struct Core
{
    explicit Core(const LaunchPlaces& places)
        : companion(optionsOf(places))
    {
        addMethods(companion.bridge(), companion.roles(), companion.relay());
    }

    [[nodiscard]] bool start()
    {
        std::optional<bool> started;
        companion.start(&companion, [&](const Result<void>& done) { started = done.has_value(); });
        if (!QTest::qWaitFor([&] { return started.has_value(); }, DeadlineMs) || !*started
            || !companion.roles().sessions.adopt(u"default"_s)) {
            return false;
        }
        return QTest::qWaitFor(
            [this] {
                const ProfileSnapshot* now =
                    companion.roles().snapshots.snapshot().find(u"default"_s);
                return now && now->session.state == SessionState::Online;
            },
            DeadlineMs);
    }
    [[nodiscard]] bool refresh()
    {
        std::optional<bool> refreshed;
        companion.roles().contacts.refreshContacts(
            u"default"_s, &companion,
            [&](const Result<ContactCounts>& done) { refreshed = done.has_value(); });
        return QTest::qWaitFor([&] { return refreshed.has_value(); }, DeadlineMs) && *refreshed;
    }

    LocalCompanion companion;
};

void printRow(const QString& name, const Heartbeat& heartbeat)
{
    bench::BenchRow row;
    row.name = name;
    row.unit = u"ms"_s;
    row.value = bench::quantile(heartbeat.gaps, 1);
    row.limit = LimitMs;
    row.n = heartbeat.gaps.size();
    row.spread = bench::spread(heartbeat.gaps);
    row.print();
}

} // namespace

int main(int argc, char* argv[])
{
    const QApplication app(argc, argv);
    const test::Simulator simulator;
    qputenv("ZALO_COMPANION_ZCA", test::Simulator::path().toLocal8Bit());
    const Result<LaunchPlaces> places = launchPlaces(QProcessEnvironment::systemEnvironment(),
                                                     false, QApplication::applicationDirPath());
    if (!places || !fill(Friends) || !simulator.ctlSucceeds({ u"login"_s })) {
        qCritical("the simulator does not run");
        return 1;
    }
    if (!ensurePrivateFolder(places->paths.data)
        || !fillConversations(places->paths.relayDatabase())) {
        qCritical("the conversations are not stored");
        return 1;
    }
    Core core(*places);
    if (!core.start() || !core.refresh()) {
        qCritical("the companion does not run");
        return 1;
    }
    Settings settings(places->paths.config);
    Autostart autostart(places->paths.config, u"/usr/bin/zalo-companion"_s);
    MainWindow window(core.companion.roles(), settings, autostart);
    window.show();
    test::TestGateway gateway;
    if (!gateway.subscribe(*places->bridge.path())) {
        qCritical("the bridge does not open");
        return 1;
    }
    const Crowd crowd;
    bool isFewer = false;
    const auto refreshRepeatedly = [&] {
        for (int round = 0; round < RoundsOfAPage; ++round) {
            // One in a hundred comes or goes, somewhere in the list.
            isFewer = !isFewer;
            if (!fill(isFewer ? Friends * 99 / 100 : Friends) || !core.refresh()) {
                return false;
            }
            QTest::qWait(1000);
        }
        return true;
    };
    bool isRefreshed = true;
    {
        const Heartbeat heartbeat;
        window.showPage(MainWindow::Page::Contacts);
        isRefreshed = refreshRepeatedly();
        window.showPage(MainWindow::Page::Activity);
        window.findChild<QTabBar*>(u"activityTabs"_s)->setCurrentIndex(1);
        isRefreshed = isRefreshed && refreshRepeatedly();
        printRow(u"stall"_s, heartbeat);
    }
    {
        const Heartbeat heartbeat;
        window.findChild<QTabBar*>(u"activityTabs"_s)->setCurrentIndex(0);
        auto* list = window.findChild<QListView*>(u"conversations"_s);
        isRefreshed = isRefreshed
            && QTest::qWaitFor([&] { return list->model()->rowCount() > 0; }, DeadlineMs);
        list->setCurrentIndex(list->model()->index(0, 0));
        isRefreshed = isRefreshed && refreshRepeatedly();
        printRow(u"stall conversations"_s, heartbeat);
    }
    if (!isRefreshed) {
        qCritical("the lists are not refreshed");
    }
    return isRefreshed ? 0 : 1;
}
