// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakesecretstore.h"
#include "secrets/fallbacksecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestFallbackSecretStore : public QObject
{
    Q_OBJECT

    using Secret = SecretStore::Secret;

    Result<Secret> read()
    {
        std::optional<Result<Secret>> answer;
        m_store->read(this, m_name, [&answer](const Result<Secret>& result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    Result<void> write(const QByteArray& value)
    {
        std::optional<Result<void>> answer;
        m_store->write(this, m_name, value,
                       [&answer](const Result<void>& result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    Result<void> remove()
    {
        std::optional<Result<void>> answer;
        m_store->remove(this, m_name, [&answer](const Result<void>& result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }

private slots:
    void init()
    {
        m_keychain = new FakeSecretStore;
        m_file = new FakeSecretStore;
        m_file->workingKind = SecretStatus::Kind::File;
        m_file->why = u"the disk is gone"_s;
        m_store = std::make_unique<FallbackSecretStore>(m_keychain, m_file);
    }

    void writesToTheKeychainOnly()
    {
        QVERIFY(write("key"));
        QCOMPARE(m_keychain->secrets.value(m_name), QByteArray("key"));
        QVERIFY(m_file->secrets.isEmpty());
        QCOMPARE(read().value(), Secret("key"));
        QCOMPARE(m_store->status().kind, SecretStatus::Kind::Keychain);
    }

    void writesToTheFileWithoutAKeychain()
    {
        m_keychain->broken = true;
        QVERIFY(write("key"));
        QCOMPARE(m_file->secrets.value(m_name), QByteArray("key"));
        QCOMPARE(read().value(), Secret("key"));
        QCOMPARE(m_store->status().kind, SecretStatus::Kind::File);
        QVERIFY(m_store->status().text.contains(m_keychain->why));
    }

    void aKeyOfTheFileIsFoundWhenTheKeychainIsBack()
    {
        m_keychain->broken = true;
        QVERIFY(write("key"));
        m_keychain->broken = false;
        QCOMPARE(read().value(), Secret("key"));
    }

    void aKeyOfTheKeychainIsNotLostWhileItIsAway()
    {
        QVERIFY(write("key"));
        m_keychain->broken = true;
        const auto away = read();
        QVERIFY(!away);
        QCOMPARE(away.error().kind, ErrorKind::KeyUnavailable);
        m_keychain->broken = false;
        QCOMPARE(read().value(), Secret("key"));
    }

    void theNewerKeyWins()
    {
        QVERIFY(write("old"));
        m_keychain->broken = true;
        QVERIFY(write("new"));
        m_keychain->broken = false;
        QCOMPARE(read().value(), Secret("new"));
        QVERIFY(write("newest"));
        QVERIFY(m_file->secrets.isEmpty());
        QCOMPARE(read().value(), Secret("newest"));
    }

    void nothingStoredAnywhereIsNoError()
    {
        const auto found = read();
        QVERIFY(found);
        QVERIFY(!*found);
    }

    void anUnreadableFileIsNotTakenForEmpty()
    {
        m_file->broken = true;
        QVERIFY(!read());
        m_keychain->secrets.insert(m_name, "key");
        QCOMPARE(read().value(), Secret("key"));
    }

    void withoutAnyStoreItSaysSo()
    {
        m_keychain->broken = true;
        m_file->broken = true;
        QVERIFY(!write("key"));
        QCOMPARE(m_store->status().kind, SecretStatus::Kind::Unavailable);
        QVERIFY(m_store->status().text.contains(m_keychain->why));
        QVERIFY(m_store->status().text.contains(m_file->why));
    }

    void removesFromBoth()
    {
        m_keychain->secrets.insert(m_name, "old");
        m_file->secrets.insert(m_name, "new");
        QVERIFY(remove());
        QVERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(m_file->secrets.isEmpty());
    }

    void probingTellsTheStatus()
    {
        m_keychain->broken = true;
        QSignalSpy changed(m_store.get(), &SecretStore::statusChanged);
        m_store->probe();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_store->status().kind, SecretStatus::Kind::File);
    }

    //! A window that is drawn before says nothing rather than that there is no keychain.
    void nothingIsSaidBeforeTheKeychainWasAsked()
    {
        const FallbackSecretStore store(new KeychainSecretStore(Timing()), new FakeSecretStore);
        QVERIFY(store.status() == SecretStatus());
    }

private:
    const QString m_name = u"gateway/a"_s;
    FakeSecretStore* m_keychain = nullptr;
    FakeSecretStore* m_file = nullptr;
    std::unique_ptr<FallbackSecretStore> m_store;
};

QTEST_GUILESS_MAIN(TestFallbackSecretStore)
#include "tst_fallbacksecretstore.moc"
