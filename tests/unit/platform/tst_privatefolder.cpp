// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/privatefolder.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestPrivateFolder : public QObject
{
    Q_OBJECT

    static int mode(const QString& path)
    {
        struct stat info
        {
        };
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777)
                                                                       : -1;
    }
    static QString makeFolder(const QString& path, mode_t mode)
    {
        ::mkdir(QFile::encodeName(path).constData(), 0700);
        ::chmod(QFile::encodeName(path).constData(), mode);
        return path;
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_root->isValid());
    }

    void createsFolderAndParentsPrivately_data()
    {
        QTest::addColumn<int>("mask");
        QTest::newRow("open umask") << 0;
        QTest::newRow("usual umask") << 022;
        QTest::newRow("umask that takes our own bits") << 0277;
    }

    void createsFolderAndParentsPrivately()
    {
        QFETCH(int, mask);
        const QString path = m_root->filePath(u"a/b/zalo-companion"_s);
        const mode_t before = ::umask(mode_t(mask));
        const auto made = ensurePrivateFolder(path);
        ::umask(before);
        QVERIFY(made);
        QCOMPARE(mode(path), 0700);
        QCOMPARE(mode(m_root->filePath(u"a/b"_s)), 0700);
        QCOMPARE(mode(m_root->filePath(u"a"_s)), 0700);
        QVERIFY(ensurePrivateFolder(path));
    }

    void closesOneOfOursThatIsOpen()
    {
        const QString path = makeFolder(m_root->filePath(u"zalo-companion"_s), 0755);
        QVERIFY(ensurePrivateFolder(path + u"/"_s));
        QCOMPARE(mode(path), 0700);
    }

    void leavesAFolderOfOthersUseAlone_data()
    {
        QTest::addColumn<int>("open");
        QTest::newRow("readable") << 0755;
        QTest::newRow("shared like /tmp") << 01777;
    }

    void leavesAFolderOfOthersUseAlone()
    {
        QFETCH(int, open);
        const QString path = makeFolder(m_root->filePath(u"shared"_s), mode_t(open));
        const auto result = ensurePrivateFolder(path);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error { ErrorKind::FolderNotPrivate, path }));
        QCOMPARE(mode(path), open);
    }

    void takesAPrivateFolderOfAnyName()
    {
        QVERIFY(ensurePrivateFolder(makeFolder(m_root->filePath(u"run"_s), 0700)));
    }

    void refusesAnotherOwner()
    {
        const QString path = makeFolder(m_root->filePath(u"zalo-companion"_s), 0755);
        const auto result = ensurePrivateFolder(path, geteuid() + 1);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error { ErrorKind::FolderNotOurs, path }));
        QCOMPARE(mode(path), 0755);
    }

    void refusesALinkInTheLastPlace()
    {
        const QString target = makeFolder(m_root->filePath(u"target"_s), 0700);
        const QString link = m_root->filePath(u"zalo-companion"_s);
        QVERIFY(QFile::link(target, link));
        for (const QString& path : { link, QString(link + u"/"_s) }) {
            const auto result = ensurePrivateFolder(path);
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::FolderNotOurs);
        }
    }

    void refusesAFileInTheLastPlace()
    {
        QFile file(m_root->filePath(u"zalo-companion"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto result = ensurePrivateFolder(file.fileName());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FolderNotOurs);
    }

    void saysWhenAParentCannotBeMade()
    {
        QFile file(m_root->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto result = ensurePrivateFolder(m_root->filePath(u"file/zalo-companion"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;

    //! What a link leads to is not what lies in the folder.
    void aFolderIsEmptied()
    {
        const QString folder = makeFolder(m_root->filePath(u"work"_s), 0700);
        const QString outside = makeFolder(m_root->filePath(u"outside"_s), 0700);
        const auto write = [](const QString& path) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly);
        };
        QVERIFY(QDir().mkpath(folder + u"/login-abc/.hidden"_s));
        for (const QString& name : { u"/.hidden"_s, u"/kept"_s, u"/login-abc/qr.png"_s }) {
            QVERIFY(write(folder + name));
        }
        QVERIFY(write(outside + u"/precious"_s));
        QVERIFY(QFile::link(outside, folder + u"/link"_s));
        QVERIFY(QFile::link(m_root->filePath(u"nowhere"_s), folder + u"/dangling"_s));
        QVERIFY(emptyFolder(folder, u"kept"_s));
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        QCOMPARE(QDir(folder).entryList(all), QStringList { u"kept"_s });
        QVERIFY(QFile::exists(outside + u"/precious"_s));
        QVERIFY(emptyFolder(m_root->filePath(u"nowhere"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFolder)
#include "tst_privatefolder.moc"
