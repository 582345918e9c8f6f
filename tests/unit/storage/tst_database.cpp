// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/database.h"
#include "storage/errorcode.h"
#include "storage/sqliteerror.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

#include <csignal>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

const QString table = u"CREATE TABLE thing (name TEXT NOT NULL)"_s;
const QString insert = u"INSERT INTO thing VALUES (?)"_s;
const QString count = u"SELECT count(*) FROM thing"_s;

DatabaseSpec spec(const QString& path)
{
    DatabaseSpec spec;
    spec.path = path;
    spec.migrations = { { table } };
    spec.busyTimeout = std::chrono::milliseconds(50);
    return spec;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Nothing is read-only to root: while this lives, the thread goes by the modes of files.
class WithoutRootsPower
{
public:
    WithoutRootsPower()
    {
        ::syscall(SYS_capget, &m_header, m_data);
        __user_cap_data_struct less[2] = { m_data[0], m_data[1] };
        less[0].effective &= ~((1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH));
        ::syscall(SYS_capset, &m_header, less);
    }
    ~WithoutRootsPower() { ::syscall(SYS_capset, &m_header, m_data); }

private:
    __user_cap_header_struct m_header { _LINUX_CAPABILITY_VERSION_3, 0 };
    __user_cap_data_struct m_data[2] {};
};

//! In a process of its own, for locks are a process's: writes and keeps the file locked, or leaves
//! it as a crash does.
int runHelper(const QString& what, const QString& path)
{
    Database database(spec(path));
    if (!database.open() || !database.change(u"PRAGMA wal_autocheckpoint=0"_s)) {
        return 1;
    }
    if (what == QLatin1String("lock")) {
        (void)database.value(u"PRAGMA locking_mode=EXCLUSIVE"_s);
    }
    if (what == QLatin1String("newer")) {
        (void)database.value(u"PRAGMA user_version=99"_s);
    }
    for (int i = 0; i < 500; ++i) {
        if (!database.change(insert, { QString(200, u'x') })) {
            return 1;
        }
    }
    if (what != QLatin1String("lock")) {
        ::raise(SIGKILL);
    }
    ::puts("ready");
    ::fflush(stdout);
    return ::getchar() == EOF ? 0 : 1;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;

    void startHelper(QProcess& helper, const QString& what)
    {
        helper.start(QCoreApplication::applicationFilePath(), { u"--helper"_s, what, m_path });
    }

    void leaveCrashed(const QString& what)
    {
        QProcess helper;
        startHelper(helper, what);
        QVERIFY(helper.waitForFinished());
        QCOMPARE(helper.exitStatus(), QProcess::CrashExit);
        QVERIFY(QFileInfo(m_path + u"-wal"_s).size() > 0);
    }

private slots:
    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(u"db%1.sqlite"_s.arg(++number));
    }

    void createsAPrivateFileWithItsSchema()
    {
        Database database(spec(m_path));
        QVERIFY(database.open());
        QCOMPARE(database.value(u"PRAGMA user_version"_s)->toInt(), 1);
        QCOMPARE(database.value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
        QCOMPARE(database.value(u"PRAGMA synchronous"_s)->toInt(), 2);
        QVERIFY(database.change(insert, { QString() })); // a null text is an empty one
        for (const QString& suffix : { QString(), u"-wal"_s, u"-shm"_s }) {
            struct stat status
            {
            };
            QCOMPARE(::stat(QFile::encodeName(m_path + suffix).constData(), &status), 0);
            QCOMPARE(int(status.st_mode & 0777), 0600);
        }
    }

    void migratesForwardStepByStep()
    {
        DatabaseSpec changing = spec(m_path);
        {
            Database database(changing);
            QVERIFY(database.open());
            QVERIFY(database.change(insert, { u"kept"_s }));
        }
        changing.migrations.append(
            { u"ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7"_s });
        Database database(changing);
        QVERIFY(database.open());
        QCOMPARE(database.value(u"PRAGMA user_version"_s)->toInt(), 2);
        QCOMPARE(database.value(u"SELECT size FROM thing"_s)->toInt(), 7);
    }

    void aFailedMigrationLeavesTheOldVersion()
    {
        DatabaseSpec broken = spec(m_path);
        {
            Database database(broken);
            QVERIFY(database.open());
        }
        broken.migrations.append({ u"CREATE TABLE other (x)"_s, u"CREATE TABLE thing (x)"_s });
        Database database(broken);
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageDamaged, m_path }));
        Database again(spec(m_path));
        QVERIFY(again.open());
        QCOMPARE(again
                     .value(u"SELECT count(*) FROM sqlite_schema"
                            " WHERE name = 'other'"_s)
                     ->toInt(),
                 0);
    }

    void refusesAFileThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray(8192, 'g');
        QTest::newRow("a few bytes") << QByteArray("hello");
        QTest::newRow("only the magic") << QByteArray("SQLite format 3", 16);
    }

    void refusesAFileThatIsNone()
    {
        QFETCH(QByteArray, content);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        Database database(spec(m_path));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageDamaged, m_path }));
        QCOMPARE(bytesOf(m_path), content);
    }

    void refusesAVersionThatCannotBe_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("below zero") << -1;
        QTest::newRow("far below") << std::numeric_limits<int>::min();
        QTest::newRow("of no tables, and there are some") << 0;
    }

    void refusesAVersionThatCannotBe()
    {
        QFETCH(int, version);
        {
            Database database(spec(m_path));
            QVERIFY(database.open());
            QVERIFY(database.value(u"PRAGMA user_version=%1"_s.arg(version)));
        }
        Database database(spec(m_path));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageDamaged, m_path }));
        QVERIFY(!database.isOpen());
    }

    void refusesATruncatedFile()
    {
        {
            Database database(spec(m_path));
            QVERIFY(database.open());
            for (int i = 0; i < 200; ++i) {
                QVERIFY(database.change(insert, { QString(500, u'x') }));
            }
        }
        QFile file(m_path);
        QVERIFY(file.resize(file.size() / 2));
        const QByteArray before = bytesOf(m_path);
        Database database(spec(m_path));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::StorageDamaged);
        QCOMPARE(bytesOf(m_path), before);
    }

    void checksAFileThatACrashLeft()
    {
        {
            Database database(spec(m_path));
            QVERIFY(database.open());
            for (int i = 0; i < 200; ++i) {
                QVERIFY(database.change(insert, { QString(500, u'x') }));
            }
        }
        leaveCrashed(u"crash"_s);
        {
            // Damage that the header does not show.
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(5 * 4096));
            file.write(QByteArray(4096, '\x05'));
        }
        Database database(spec(m_path));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::StorageDamaged);
    }

    void readsWhatACrashLeft()
    {
        leaveCrashed(u"crash"_s);
        Database database(spec(m_path));
        QVERIFY(database.open());
        QCOMPARE(database.value(count)->toInt(), 500);
    }

    void leavesANewerFileAlone_data()
    {
        QTest::addColumn<bool>("onlyInTheLog");
        QTest::newRow("closed cleanly") << false;
        QTest::newRow("after a crash") << true;
    }

    void leavesANewerFileAlone()
    {
        QFETCH(bool, onlyInTheLog);
        if (onlyInTheLog) {
            leaveCrashed(u"newer"_s);
        } else {
            DatabaseSpec newer = spec(m_path);
            newer.migrations.append({ u"CREATE TABLE later (x)"_s });
            Database database(newer);
            QVERIFY(database.open());
        }
        const QByteArray before = bytesOf(m_path);
        const QByteArray log = bytesOf(m_path + u"-wal"_s);
        Database database(spec(m_path));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageNewer, m_path }));
        QVERIFY(!database.isOpen());
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(bytesOf(m_path + u"-wal"_s), log);
    }

    void leavesALockedFileAlone()
    {
        QProcess helper;
        startHelper(helper, u"lock"_s);
        QVERIFY(helper.waitForReadyRead());
        const QByteArray before = bytesOf(m_path);
        Database database(spec(m_path));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageLocked, m_path }));
        QCOMPARE(bytesOf(m_path), before);
        helper.closeWriteChannel();
        QVERIFY(helper.waitForFinished());
        QVERIFY(database.open());
    }

    void leavesAReadOnlyFileAlone_data()
    {
        QTest::addColumn<int>("fileMode");
        QTest::addColumn<int>("folderMode");
        QTest::newRow("file") << 0444 << 0777;
        QTest::newRow("folder") << 0666 << 0555;
    }

    void leavesAReadOnlyFileAlone()
    {
        QFETCH(int, fileMode);
        QFETCH(int, folderMode);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"read.sqlite"_s);
        {
            Database database(spec(path));
            QVERIFY(database.open());
        }
        const QByteArray before = bytesOf(path);
        ::chmod(QFile::encodeName(path).constData(), mode_t(fileMode));
        ::chmod(QFile::encodeName(folder.path()).constData(), mode_t(folderMode));
        Result<void> opened;
        {
            const WithoutRootsPower weak;
            Database database(spec(path));
            opened = database.open();
        }
        ::chmod(QFile::encodeName(folder.path()).constData(), 0700);
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageReadOnly, path }));
        QCOMPARE(bytesOf(path), before);
    }

    void refusesAMissingFolder()
    {
        Database database(spec(m_folder.filePath(u"none/here.sqlite"_s)));
        const auto opened = database.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::StorageFailed);
        QVERIFY(!QDir(m_folder.filePath(u"none"_s)).exists());
    }

    void saysWhenItIsFull()
    {
        DatabaseSpec small = spec(m_path);
        small.maxPages = 20;
        Database database(small);
        QVERIFY(database.open());
        Result<int> inserted;
        for (int i = 0; i < 1000 && inserted; ++i) {
            inserted = database.change(insert, { QString(1000, u'x') });
        }
        QVERIFY(!inserted);
        QCOMPARE(inserted.error(), (Error { ErrorKind::StorageFull, m_path }));
        database.setMaxPages(0);
        QVERIFY(database.change(insert, { QString(1000, u'x') }));
    }

    void mapsSqlitesCodes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("readonly") << 8 << int(ErrorKind::StorageReadOnly);
        QTest::newRow("readonly_dbmoved") << 1032 << int(ErrorKind::StorageReadOnly);
        QTest::newRow("busy") << 5 << int(ErrorKind::StorageLocked);
        QTest::newRow("busy_snapshot") << 517 << int(ErrorKind::StorageLocked);
        QTest::newRow("corrupt") << 11 << int(ErrorKind::StorageDamaged);
        QTest::newRow("notadb") << 26 << int(ErrorKind::StorageDamaged);
        QTest::newRow("full") << 13 << int(ErrorKind::StorageFull);
        QTest::newRow("ioerr_shmsize") << 4874 << int(ErrorKind::StorageFull);
        QTest::newRow("ioerr") << 10 << int(ErrorKind::StorageIoFailed);
        QTest::newRow("constraint") << 19 << int(ErrorKind::StorageFailed);
    }

    void mapsSqlitesCodes()
    {
        QFETCH(int, code);
        QFETCH(int, kind);
        const Error error = sqliteError(code, u"words"_s, u"/a/file"_s);
        QCOMPARE(int(error.kind), kind);
        QVERIFY(error.detail.startsWith(QLatin1String("/a/file")));
    }

    void storesErrorKindsByName()
    {
        for (int value = 0; value <= int(ErrorKind::Internal); ++value) {
            QCOMPARE(errorKindFromStored(storedErrorKind(ErrorKind(value))), ErrorKind(value));
        }
        QCOMPARE(errorKindFromStored(u"FromTheFuture"_s), ErrorKind::Internal);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--helper")) {
        return runHelper(arguments.value(2), arguments.value(3));
    }
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
