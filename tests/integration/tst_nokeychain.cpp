// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/fallbacksecretstore.h"
#include "secrets/filesecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace zalo;

//! On a machine without a D-Bus session, as a Gateway host often is.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private slots:
    void theFileTakesTheKeyAndTheStatusSaysWhy()
    {
        QTemporaryDir root;
        auto* file = new FileSecretStore(root.filePath(u"secrets.json"_s));
        FallbackSecretStore store(new KeychainSecretStore(Timing {}), file);
        store.probe();
        QTRY_VERIFY(store.status().text.contains(u"no keychain"_s));
        QCOMPARE(store.status().kind, SecretStatus::Kind::File);
        std::optional<Result<void>> written;
        store.write(this, u"gateway/a"_s, "key",
                    [&written](const Result<void>& result) { written = result; });
        QTRY_VERIFY(written);
        QVERIFY(*written);
        std::optional<Result<SecretStore::Secret>> found;
        store.read(this, u"gateway/a"_s,
                   [&found](const Result<SecretStore::Secret>& result) { found = result; });
        QTRY_VERIFY(found);
        QCOMPARE(found->value(), SecretStore::Secret("key"));
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
