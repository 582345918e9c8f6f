// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "fakesecretservice.h"
#include "rawclient.h"
#include "simulator.h"
#include "testgateway.h"

#include "platform/instancelock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

//! The real program in a session whose keyring is locked, slow, or cannot be written: it goes on
//! meanwhile, no key is lost, and `status` says what is so.
class TestBadKeyring : public QObject
{
    Q_OBJECT

    using Bad = void (*)(FakeSecretService& keyring);

    static constexpr int Patience = 60'000; // the keyring is given up after 10 s
    static constexpr int FreezeMs = 5'000; // less than that, more than a busy machine takes

    FakeSecretService m_keyring;

    [[nodiscard]] static QString words(const CompanionProcess& companion)
    {
        return companion.status()[u"secrets"][u"text"].toString();
    }
    [[nodiscard]] static bool isInFile(const CompanionProcess& companion)
    {
        QFile file(companion.dataFolder() + u"/secrets.json"_s);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains("gateway-of-a-test");
    }
    //! How the companion receives the Gateway; all the while it answers terminals.
    [[nodiscard]] static QString received(TestGateway& gateway, const CompanionProcess& companion)
    {
        RawClient terminal(InstanceLock::owner(companion.dataFolder())->controlSocket);
        QElapsedTimer asked;
        qsizetype answers = 0;
        QTimer pace;
        QObject::connect(&pace, &QTimer::timeout, &pace, [&] {
            if (asked.isValid() && terminal.lines.size() == answers) {
                if (asked.hasExpired(FreezeMs)) {
                    qFatal("it does not answer");
                }
                return;
            }
            answers = terminal.lines.size();
            terminal.call(u"status.get"_s);
            asked.start();
        });
        pace.start(100);
        const RpcReply opened = gateway.open(companion.bridgePath());
        return opened ? (*opened)[u"association"].toString() : opened.error().kind;
    }

private slots:
    void initTestCase() { QVERIFY(m_keyring.start()); }

    void cleanup()
    {
        m_keyring.unlock();
        m_keyring.answerAfter(std::chrono::milliseconds(0));
        m_keyring.failWrites(false);
    }

    void aNewKey_data()
    {
        QTest::addColumn<Bad>("makeBad");
        QTest::addColumn<QString>("why"); // empty: the keyring takes it
        QTest::newRow("well") << Bad([](FakeSecretService&) {}) << QString();
        QTest::newRow("locked") << Bad([](FakeSecretService& keyring) { keyring.lock(); })
                                << u"the keychain is locked or does not answer"_s;
        QTest::newRow("slow") << Bad([](FakeSecretService& keyring) {
            keyring.answerAfter(std::chrono::seconds(10));
        }) << u"the keychain is locked or does not answer"_s;
        QTest::newRow("cannot be written")
            << Bad([](FakeSecretService& keyring) { keyring.failWrites(true); })
            << u"the keyring cannot be written"_s;
    }

    //! The key of a Gateway that comes for the first time is kept, in the file where the keyring
    //! does not take it.
    void aNewKey()
    {
        QFETCH(Bad, makeBad);
        QFETCH(QString, why);
        const Simulator sim;
        CompanionProcess companion;
        TestGateway gateway;
        const qsizetype before = m_keyring.size();
        makeBad(m_keyring);
        QVERIFY(companion.start());
        QCOMPARE(received(gateway, companion), u"first"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isInFile(companion) || m_keyring.size() > before, Patience);
        QCOMPARE(isInFile(companion), !why.isEmpty());
        QTRY_VERIFY2_WITH_TIMEOUT(
            words(companion).contains(why.isEmpty() ? u"Keys are kept in the desktop's keychain."_s
                                                    : u"The keychain is not used: "_s),
            qPrintable(words(companion)), Patience);
        QVERIFY2(words(companion).contains(why), qPrintable(words(companion)));
        gateway.close();
        QVERIFY(companion.terminate());
        QVERIFY(companion.start());
        QCOMPARE(received(gateway, companion), u"known"_s);
        QVERIFY(companion.terminate());
    }

    //! It is there, and cannot be read just now: nobody is a stranger for that.
    void aKeyInALockedKeyring()
    {
        const Simulator sim;
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start());
        QCOMPARE(received(gateway, companion), u"first"_s);
        gateway.close();
        QVERIFY(companion.terminate());
        QVERIFY(!isInFile(companion));
        m_keyring.lock();
        QVERIFY(companion.start());
        QCOMPARE(received(gateway, companion), u"key"_s);
        QVERIFY2(words(companion).contains(u"the keychain is locked or does not answer"),
                 qPrintable(words(companion)));
        m_keyring.unlock();
        QTRY_COMPARE_WITH_TIMEOUT(received(gateway, companion), u"known"_s, Patience);
        QCOMPARE(words(companion), u"Keys are kept in the desktop's keychain."_s);
        QVERIFY(companion.terminate());
    }
};

QTEST_GUILESS_MAIN(TestBadKeyring)
#include "tst_badkeyring.moc"
