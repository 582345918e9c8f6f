// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "syncrecord.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList Threads { u"365333052772575247"_s, u"385465029173967793"_s,
                            u"772797855570859122"_s };
constexpr int Stops = 20;
constexpr int CutsOfOne = 6;

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What a stopped companion's disk would hold after a loss of power just then.
struct Remains
{
    QByteArray database;
    QByteArray log;
    qint64 syncedEnd = 0;
    QByteArray spool; //!< what zca printed and nobody has confirmed
};

//! Ids and keys found in a database.
struct Held
{
    bool isSound = false;
    QSet<QString> inbound;
    QHash<QString, QString> outbound; //!< states by key
};

Held open(const QString& path)
{
    Held held;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"remains"_s);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(database);
            held.isSound = query.exec(u"PRAGMA integrity_check"_s) && query.next()
                && query.value(0).toString() == u"ok";
            query.exec(u"SELECT msg_id FROM inbound"_s);
            while (query.next()) {
                held.inbound.insert(query.value(0).toString());
            }
            query.exec(u"SELECT key, state FROM outbound"_s);
            while (query.next()) {
                held.outbound.insert(query.value(0).toString(), query.value(1).toString());
            }
        }
    }
    QSqlDatabase::removeDatabase(u"remains"_s);
    return held;
}

} // namespace

//! What the companion acknowledged survives a loss of power at any instant. It is stopped under
//! load, its files are copied, and the log is cut wherever a disk might have lost it.
class TestDurability : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    SyncRecord* m_record = nullptr;
    QFile m_recordFile;

    Simulator m_sim;
    CompanionProcess m_companion;
    TestGateway m_gateway;
    int m_sent = 0;
    QSet<QString> m_printed; //!< ids of messages whose line was out
    QSet<QString> m_stored; //!< keys that the companion knows of
    QHash<QString, QString> m_answered; //!< how, by key

    void load()
    {
        const QString thread = Threads.at(m_sent % Threads.size());
        const QString message = u"{\"threadId\":\"%1\",\"content\":\"tin %n\",\"count\":5}"_s;
        const auto ids =
            QString::fromUtf8(m_sim.ctl({ u"inject"_s, message.arg(thread) })).split(u'\n');
        for (const QString& id : ids) {
            if (!id.trimmed().isEmpty()) {
                m_printed.insert(id.trimmed());
            }
        }
        for (int i = 0; i < 4; ++i) {
            const QString key = u"key-%1"_s.arg(++m_sent);
            m_gateway.channel().request(
                this, u"message.send"_s,
                { { u"threadId"_s, Threads.at(m_sent % Threads.size()) },
                  { u"isGroup"_s, false },
                  { u"key"_s, key },
                  { u"text"_s, u"trả lời %1"_s.arg(m_sent) } },
                std::chrono::seconds(60), [this, key](const RpcReply& reply) {
                    m_answered.insert(key, reply ? u"sent"_s : reply.error().kind);
                });
        }
    }

    qint64 acknowledged() const { return m_gateway.delivered.size() + m_answered.size(); }

    Remains remains() const
    {
        Remains left;
        const QString data = m_companion.dataFolder();
        left.syncedEnd = m_record->syncedEnd;
        left.database = bytesOf(data + u"/relay.sqlite"_s);
        left.log = bytesOf(data + u"/relay.sqlite-wal"_s);
        const auto files = QDir(data + u"/spool"_s).entryInfoList(QDir::Files);
        for (const QFileInfo& file : files) {
            left.spool += bytesOf(file.filePath());
        }
        return left;
    }

    void check(const Remains& left, qint64 cut)
    {
        const QString path = m_folder.filePath(u"relay.sqlite"_s);
        for (const char* suffix : { "", "-wal", "-shm" }) {
            QFile::remove(path + QLatin1String(suffix));
        }
        QFile database(path);
        QVERIFY(database.open(QIODevice::WriteOnly));
        database.write(left.database);
        database.close();
        QFile log(path + u"-wal"_s);
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(left.log.left(cut));
        log.close();

        const Held held = open(path);
        QVERIFY(held.isSound);
        for (const QJsonObject& delivered : qAsConst(m_gateway.delivered)) {
            QVERIFY2(held.inbound.contains(delivered[u"msgId"].toString()),
                     qPrintable(delivered[u"msgId"].toString()));
        }
        for (const QString& id : qAsConst(m_printed)) {
            QVERIFY2(held.inbound.contains(id) || left.spool.contains(id.toUtf8()), qPrintable(id));
        }
        for (auto it = m_answered.cbegin(); it != m_answered.cend(); ++it) {
            QCOMPARE(held.outbound.value(it.key()), it.value());
        }
        // What has reached Zalo was stored before, and counts as started at least.
        for (const QString& key : qAsConst(m_stored)) {
            QVERIFY2(held.outbound.value(key, u"queued"_s) != u"queued", qPrintable(key));
        }
    }

private slots:
    void initTestCase()
    {
        m_recordFile.setFileName(m_folder.filePath(u"syncs"_s));
        QVERIFY(m_recordFile.open(QIODevice::ReadWrite));
        QVERIFY(m_recordFile.resize(sizeof(SyncRecord)));
        m_record = reinterpret_cast<SyncRecord*>(m_recordFile.map(0, sizeof(SyncRecord)));
        QVERIFY(m_record);
        m_companion.program = QStringLiteral(QUICK_COMPANION); // it sends without a pause
        m_companion.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(SYNCWATCH));
        m_companion.environment.insert(u"ZALO_TEST_SYNC_RECORD"_s, m_recordFile.fileName());
        // A sanitizer wants to come first; this library has nothing that it watches.
        m_companion.environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
        m_sim.ctl({ u"login"_s });
        QVERIFY(m_companion.start());
        QVERIFY(m_gateway.subscribe(m_companion.bridgePath()));
        QVERIFY(m_sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
    }

    void whatWasAcknowledgedIsThere()
    {
        QRandomGenerator random(4711);
        int beyond = 0;
        for (int stop = 0; stop < Stops; ++stop) {
            load();
            // An instant in the middle of it: some acknowledgements later, and a little more.
            const qint64 until = acknowledged() + random.bounded(1, 8);
            QTRY_VERIFY_WITH_TIMEOUT(acknowledged() >= until, 30'000);
            QTest::qWait(random.bounded(0, 25)); // any instant: nothing is waited for
            QCOMPARE(::kill(pid_t(m_companion.processId()), SIGSTOP), 0);
            const Remains left = remains();
            // Its words that were on their way are acknowledgements too.
            QCoreApplication::processEvents();
            for (const QJsonObject& message : m_sim.outbox()) {
                m_stored.insert(u"key-"_s + message[u"text"].toString().section(u' ', -1));
            }
            QVERIFY(left.syncedEnd <= left.log.size());
            for (int i = 0; i < CutsOfOne; ++i) {
                const qint64 cut = i == 0
                    ? left.syncedEnd
                    : random.bounded(left.syncedEnd, qint64(left.log.size()) + 1);
                beyond += cut > left.syncedEnd ? 1 : 0;
                check(left, cut);
                if (QTest::currentTestFailed()) {
                    ::kill(pid_t(m_companion.processId()), SIGCONT);
                    return;
                }
            }
            QCOMPARE(::kill(pid_t(m_companion.processId()), SIGCONT), 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_answered.size(), m_sent, 60'000);
        qInfo("%d stops, %d cuts (%d beyond the last sync), %lld messages in, %d out, %lld syncs",
              Stops, Stops * CutsOfOne, beyond, qint64(m_printed.size()), m_sent,
              qint64(m_record->syncs));
    }
};

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
