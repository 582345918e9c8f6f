// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactschema.h"
#include "messagestore/accounttable.h"
#include "messagestore/relayschema.h"
#include "storage/database.h"

#include <QFile>
#include <QProcess>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Schema
{
    QString name;
    QList<QStringList> migrations;
};

QList<Schema> schemas()
{
    return { { u"relay"_s, relayMigrations() }, { u"contacts"_s, contactMigrations() } };
}

QString storedFile(const QString& name, int version)
{
    return u"%1/storage/%2-v%3.sqlite"_s.arg(QStringLiteral(ZALO_TEST_DATA), name).arg(version);
}

DatabaseSpec spec(const QString& path, const QList<QStringList>& migrations)
{
    return { path, migrations, true, std::chrono::milliseconds(50) };
}

//! Every row of `query`, its values by the names of their columns.
QList<QVariantMap> rows(Database& database, const QString& query)
{
    QList<QVariantMap> found;
    const auto read = database.each(query, {}, [&found](const QSqlQuery& row) {
        QVariantMap values;
        for (int i = 0; i < row.record().count(); ++i) {
            values.insert(row.record().fieldName(i), row.value(i));
        }
        found << values;
    });
    if (!read) {
        qFatal("%s", qPrintable(errorText(read.error(), TextLanguage::English)));
    }
    return found;
}

using Content = QMap<QString, QList<QVariantMap>>; //!< rows by table

Content contentOf(Database& database)
{
    Content content;
    const auto tables =
        rows(database,
             u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s);
    for (const QVariantMap& table : tables) {
        const QString name = table[u"name"_s].toString();
        content.insert(name, rows(database, u"SELECT * FROM %1"_s.arg(name)));
    }
    return content;
}

//! True when `now` has every row of `before`, with at least its values.
bool holds(const QList<QVariantMap>& now, const QList<QVariantMap>& before)
{
    return std::all_of(before.cbegin(), before.cend(), [&now](const QVariantMap& old) {
        return std::any_of(now.cbegin(), now.cend(), [&old](const QVariantMap& row) {
            for (auto it = old.cbegin(); it != old.cend(); ++it) {
                if (row.value(it.key()) != it.value()) {
                    return false;
                }
            }
            return true;
        });
    });
}

//! Tables with their columns, indexes with their words: what a schema means, however it came about.
QStringList meaningOf(Database& database)
{
    QStringList meaning;
    const auto objects = rows(database,
                              u"SELECT type, name, sql FROM sqlite_schema"
                              " WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"_s);
    for (const QVariantMap& object : objects) {
        const QString name = object[u"name"_s].toString();
        if (object[u"type"_s] != u"table"_s) {
            meaning << object[u"sql"_s].toString().simplified();
            continue;
        }
        for (QVariantMap column : rows(database, u"PRAGMA table_info(%1)"_s.arg(name))) {
            column.remove(u"cid"_s);
            QStringList words { name };
            for (const QVariant& value : std::as_const(column)) {
                words << value.toString();
            }
            meaning << words.join(u'|');
        }
        for (const QVariantMap& index : rows(database, u"PRAGMA index_list(%1)"_s.arg(name))) {
            QStringList words { name, index[u"unique"_s].toString() };
            const QString of = u"PRAGMA index_info('%1')"_s.arg(index[u"name"_s].toString());
            for (const QVariantMap& column : rows(database, of)) {
                words << column[u"name"_s].toString();
            }
            meaning << words.join(u'|');
        }
    }
    meaning.sort();
    return meaning;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList slowMigration()
{
    return { u"CREATE TABLE half (number INTEGER)"_s,
             // Long enough for every kill to come before its end.
             u"INSERT INTO half WITH RECURSIVE n(x) AS"
             " (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000000) SELECT x FROM n"_s };
}

//! In a process of its own: migrates until it is killed.
int migrateSlowly(const QString& path)
{
    QList<QStringList> migrations = relayMigrations();
    migrations << slowMigration();
    return Database(spec(path, migrations)).open() ? 0 : 1;
}

} // namespace

//! Files that older versions wrote, opened by this one.
class TestMigrations : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString copyOf(const QString& stored)
    {
        static int number = 0;
        const QString path = m_folder.filePath(u"db%1.sqlite"_s.arg(++number));
        if (!QFile::copy(stored, path)
            || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)) {
            return {};
        }
        return path;
    }

private slots:
    void storedFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("version");
        for (const Schema& schema : schemas()) {
            // Version 1 has one from the beginning, every other one when the next is written.
            const int last = std::max(1, int(schema.migrations.size()) - 1);
            for (int version = 1; version <= last; ++version) {
                QTest::addRow("%s %d", qPrintable(schema.name), version) << schema.name << version;
            }
        }
    }

    void storedFiles()
    {
        QFETCH(QString, name);
        QFETCH(int, version);
        const QString stored = storedFile(name, version);
        QVERIFY2(QFile::exists(stored),
                 qPrintable(stored + u" is missing: tests/data/storage/README.md"_s));
        QList<QStringList> migrations;
        for (const Schema& schema : schemas()) {
            if (schema.name == name) {
                migrations = schema.migrations;
            }
        }
        const QString path = copyOf(stored);
        Content before;
        {
            Database old(spec(path, migrations.mid(0, version)));
            QVERIFY(old.open());
            QCOMPARE(old.value(u"PRAGMA user_version"_s)->toInt(), version);
            before = contentOf(old);
        }
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            QVERIFY2(!it->isEmpty(), qPrintable(it.key() + u" has no row in "_s + stored));
        }

        Database now(spec(path, migrations));
        QVERIFY(now.open());
        QCOMPARE(now.value(u"PRAGMA user_version"_s)->toInt(), int(migrations.size()));
        QCOMPARE(now.value(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
        QVERIFY(rows(now, u"PRAGMA foreign_key_check"_s).isEmpty());
        const Content after = contentOf(now);
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            QVERIFY2(holds(after.value(it.key()), it.value()), qPrintable(it.key()));
        }
        Database fresh(
            spec(m_folder.filePath(u"fresh-%1-%2.sqlite"_s.arg(name).arg(version)), migrations));
        QVERIFY(fresh.open());
        QCOMPARE(meaningOf(now), meaningOf(fresh));
    }

    //! Every row of a version that knew no accounts is of who is verified first after it.
    void rowsGetTheirAccount_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < 3; ++version) {
            QTest::addRow("%d", version) << version;
        }
    }

    void rowsGetTheirAccount()
    {
        QFETCH(int, version);
        const QString path = copyOf(storedFile(u"relay"_s, version));
        Content before;
        Database now(spec(path, relayMigrations()));
        QVERIFY(now.open());
        before = contentOf(now);
        const QStringList tables { u"inbound"_s,      u"outbound"_s,       u"gap"_s,
                                   u"state_change"_s, u"thread_setting"_s, u"profile_state"_s };
        for (const QString& profile : { u"default"_s, u"work"_s }) {
            const QString account = u"account of "_s + profile;
            QVERIFY(accounttable::settle(now, profile, account, u"An"_s));
            while (*accounttable::claim(now, profile, account, 3)) { }
        }
        for (const QString& table : tables) {
            const auto claimed = rows(now, u"SELECT * FROM "_s + table);
            // Both profiles have been verified now, whether or not they had a row before.
            QVERIFY(claimed.size() >= before.value(table).size());
            for (const QVariantMap& row : claimed) {
                QCOMPARE(row[u"account"_s].toString(),
                         u"account of "_s + row[u"profile"_s].toString());
            }
        }
    }

    void newerFilesAreLeftAlone_data()
    {
        QTest::addColumn<QString>("name");
        for (const Schema& schema : schemas()) {
            QTest::addRow("%s", qPrintable(schema.name)) << schema.name;
        }
    }

    void newerFilesAreLeftAlone()
    {
        QFETCH(QString, name);
        for (const Schema& schema : schemas()) {
            if (schema.name != name) {
                continue;
            }
            const QString path = copyOf(storedFile(name, 1));
            QList<QStringList> later = schema.migrations;
            later << QStringList { u"CREATE TABLE later (x)"_s };
            QVERIFY(Database(spec(path, later)).open());
            const QByteArray before = bytesOf(path);
            const auto opened = Database(spec(path, schema.migrations)).open();
            QVERIFY(!opened);
            QCOMPARE(opened.error(), (Error { ErrorKind::StorageNewer, path }));
            QVERIFY(errorText(opened.error(), TextLanguage::English).contains(u"newer"));
            QCOMPARE(bytesOf(path), before);
        }
    }

    //! Killed in the middle: the file is of the old version, whole, and can be migrated again.
    void killedInTheMiddle()
    {
        const QString path = copyOf(storedFile(u"relay"_s, 1));
        const QList<QStringList> migrations = relayMigrations();
        Content before;
        {
            Database now(spec(path, migrations));
            QVERIFY(now.open());
            before = contentOf(now);
        }
        for (const qint64 writtenBytes : { 1'000'000, 8'000'000 }) {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), { u"--migrate"_s, path });
            // Its cache is full by then: what is not committed is in the log already.
            QTRY_VERIFY_WITH_TIMEOUT(QFile(path + u"-wal"_s).size() > writtenBytes, 30'000);
            QCOMPARE(process.state(), QProcess::Running);
            process.kill();
            QVERIFY(process.waitForFinished());

            Database now(spec(path, migrations));
            QVERIFY(now.open());
            QCOMPARE(now.value(u"PRAGMA user_version"_s)->toInt(), int(migrations.size()));
            QCOMPARE(contentOf(now), before);
        }
        QList<QStringList> next = migrations;
        next << QStringList { u"CREATE TABLE half (number INTEGER)"_s };
        QVERIFY(Database(spec(path, next)).open());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--migrate") {
        return migrateSlowly(arguments.value(2));
    }
    TestMigrations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrations.moc"
