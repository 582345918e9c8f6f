// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "headlessoptions.h"
#include "localcompanion/localcompanion.h"
#include "simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

QSet<QString> groupsOnZalo()
{
    QProcess zca;
    zca.start(Simulator::path(), { u"group"_s, u"list"_s, u"-j"_s });
    QSet<QString> ids;
    if (zca.waitForFinished(Patience)) {
        const QJsonArray groups = QJsonDocument::fromJson(zca.readAllStandardOutput()).array();
        for (const QJsonValue& group : groups) {
            ids << group[u"groupId"].toString();
        }
    }
    return ids;
}

} // namespace

//! The account is taken into a group on the phone; the companion learns it from the first message.
class TestFreshContacts : public QObject
{
    Q_OBJECT

private slots:
    void aMessageFromANewGroup()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        sim.ctl({ u"set"_s, u"groups=13"_s });
        const QSet<QString> later = groupsOnZalo();
        sim.ctl({ u"set"_s, u"groups=12"_s });
        const QSet<QString> fresh = later - groupsOnZalo();
        QCOMPARE(fresh.size(), 1);
        const QTemporaryDir folder;
        CompanionOptions options = simulatorOptions(folder.path());
        options.policy.contactPause = 100ms;
        LocalCompanion companion(options);
        const Companion roles = companion.roles();
        QVERIFY(
            awaited<void>([&](QObject* context, auto done) { companion.start(context, done); }));
        QVERIFY(roles.sessions.adopt(defaultProfile()));
        const auto groups = [&roles] {
            const auto page = awaited<ContactPage<Group>>([&](QObject* context, auto done) {
                roles.contacts.groups(defaultProfile(), {}, context, done);
            });
            return page ? page->total : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(groups(), 12, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(sim.ctlSucceeds({ u"wait"_s, u"listener"_s }), Patience);
        sim.ctl({ u"set"_s, u"groups=13"_s });
        QVERIFY(!sim.inject(*fresh.cbegin(), u"Chào cả nhà"_s).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(groups(), 13, Patience);
        // One list of each at the start, one more: it is not asked for again and again.
        QVERIFY(sim.starts(u"group.list"_s).size() <= 2 + 3);
    }
};

QTEST_GUILESS_MAIN(TestFreshContacts)
#include "tst_freshcontacts.moc"
