// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000;

const QString Lan = u"365333052772575247"_s;
const QString Tam = u"921115718368007661"_s;

//! A session whose zca has a history.
struct Fixture : SessionFixture
{
    Fixture()
        : SessionFixture({ u"login"_s })
    {
        policy.historyDeadline = 20s;
        program.capabilities |= ZcaCapability::Database;
        build();
    }

    //! `ms`: when, by Zalo's clock; 0: now.
    void write(const QString& thread, const QString& text, bool own = false, qint64 ms = 0) const
    {
        QJsonObject message { { u"threadId"_s, thread },
                              { u"content"_s, text },
                              { u"own"_s, own } };
        if (ms > 0) {
            message[u"ts"_s] = ms;
        }
        sim.ctl({ u"write"_s,
                  QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)) });
    }

    //! False when the outage was not noticed.
    [[nodiscard]] bool goesOffline() const
    {
        sim.ctl({ u"net"_s, u"off"_s });
        return QTest::qWaitFor([this] { return state() == SessionState::Offline; }, Patience);
    }

    [[nodiscard]] bool comesBack() const
    {
        sim.ctl({ u"net"_s, u"on"_s });
        return QTest::qWaitFor([this] { return state() == SessionState::Online; }, Patience);
    }
};

} // namespace

//! What was written while nothing was connected comes all the same.
class TestMissedMessages : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenInAnOutageComesInOrder()
    {
        Fixture f;
        QVERIFY(f.comesOnline());
        f.sim.inject(Lan, u"một"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.texts, QStringList { u"một"_s }, Patience);
        QVERIFY(f.sim.starts(u"db.sync.chats"_s).isEmpty());
        QVERIFY(f.goesOffline());
        f.write(Lan, u"hai"_s);
        f.write(Tam, u"ba"_s);
        f.write(Lan, u"của tôi"_s, true);
        f.write(Lan, u"bốn"_s);
        f.texts.clear();
        QVERIFY(f.comesBack());
        f.texts.removeAll(u"một"_s); // may come again: the store knows it
        QCOMPARE(f.texts, QStringList({ u"hai"_s, u"ba"_s, u"của tôi"_s, u"bốn"_s }));
        f.sim.inject(Lan, u"năm"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.texts.last(), u"năm"_s, Patience);
        QVERIFY(!f.states.contains(SessionState::Duplicate));
        // zca is as it was before, and nothing of it is left.
        QVERIFY(!f.sim.starts(u"db.disable"_s).isEmpty());
        QVERIFY(QDir(f.folder.filePath(u"work"_s))
                    .entryList({ u"history-*"_s }, QDir::AllEntries)
                    .isEmpty());
    }

    //! The listener connects while it is read. What it hears meanwhile is newer.
    void whatIsHeardMeanwhileComesLater()
    {
        Fixture f;
        f.program.capabilities |= ZcaCapability::NoDatabase;
        f.build();
        QList<std::pair<qint64, bool>> asked;
        connect(f.session.get(), &SessionController::historyAsked, this,
                [&](qint64 fromMs, bool isComplete) {
                    asked.append({ fromMs, isComplete });
                });
        f.write(Lan, u"một"_s);
        f.sim.ctl({ u"set"_s, u"slow=5000@db.chat.messages"_s });
        const qint64 since = QDateTime::currentMSecsSinceEpoch() - 60'000;
        f.session->missedSince(since);
        QVERIFY(f.comesOnline());
        f.sim.inject(Lan, u"hai"_s);
        f.sim.inject(Tam, u"ba"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.texts.size(), 3, Patience);
        QCOMPARE(f.texts, QStringList({ u"một"_s, u"hai"_s, u"ba"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, Patience);
        QVERIFY(asked.first().second);
        QVERIFY(asked.first().first <= since);
        QVERIFY(!f.states.contains(SessionState::Duplicate));
    }

    void whatAnEarlierRunMissed()
    {
        Fixture f;
        f.write(Lan, u"không ai nghe"_s);
        f.session->missedSince(QDateTime::currentMSecsSinceEpoch() - 60'000);
        QVERIFY(f.comesOnline());
        QCOMPARE(f.texts, QStringList { u"không ai nghe"_s });
        QCOMPARE(f.sim.starts(u"db.sync.chats"_s).size(), 1);
    }

    void onlyAfterAnOutage()
    {
        Fixture f;
        f.write(Lan, u"trước"_s);
        QVERIFY(f.comesOnline());
        QVERIFY(f.texts.isEmpty());
        QVERIFY(f.sim.starts(u"db.sync.chats"_s).isEmpty());
    }

    void whereZcaKnowsNone()
    {
        Fixture f;
        f.program.capabilities.setFlag(ZcaCapability::Database, false);
        f.session->missedSince(1);
        QVERIFY(f.comesOnline());
        QVERIFY(f.sim.starts(u"db.status"_s).isEmpty());
    }

    //! The connection does not wait for it, and it is asked for the next time.
    void whatCouldNotBeAskedIsAskedForLater()
    {
        Fixture f;
        f.policy.historyDeadline = 5s;
        f.build();
        f.write(Lan, u"lâu rồi"_s);
        f.sim.ctl({ u"set"_s, u"hang=db.sync.chats@once"_s });
        f.session->missedSince(QDateTime::currentMSecsSinceEpoch() - 60'000);
        QVERIFY(f.comesOnline());
        QVERIFY(f.texts.isEmpty());
        f.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.texts, QStringList { u"lâu rồi"_s }, Patience);
    }

    //! Nothing has to break for it.
    void itIsAskedAgainByItself()
    {
        Fixture f;
        f.policy.historyRetry = { 200ms, 200ms };
        f.policy.quietMoment = 100ms;
        f.build();
        f.write(Lan, u"lâu rồi"_s);
        f.sim.ctl({ u"set"_s, u"exit=1@db.sync.chats@once"_s });
        f.session->missedSince(QDateTime::currentMSecsSinceEpoch() - 60'000);
        QVERIFY(f.comesOnline());
        QTRY_COMPARE_WITH_TIMEOUT(f.texts, QStringList { u"lâu rồi"_s }, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.sim.starts(u"db.sync.chats"_s).size(), 2);
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.gaps.first().second, GapCause::AsksHistory);
        const auto change = f.changeTo(SessionState::Reconnecting);
        QVERIFY(change);
        QCOMPARE(change->reason, StateReason(StateCause::AsksHistory));
    }

    //! Neither the question nor the connection tells of it.
    void whatIsWrittenBetweenTheTwoComesByItself()
    {
        Fixture f;
        f.policy.quietMoment = 100ms;
        f.build();
        f.sim.ctl({ u"set"_s, u"connect-delay=5000"_s });
        f.write(Lan, u"một"_s);
        f.session->missedSince(QDateTime::currentMSecsSinceEpoch() - 60'000);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(!f.sim.starts().isEmpty(), Patience);
        f.write(Lan, u"hai"_s);
        f.sim.ctl({ u"set"_s, u"connect-delay="_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QVERIFY(f.texts.contains(u"một"_s));
        QTRY_VERIFY_WITH_TIMEOUT(f.texts.contains(u"hai"_s), Patience);
        QVERIFY(f.sim.starts(u"db.sync.chats"_s).size() >= 2);
    }

    //! Nobody else wrote then, so there was no second question.
    void whatIsWrittenBetweenTheTwoComesAfterTheNextOutage()
    {
        Fixture f;
        f.policy.historyMargin = 0ms;
        f.build();
        f.sim.ctl({ u"set"_s, u"connect-delay=5000"_s });
        f.write(Lan, u"một"_s);
        f.session->missedSince(QDateTime::currentMSecsSinceEpoch() - 60'000);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(!f.sim.starts().isEmpty(), Patience);
        const qint64 between = QDateTime::currentMSecsSinceEpoch();
        f.write(Lan, u"hai"_s, false, between);
        f.sim.ctl({ u"set"_s, u"connect-delay="_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        f.write(Tam, u"ba"_s);
        QTRY_VERIFY_WITH_TIMEOUT(f.texts.contains(u"ba"_s), Patience);
        QVERIFY(!f.texts.contains(u"hai"_s));
        QVERIFY(f.goesOffline());
        QVERIFY(f.comesBack());
        QTRY_VERIFY_WITH_TIMEOUT(f.texts.contains(u"hai"_s), Patience);
    }

    void itIsBrokenOff()
    {
        Fixture f;
        f.write(Lan, u"x"_s);
        f.sim.ctl({ u"set"_s, u"history-time=600000"_s });
        f.policy.historyDeadline = 10min;
        f.build();
        f.session->missedSince(QDateTime::currentMSecsSinceEpoch() - 60'000);
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(!f.sim.starts(u"db.sync.chats"_s).isEmpty(), Patience);
        QSignalSpy stopped(f.session.get(), &SessionController::stopped);
        f.session->stop();
        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, Patience);
        QVERIFY(f.texts.isEmpty());
        QVERIFY(f.sim.starts().isEmpty());
        QCOMPARE(f.sim.starts(u"db.disable"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMissedMessages)
#include "tst_missedmessages.moc"
