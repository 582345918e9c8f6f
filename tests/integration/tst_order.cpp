// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/methods.h"
#include "headlessoptions.h"
#include "localcompanion/localcompanion.h"
#include "simulator.h"
#include "testgateway.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
constexpr int Messages = 2'000;
constexpr int Page = 400; // of the activity
const QString Tam = u"365333052772575247"_s;

//! What a busy machine does between two lines must not count here.
CompanionOptions optionsIn(const QString& folder)
{
    CompanionOptions options = simulatorOptions(folder);
    options.policy.orderQuiet = 1s;
    options.policy.orderHold = 60s;
    return options;
}

} // namespace

//! zca prints some texts behind later ones; the Gateway gets them as they were sent.
class TestOrder : public QObject
{
    Q_OBJECT

private slots:
    void invertedLinesAreDeliveredInOrder()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        sim.ctl({ u"set"_s, u"inversions=20"_s, u"seed=3"_s });
        const QTemporaryDir folder;
        const CompanionOptions options = optionsIn(folder.path());
        LocalCompanion companion(options);
        addMethods(companion.bridge(), companion.roles(), companion.relay());
        bool started = false;
        companion.start(this, [&started](const Result<void>& done) { started = bool(done); });
        QTRY_VERIFY_WITH_TIMEOUT(started, Patience);
        QVERIFY(companion.roles().sessions.adopt(defaultProfile()));
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*options.bridgeAddress.path()));
        const auto session = [&companion] {
            const ProfileSnapshot* profile =
                companion.roles().snapshots.snapshot().find(defaultProfile());
            return profile ? profile->session.state : SessionState::NoCli;
        };
        QTRY_COMPARE_WITH_TIMEOUT(session(), SessionState::Online, Patience);
        // What comes before it is certain who is logged in is backlog.
        QVERIFY(!sim.inject(Tam, u"trước"_s).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), 1, Patience);
        gateway.delivered.clear();

        QVERIFY(sim.ctlSucceeds(
            { u"write"_s,
              u"{\"threadId\":\"%1\",\"content\":\"%n\",\"count\":%2}"_s.arg(Tam).arg(Messages) }));
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), Messages, 200'000);

        // They did not come so.
        const RpcReply activity = gateway.call(u"activity.list"_s, { { u"limit"_s, Page } });
        QVERIFY(activity);
        QStringList came;
        for (const auto& item : (*activity)[u"items"].toArray()) {
            came.prepend(item[u"messageId"].toString());
        }
        QCOMPARE(came.size(), Page);
        QVERIFY(!std::is_sorted(came.cbegin(), came.cend()));

        QList<qint64> times;
        QSet<QString> ids;
        for (const QJsonObject& params : std::as_const(gateway.delivered)) {
            times << params[u"timestamp"].toInteger();
            ids << params[u"msgId"].toString();
            QVERIFY(!params[u"backlog"].toBool());
        }
        QCOMPARE(ids.size(), Messages);
        QVERIFY(std::is_sorted(times.cbegin(), times.cend()));
        gateway.close();
    }
};

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
