// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/atomicfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace zalo;

namespace {

//! While it lives no file of this process gets longer: a write fails in its middle, as on a full
//! disk.
class ShortFiles
{
public:
    explicit ShortFiles(rlim_t bytes)
        : m_handler(::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit { bytes, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~ShortFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(ShortFiles)

private:
    sighandler_t m_handler;
    rlimit m_before {};
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void theFileIsWholeAndPrivate()
    {
        const QString path = m_folder.filePath(QStringLiteral("a"));
        QVERIFY(writeFileAtomically(path, "một"));
        QVERIFY(writeFileAtomically(path, "hai"));
        QCOMPARE(contents(path), QByteArray("hai"));
        QCOMPARE(QFile::permissions(path),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    }

    void whatDoesNotFitLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("nothing fits") << 0;
        QTest::newRow("a part fits") << 100;
    }

    void whatDoesNotFitLeavesTheOldFile()
    {
        QFETCH(const int, bytes);
        const QString path = m_folder.filePath(QStringLiteral("b"));
        QVERIFY(writeFileAtomically(path, "cũ"));
        Result<void> written;
        {
            const ShortFiles shortFiles { rlim_t(bytes) };
            written = writeFileAtomically(path, QByteArray(1'000, 'x'));
        }
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::FileUnwritable);
        QCOMPARE(contents(path), QByteArray("cũ"));
    }

    void aFolderThatIsMissingIsSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("none/c"));
        const Result<void> written = writeFileAtomically(path, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().detail, path);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
