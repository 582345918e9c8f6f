// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/atomicfile.h"
#include "oddfile.h"
#include "shortfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

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
        const QString path = m_folder.filePath(u"a"_s);
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
        const QString path = m_folder.filePath(u"b"_s);
        QVERIFY(writeFileAtomically(path, "cũ"));
        Result<void> written;
        {
            const test::ShortFiles shortFiles { rlim_t(bytes) };
            written = writeFileAtomically(path, QByteArray(1'000, 'x'));
        }
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::FileUnwritable);
        QCOMPARE(contents(path), QByteArray("cũ"));
    }

    //! Its name is not given to a file, whoever may do that.
    void aLinkIsFollowedButNotToADevice()
    {
        const QString path = m_folder.filePath(u"d"_s);
        test::putOddFile(path, test::OddFile::LinkToDevice);
        const QFileInfo device(QFile::symLinkTarget(path));
        const Result<void> written = writeFileAtomically(path, "x");
        QVERIFY(!written);
        QCOMPARE(written.error(), (Error { ErrorKind::FileUnwritable, path }));
        QVERIFY(!QFileInfo(device.filePath()).isFile());
        const QString elsewhere = m_folder.filePath(u"elsewhere"_s);
        QVERIFY(writeFileAtomically(elsewhere, "cũ"));
        QVERIFY(QFile::remove(path) && QFile::link(elsewhere, path));
        QVERIFY(writeFileAtomically(path, "mới"));
        QCOMPARE(contents(elsewhere), QByteArray("mới"));
    }

    void aFolderThatIsMissingIsSaid()
    {
        const QString path = m_folder.filePath(u"none/c"_s);
        const Result<void> written = writeFileAtomically(path, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().detail, path);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
