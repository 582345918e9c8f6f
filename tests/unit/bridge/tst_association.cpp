// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/association.h"
#include "bridge/handshake.h"
#include "fakesecretstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestAssociation : public QObject
{
    Q_OBJECT

    const QString m_first = u"gateway-first-0001"_s;
    const QString m_second = u"gateway-second-001"_s;
    const QByteArray m_key = QByteArray(32, 'k');
    const QByteArray m_otherKey = QByteArray(32, 'o');
    qint64 m_now = QDateTime::currentMSecsSinceEpoch();

    void start()
    {
        m_association = std::make_unique<Association>(m_path, m_secrets,
                                                      Clock { .nowMs = [this] { return m_now; } });
        QVERIFY(m_association->start());
    }
    Result<Association::HelloResult> hello(const QString& id)
    {
        std::optional<Result<Association::HelloResult>> answer;
        m_association->hello(this, id, [&answer](const Result<Association::HelloResult>& result) {
            answer = result;
        });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    Result<void> associate(const QString& id, const QByteArray& key)
    {
        std::optional<Result<void>> answer;
        m_association->associate(this, id, u"Shop"_s, key,
                                 [&answer](const Result<void>& result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    ErrorKind refusal(const QString& id, const QByteArray& key)
    {
        const auto result = associate(id, key);
        return result ? ErrorKind::Internal : result.error().kind;
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_path = m_root->filePath(u"gateways.json"_s);
        m_secrets.secrets.clear();
        m_secrets.broken = false;
        m_secrets.held = false;
        start();
    }

    void cleanup()
    {
        m_association.reset();
        m_secrets.release();
    }

    void theFirstGatewayIsTakenAsItComes()
    {
        QSignalSpy first(m_association.get(), &Association::firstAssociated);
        QCOMPARE(hello(m_first)->state, AssociationState::First);
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(first, (QList<QVariantList> { { m_first, u"Shop"_s } }));
        QCOMPARE(m_secrets.secrets.value(u"gateway/"_s + m_first), m_key);
        const auto result = hello(m_first);
        QCOMPARE(result->state, AssociationState::Known);
        QCOMPARE(result->key, m_key);
    }

    void itIsKnownAfterARestart()
    {
        QVERIFY(associate(m_first, m_key));
        start();
        QCOMPARE(hello(m_first)->state, AssociationState::Known);
        QCOMPARE(hello(m_first)->key, m_key);
        QCOMPARE(hello(m_second)->state, AssociationState::New);
    }

    void keysAreFetchedAtTheStart()
    {
        QVERIFY(associate(m_first, m_key));
        start();
        QCoreApplication::processEvents();
        m_secrets.broken = true;
        QCOMPARE(hello(m_first)->state, AssociationState::Known);
    }

    void aFurtherOneWaitsForApproval()
    {
        QVERIFY(associate(m_first, m_key));
        QSignalSpy needed(m_association.get(), &Association::approvalNeeded);
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(hello(m_second)->state, AssociationState::Pending);
        start();
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);

        QVERIFY(m_association->approve(m_second));
        QCOMPARE(hello(m_second)->state, AssociationState::Pending);
        QVERIFY(associate(m_second, m_otherKey));
        QCOMPARE(hello(m_second)->state, AssociationState::Known);
        QCOMPARE(hello(m_second)->key, m_otherKey);
    }

    void theApprovalIsBoundToTheKeyThatAskedFirst()
    {
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QCOMPARE(refusal(m_second, QByteArray(32, 'x')), ErrorKind::WrongKey);
        QVERIFY(m_association->approve(m_second));
        QCOMPARE(refusal(m_second, QByteArray(32, 'x')), ErrorKind::WrongKey);
        QVERIFY(associate(m_second, m_otherKey));
    }

    void aKnownGatewayKeepsItsKey()
    {
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_first, m_otherKey), ErrorKind::WrongKey);
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(hello(m_first)->key, m_key);
    }

    void ofTwoThatComeTogetherOneIsTheFirst()
    {
        m_secrets.held = true;
        std::optional<Result<void>> first;
        m_association->associate(this, m_first, u"A"_s, m_key,
                                 [&first](const Result<void>& result) { first = result; });
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        m_secrets.release();
        QTRY_VERIFY(first);
        QVERIFY(*first);
    }

    void aRevokedOneStartsOverAndIsNotTheFirstAgain()
    {
        QVERIFY(associate(m_first, m_key));
        QSignalSpy revoked(m_association.get(), &Association::revoked);
        QVERIFY(m_association->revoke(m_first));
        QCOMPARE(revoked.size(), 1);
        QTRY_VERIFY(m_secrets.secrets.isEmpty());
        QVERIFY(m_association->list().isEmpty());
        QCOMPARE(hello(m_first)->state, AssociationState::New);
        QCOMPARE(refusal(m_first, m_key), ErrorKind::ApprovalNeeded);
        start();
        QCOMPARE(refusal(m_first, m_key), ErrorKind::ApprovalNeeded);
    }

    void aLockedKeychainIsNotTakenForANewGateway()
    {
        QVERIFY(associate(m_first, m_key));
        m_secrets.broken = true;
        start();
        const auto result = hello(m_first);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::KeyUnavailable);
        QVERIFY(m_association->keyUnavailable());
        m_secrets.broken = false;
        QCOMPARE(hello(m_first)->state, AssociationState::Known);
        QVERIFY(!m_association->keyUnavailable());
    }

    void withoutAStoreForItsKeyTheFirstIsNotTaken()
    {
        m_secrets.broken = true;
        QCOMPARE(refusal(m_first, m_key), ErrorKind::KeyUnavailable);
        QVERIFY(m_association->keyUnavailable());
        QVERIFY(m_association->list().isEmpty());
        m_secrets.broken = false;
        QCOMPARE(hello(m_first)->state, AssociationState::First);
        QVERIFY(associate(m_first, m_key));
    }

    void aKeyThatIsNotWhereItWasIsWaitedFor_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("gone, as a locked keychain has it") << QByteArray();
        QTest::newRow("exchanged") << QByteArray(32, 'z');
    }

    void aKeyThatIsNotWhereItWasIsWaitedFor()
    {
        QFETCH(QByteArray, stored);
        QVERIFY(associate(m_first, m_key));
        const auto kept = m_secrets.secrets;
        m_secrets.secrets.clear();
        if (!stored.isEmpty()) {
            m_secrets.secrets.insert(u"gateway/"_s + m_first, stored);
        }
        start();
        const auto result = hello(m_first);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::KeyUnavailable);
        QVERIFY(result.error().detail.contains(u"gateways revoke "_s + m_first));
        QVERIFY(m_association->keyUnavailable());
        m_secrets.secrets = kept;
        QCOMPARE(hello(m_first)->state, AssociationState::Known);
        QVERIFY(!m_association->keyUnavailable());
    }

    void onlySoManyWait()
    {
        QVERIFY(associate(m_first, m_key));
        for (int i = 0; i < 16; ++i) {
            QCOMPARE(refusal(u"gateway-waiting-%1"_s.arg(i), m_otherKey),
                     ErrorKind::ApprovalNeeded);
        }
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::Busy);
        QVERIFY(m_association->revoke(u"gateway-waiting-3"_s));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
    }

    //! Junk that asks once does not shut a Gateway out, nor stay for ever.
    void whoDoesNotComeAgainIsForgotten()
    {
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        for (int i = 1; i < WaitingGateways::MaxPending; ++i) {
            QCOMPARE(refusal(u"gateway-waiting-%1"_s.arg(i), m_otherKey),
                     ErrorKind::ApprovalNeeded);
        }
        m_now += std::chrono::milliseconds(WaitingGateways::PendingQuiet).count() + 1;
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded); // it comes again
        QCOMPARE(refusal(u"gateway-that-is-new"_s, m_otherKey), ErrorKind::ApprovalNeeded);
        QVERIFY(m_association->approve(m_second));
        QCOMPARE(m_association->list().size(), 3);
        m_now += std::chrono::milliseconds(WaitingGateways::PendingLife).count() + 1;
        start();
        QCOMPARE(m_association->list().size(), 2); // the approved ones
    }

    //! Its plugin comes again every few seconds: a person who said no is not asked each time.
    void oneThatWasRefusedAsksNobodyForAWhile()
    {
        QVERIFY(associate(m_first, m_key));
        QSignalSpy needed(m_association.get(), &Association::approvalNeeded);
        const auto wait = [this](std::chrono::milliseconds time) { m_now += time.count(); };
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QCOMPARE(needed.size(), 1);
        std::chrono::milliseconds quiet = WaitingGateways::RefusedQuiet;
        for (int time = 1; time <= 6; ++time) {
            QVERIFY(m_association->refuse(m_second));
            QCOMPARE(m_association->list().last().state, GatewayRecord::State::Refused);
            wait(quiet - std::chrono::milliseconds(1));
            start(); // it is remembered over a restart
            QSignalSpy again(m_association.get(), &Association::approvalNeeded);
            QCOMPARE(hello(m_second)->state, AssociationState::Pending);
            QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
            QCOMPARE(m_association->list().last().state, GatewayRecord::State::Refused);
            QVERIFY(again.isEmpty());
            wait(std::chrono::milliseconds(1));
            QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
            QCOMPARE(again.size(), 1);
            QVERIFY(m_association->list().last().isPending());
            quiet =
                std::min<std::chrono::milliseconds>(quiet * 4, WaitingGateways::MaxRefusedQuiet);
        }
    }

    void oneThatWasRefusedCanBeApprovedAfterAll()
    {
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QVERIFY(m_association->refuse(m_second));
        QCOMPARE(refusal(m_second, QByteArray(32, 'x')), ErrorKind::WrongKey);
        QVERIFY(m_association->approve(m_second));
        QVERIFY(associate(m_second, m_otherKey));
        QCOMPARE(m_association->list().last().refusals, 0);
    }

    void onlySoManyRefusedOnesAreRemembered()
    {
        QVERIFY(associate(m_first, m_key));
        for (int i = 0; i <= WaitingGateways::MaxRefused; ++i) {
            const QString id = u"gateway-refused-%1"_s.arg(i);
            QCOMPARE(refusal(id, m_otherKey), ErrorKind::ApprovalNeeded);
            QVERIFY(m_association->refuse(id));
            ++m_now;
        }
        QCOMPARE(m_association->list().size(), 1 + WaitingGateways::MaxRefused);
        QCOMPARE(m_association->list().value(1).id, u"gateway-refused-1"_s);
        m_now +=
            std::chrono::milliseconds(WaitingGateways::RefusedQuiet + WaitingGateways::PendingLife)
                .count();
        start();
        QCOMPARE(m_association->list().size(), 1);
    }

    void whereManyWaitARefusedOneWaitsForItsPlace()
    {
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QVERIFY(m_association->refuse(m_second));
        m_now += std::chrono::milliseconds(WaitingGateways::RefusedQuiet).count();
        for (int i = 0; i < WaitingGateways::MaxPending; ++i) {
            QCOMPARE(refusal(u"gateway-waiting-%1"_s.arg(i), m_otherKey),
                     ErrorKind::ApprovalNeeded);
        }
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::Busy);
        QVERIFY(m_association->revoke(u"gateway-waiting-3"_s));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QVERIFY(m_association->list().last().isPending());
    }

    void approvingOrRevokingNobodyIsSaid()
    {
        QCOMPARE(m_association->approve(m_first).error().kind, ErrorKind::BadRequest);
        QCOMPARE(m_association->refuse(m_first).error().kind, ErrorKind::BadRequest);
        QCOMPARE(m_association->revoke(m_first).error().kind, ErrorKind::BadRequest);
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(m_association->refuse(m_first).error().kind, ErrorKind::BadRequest);
        QCOMPARE(m_association->approve(m_first).error().kind, ErrorKind::BadRequest);
    }

    void notesWhenItWasSeen()
    {
        QVERIFY(associate(m_first, m_key));
        m_association->seen(m_first, u"New name"_s);
        start();
        const GatewayRecord record = m_association->list().value(0);
        QCOMPARE(record.label, u"New name"_s);
        QVERIFY(record.lastSeen >= record.firstSeen);
        QCOMPARE(record.fingerprint, keyFingerprint(m_key));
        QCOMPARE(record.state, GatewayRecord::State::Approved);
    }

    void aDamagedRegistryStopsTheStart()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
        file.close();
        Association association(m_path, m_secrets);
        QCOMPARE(association.start().error().kind, ErrorKind::StorageDamaged);
    }

    void aRegistryThatCannotBeWrittenIsSaid()
    {
        m_path = m_root->filePath(u"missing/gateways.json"_s);
        start();
        QCOMPARE(refusal(m_first, m_key), ErrorKind::FileUnwritable);
        QVERIFY(m_association->list().isEmpty());
        QCOMPARE(hello(m_first)->state, AssociationState::First);
    }

    void whatCannotBeWrittenChangesNothing()
    {
        const QString folder = m_root->filePath(u"data"_s);
        QVERIFY(QDir().mkpath(folder));
        m_path = folder + u"/gateways.json"_s;
        start();
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QVERIFY(QDir(folder).removeRecursively());
        QSignalSpy revoked(m_association.get(), &Association::revoked);
        QCOMPARE(m_association->approve(m_second).error().kind, ErrorKind::FileUnwritable);
        QCOMPARE(m_association->refuse(m_second).error().kind, ErrorKind::FileUnwritable);
        QVERIFY(m_association->list().last().isPending());
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QCOMPARE(m_association->revoke(m_first).error().kind, ErrorKind::FileUnwritable);
        QVERIFY(revoked.isEmpty());
        QCOMPARE(hello(m_first)->state, AssociationState::Known);
        QCOMPARE(m_secrets.secrets.value(u"gateway/"_s + m_first), m_key);
    }

    void aGatewayRevokedWhileItsKeyIsStoredStaysOut()
    {
        m_secrets.held = true;
        std::optional<Result<void>> answer;
        m_association->associate(this, m_first, u"Shop"_s, m_key,
                                 [&answer](const Result<void>& result) { answer = result; });
        QSignalSpy first(m_association.get(), &Association::firstAssociated);
        QVERIFY(m_association->revoke(m_first));
        m_secrets.release();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
        QVERIFY(first.isEmpty());
        QVERIFY(m_association->list().isEmpty());
        QCOMPARE(hello(m_first)->state, AssociationState::New);
    }

    void revokingAllForgetsEveryKey()
    {
        QVERIFY(associate(m_first, m_key));
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
        QVERIFY(m_association->approve(m_second));
        QVERIFY(associate(m_second, m_otherKey));
        QCOMPARE(m_secrets.secrets.size(), 2);
        QSignalSpy revoked(m_association.get(), &Association::revoked);
        bool done = false;
        m_association->revokeAll(this, [&] {
            done = true;
            QVERIFY(m_secrets.secrets.isEmpty());
        });
        QTRY_VERIFY(done);
        QCOMPARE(revoked.size(), 2);
        start();
        QCOMPARE(hello(m_first)->state, AssociationState::New);
        QCOMPARE(refusal(m_second, m_otherKey), ErrorKind::ApprovalNeeded);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
    FakeSecretStore m_secrets;
    std::unique_ptr<Association> m_association;
};

QTEST_GUILESS_MAIN(TestAssociation)
#include "tst_association.moc"
