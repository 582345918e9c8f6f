// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/filesecretstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestFileSecretStore : public QObject
{
    Q_OBJECT

    using Secret = SecretStore::Secret;

    static int mode(const QString& path)
    {
        struct stat info
        {
        };
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777)
                                                                       : -1;
    }
    void makeFile(const QByteArray& content, mode_t mode)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), mode), 0);
    }

    Result<Secret> read(FileSecretStore& store, const QString& name)
    {
        std::optional<Result<Secret>> answer;
        store.read(this, name, [&answer](const Result<Secret>& result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    template <typename Start> Result<void> finish(Start start)
    {
        std::optional<Result<void>> answer;
        start([&answer](const Result<void>& result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Internal));
    }
    Result<void> write(FileSecretStore& store, const QString& name, const QByteArray& value)
    {
        return finish([&](auto done) { store.write(this, name, value, done); });
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_path = m_root->filePath(u"secrets.json"_s);
    }

    void nothingStoredIsNoError()
    {
        FileSecretStore store(m_path);
        const auto found = read(store, u"gateway/a"_s);
        QVERIFY(found);
        QVERIFY(!*found);
        QVERIFY(!QFile::exists(m_path));
    }

    void aKeySurvivesARestart()
    {
        const QByteArray key("\x00\xff bytes\n", 9);
        {
            FileSecretStore store(m_path);
            QVERIFY(write(store, u"gateway/a"_s, key));
            QVERIFY(write(store, u"gateway/b"_s, "other"));
        }
        QCOMPARE(mode(m_path), 0600);
        FileSecretStore again(m_path);
        QCOMPARE(read(again, u"gateway/a"_s).value(), Secret(key));
        QVERIFY(finish([&](auto done) { again.remove(this, u"gateway/a"_s, done); }));
        QVERIFY(!read(again, u"gateway/a"_s).value());
        QCOMPARE(read(again, u"gateway/b"_s).value(), Secret("other"));
        QVERIFY(finish([&](auto done) { again.remove(this, u"gateway/a"_s, done); }));
    }

    void aFileThatIsOpenToOthersIsClosed()
    {
        makeFile(R"({"secrets":{"a":"eA=="}})", 0644);
        FileSecretStore store(m_path);
        QCOMPARE(read(store, u"a"_s).value(), Secret("x"));
        QCOMPARE(mode(m_path), 0600);
    }

    void aFileOfSomebodyElseIsRefused()
    {
        makeFile(R"({"secrets":{"a":"eA=="}})", 0600);
        FileSecretStore store(m_path, geteuid() + 1);
        QCOMPARE(read(store, u"a"_s).error(), (Error { ErrorKind::FileUnreadable, m_path }));
        QVERIFY(!write(store, u"a"_s, "y"));
        QCOMPARE(store.status().kind, SecretStatus::Kind::Unavailable);
        FileSecretStore ours(m_path);
        QCOMPARE(read(ours, u"a"_s).value(), Secret("x"));
    }

    void aLinkIsRefused()
    {
        const QString target = m_root->filePath(u"target"_s);
        QVERIFY(QFile::link(target, m_path));
        FileSecretStore store(m_path);
        QVERIFY(!read(store, u"a"_s));
        QVERIFY(!write(store, u"a"_s, "y"));
        QVERIFY(!QFile::exists(target));
    }

    void aDamagedFileIsNotWrittenOver()
    {
        makeFile("{\"secr", 0600);
        FileSecretStore store(m_path);
        QVERIFY(!read(store, u"a"_s));
        QVERIFY(!write(store, u"a"_s, "y"));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"secr"));
    }

    void aMissingFolderIsSaid()
    {
        const QString path = m_root->filePath(u"missing/secrets.json"_s);
        FileSecretStore store(path);
        QCOMPARE(write(store, u"a"_s, "y").error(), (Error { ErrorKind::FileUnwritable, path }));
    }

    void statusNamesTheFile()
    {
        const SecretStatus status = FileSecretStore(m_path).status();
        QCOMPARE(status.kind, SecretStatus::Kind::File);
        QVERIFY(status.text.contains(m_path));
        QCOMPARE(secretKindName(status.kind), u"file"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestFileSecretStore)
#include "tst_filesecretstore.moc"
