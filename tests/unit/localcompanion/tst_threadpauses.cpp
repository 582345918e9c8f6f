// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "fakegatewayport.h"
#include "fakemessagesender.h"
#include "falseclock.h"
#include "localcompanion/threadpauses.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"
#include "settings/settings.h"
#include "temporarystore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;

namespace {

constexpr qint64 Now = 1'700'000'000'000;
constexpr qint64 Minute = 60'000;

} // namespace

//! The bot is silent for a while where the owner wrote, and everybody can see that.
class TestThreadPauses : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    TemporaryStore m_store;
    FalseClock m_clock { Now };
    FakeGatewayPort m_gateway;
    FakeMessageSender m_sender;
    std::unique_ptr<InboundRelay> m_relay;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ThreadPauses> m_pauses;
    const LaneKey m_chat { home, owner, { u"t1"_s, false } };

    //! As after a start of the program.
    void start()
    {
        m_pauses.reset();
        m_outbox.reset();
        m_relay.reset();
        QVERIFY(m_store.open(m_clock.clock()));
        const Policy policy;
        m_relay =
            std::make_unique<InboundRelay>(m_store.get(), &m_gateway, policy, m_clock.clock());
        m_outbox = std::make_unique<Outbox>(m_store.get(), &m_sender, policy, m_clock.clock());
        m_pauses = std::make_unique<ThreadPauses>(home, *m_store.get(), *m_relay, *m_outbox,
                                                  *m_settings, policy, m_clock.clock());
        m_relay->setAccount(home, owner);
        m_pauses->setAccount(owner);
        m_pauses->start();
        m_store.settle();
    }

    bool takeOver(qint64 untilMs)
    {
        return awaited<void>([&](QObject* context, auto done) {
                   m_relay->setThreadPaused(home, m_chat.thread, true, untilMs, context, done);
               })
            .has_value();
    }

    QList<LaneKey> stored()
    {
        return *awaited<QList<LaneKey>>(
            [&](QObject* context, auto done) { m_store->profiles().pausedThreads(context, done); });
    }

private slots:
    void init()
    {
        m_store.reset();
        m_clock.setWallClock(Now);
        m_settings = std::make_unique<Settings>(m_folder.path());
        m_settings->setOn(Settings::Switch::PauseForOwner, true);
        start();
    }

    void cleanup()
    {
        m_pauses.reset();
        m_outbox.reset();
        m_relay.reset();
        m_store.close();
    }

    //! From when it was written on, and not from when it was heard of.
    void itLastsAWhile()
    {
        QSignalSpy changed(m_pauses.get(), &ThreadPauses::changed);
        m_pauses->onOwnMessage(m_chat, Now - 5 * Minute);
        QTRY_COMPARE(m_pauses->current(),
                     (QList<ThreadPause> { { m_chat, Now + 10 * Minute, PauseCause::Owner } }));
        QCOMPARE(changed.size(), 1);
        m_pauses->onOwnMessage(m_chat, Now + 3 * Minute); // Zalo's clock is ahead
        QTRY_COMPARE(m_pauses->current(),
                     (QList<ThreadPause> { { m_chat, Now + 15 * Minute, PauseCause::Owner } }));
        start();
        QTRY_COMPARE(m_pauses->current().size(), 1);
        m_clock.setWallClock(Now + 16 * Minute);
        start();
        QTRY_VERIFY(m_pauses->current().isEmpty());
        QVERIFY(stored().isEmpty());
    }

    void notForWhatIsLongPast()
    {
        m_pauses->onOwnMessage(m_chat, Now - 16 * Minute);
        m_store.settle();
        QVERIFY(stored().isEmpty());
    }

    void notWhereAPersonSwitchedItOff()
    {
        m_settings->setOn(Settings::Switch::PauseForOwner, false);
        m_pauses->onOwnMessage(m_chat, Now);
        m_store.settle();
        QVERIFY(stored().isEmpty());
    }

    //! The next one to end comes first; what a person paused ends by nobody else.
    void personsPausesAreToldToo()
    {
        const LaneKey other { home, owner, { u"t2"_s, true } };
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_relay->setThreadPaused(home, other.thread, true, 0, context, done);
        }));
        QTRY_COMPARE(m_pauses->current(), (QList<ThreadPause> { { other, 0 } }));
        m_pauses->onOwnMessage(m_chat, Now);
        QTRY_COMPARE(m_pauses->current(),
                     (QList<ThreadPause> { { m_chat, Now + 15 * Minute, PauseCause::Owner },
                                           { other, 0 } }));
        m_pauses->setAccount(stranger);
        QTRY_VERIFY(m_pauses->current().isEmpty());
    }

    //! Given back by itself, over a restart too.
    void whatWasTakenOverIsGivenBack()
    {
        QVERIFY(takeOver(Now + 60 * Minute));
        QTRY_COMPARE(m_pauses->current(), (QList<ThreadPause> { { m_chat, Now + 60 * Minute } }));
        m_pauses->onOwnMessage(m_chat, Now); // shorter than what a person asked for
        m_store.settle();
        start();
        QTRY_COMPARE(m_pauses->current(), (QList<ThreadPause> { { m_chat, Now + 60 * Minute } }));
        m_clock.setWallClock(Now + 60 * Minute);
        start();
        QTRY_VERIFY(m_pauses->current().isEmpty());
        QVERIFY(stored().isEmpty());
    }

    //! Without a restart: nobody has to ask.
    void itEndsWhileTheProgramRuns()
    {
        QSignalSpy changed(m_pauses.get(), &ThreadPauses::changed);
        QVERIFY(takeOver(Now + 1));
        QTRY_COMPARE(changed.size(), 1);
        m_clock.setWallClock(Now + 1);
        QTRY_VERIFY(m_pauses->current().isEmpty());
        QVERIFY(stored().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestThreadPauses)
#include "tst_threadpauses.moc"
