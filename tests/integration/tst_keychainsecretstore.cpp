// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/fallbacksecretstore.h"
#include "secrets/filesecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace zalo;

//! Against a real gnome-keyring, in a D-Bus session of its own (tests/keyringsession).
class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

    using Secret = SecretStore::Secret;

    const QString m_name = u"gateway/shop-0123456789ab"_s;

    Result<Secret> read(SecretStore& store)
    {
        std::optional<Result<Secret>> answer;
        store.read(this, m_name, [&answer](const Result<Secret>& result) { answer = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 15'000); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    template <typename Start> Result<void> finish(Start start)
    {
        std::optional<Result<void>> answer;
        start([&answer](const Result<void>& result) { answer = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 15'000); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    Result<void> write(SecretStore& store, const QByteArray& value)
    {
        return finish([&](auto done) { store.write(this, m_name, value, done); });
    }
    Result<void> remove(SecretStore& store)
    {
        return finish([&](auto done) { store.remove(this, m_name, done); });
    }

    static QByteArray run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }
    //! Locks the keyring, as at the start of a machine that nobody has logged in to.
    static bool lockKeyring()
    {
        return !run(u"dbus-send"_s,
                    { u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                      u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                      u"array:objpath:/org/freedesktop/secrets/collection/login"_s })
                    .isEmpty();
    }

private slots:
    void nothingStoredIsNoError()
    {
        KeychainSecretStore store(Timing {});
        const auto found = read(store);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QVERIFY(!*found);
        QCOMPARE(store.status().kind, SecretStatus::Kind::Keychain);
        QVERIFY(remove(store));
    }

    void aKeySurvivesARestart()
    {
        const QByteArray key("\x00\xff a key of 32 bytes, any byte.\n", 32);
        {
            KeychainSecretStore store(Timing {});
            QVERIFY(write(store, key));
        }
        // Another program sees it: it is in the keychain and not in ours.
        const QByteArray seen = run(
            u"secret-tool"_s, { u"lookup"_s, u"server"_s, u"zalo-companion"_s, u"user"_s, m_name });
        QVERIFY(!seen.isEmpty());
        KeychainSecretStore again(Timing {});
        QCOMPARE(read(again).value(), Secret(key));
        QVERIFY(remove(again));
        QVERIFY(!read(again).value());
    }

    void aLockedKeychainFallsBackToTheFileInTime()
    {
        KeychainSecretStore unlocked(Timing {});
        QVERIFY(write(unlocked, "in the keychain"));
        QVERIFY(lockKeyring());
        QTemporaryDir root;
        auto* file = new FileSecretStore(root.filePath(u"secrets.json"_s));
        FallbackSecretStore store(new KeychainSecretStore(Timing().scaled(0.05)), file);

        QElapsedTimer time;
        time.start();
        // No prompt can open here, which QtKeychain tells as "not found"; it must not be the old
        // key.
        const auto locked = read(store);
        QVERIFY(!locked || !*locked);
        QVERIFY(write(store, "in the file"));
        QVERIFY(time.elapsed() < 5'000);
        QCOMPARE(store.status().kind, SecretStatus::Kind::File);
        QVERIFY(store.status().text.contains(file->path()));
        QCOMPARE(read(store).value(), Secret("in the file"));
    }
};

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
