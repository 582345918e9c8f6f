// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "fulldisk.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A companion that is online, with a Gateway beside it.
struct Chain
{
    Chain()
    {
        sim.ctl({ u"login"_s });
        companion.program = QStringLiteral(COMPANION_BINARY);
    }

    [[nodiscard]] bool up()
    {
        return companion.start() && gateway.subscribe(companion.bridgePath())
            && sim.ctlSucceeds({ u"wait"_s, u"listener"_s });
    }
    [[nodiscard]] QString delivery() const
    {
        return companion.status()[u"delivery"][u"state"].toString();
    }
    [[nodiscard]] QString relayFile() const { return companion.dataFolder() + u"/relay.sqlite"_s; }
    [[nodiscard]] QStringList damagedFiles() const
    {
        return QDir(companion.dataFolder()).entryList({ u"relay.damaged-*.sqlite"_s }, QDir::Files);
    }
    RpcReply send(const QString& key)
    {
        return gateway.call(u"message.send"_s,
                            { { u"threadId"_s, Tam },
                              { u"isGroup"_s, false },
                              { u"key"_s, key },
                              { u"text"_s, QString(u"- "_s + key) } });
    }

    Simulator sim;
    CompanionProcess companion;
    TestGateway gateway;
};

//! Another program, for example a backup, that holds the data file.
class Holder
{
public:
    [[nodiscard]] bool hold(const QString& path)
    {
        m_sqlite.start(u"sqlite3"_s, { u"-bail"_s, path });
        m_sqlite.write(".timeout 5000\nBEGIN EXCLUSIVE;\nSELECT 'held';\n");
        QByteArray printed;
        return QTest::qWaitFor([&] {
            printed += m_sqlite.readAllStandardOutput();
            return printed.contains("held");
        });
    }
    [[nodiscard]] bool release()
    {
        m_sqlite.write("ROLLBACK;\n.quit\n");
        return m_sqlite.waitForFinished();
    }

private:
    QProcess m_sqlite;
};

//! Files below the companion's folders that hold `words`.
QStringList filesWith(const CompanionProcess& companion, const QByteArray& words)
{
    QStringList found;
    for (const QString& base :
         { u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s }) {
        QDirIterator files(companion.environment.value(base), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (bytesOf(files.next()).contains(words)) {
                found << files.filePath();
            }
        }
    }
    return found;
}

} // namespace

//! A disk that is full or damaged, and a person who wants to be rid of everything, on the real
//! program.
class TestStorage : public QObject
{
    Q_OBJECT

    torture::FullDisk m_disk;

private slots:
    void cleanup() { m_disk.unmount(); }

    void fullDiskStopsTheListenerUntilThereIsRoom()
    {
        Chain c;
        if (!m_disk.mount(c.companion.environment.value(u"XDG_DATA_HOME"_s))) {
            QSKIP("a small disk takes root's rights");
        }
        QVERIFY(c.up());
        c.sim.inject(Tam, u"trước"_s);
        QTRY_COMPARE(c.gateway.texts(Tam), QStringList { u"trước"_s });
        QVERIFY(c.send(u"before"_s));

        m_disk.fill();
        c.gateway.callAndForget(u"message.send"_s,
                                { { u"threadId"_s, Tam },
                                  { u"isGroup"_s, false },
                                  { u"key"_s, u"refused"_s },
                                  { u"text"_s, QString(100'000, u'x') } });
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"StorageFull"_s, 20'000);
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        const CompanionProcess::Answer status = c.companion.run({ u"status"_s });
        QCOMPARE(status.status, 3);
        QVERIFY2(status.out.contains(u"Free some space"), qPrintable(status.out));
        // Neither a new login nor a person's impatience starts a listener that cannot store.
        QVERIFY(c.companion.run({ u"reconnect"_s }).err.contains(u"Free some space"));
        const RpcReply sent = c.send(u"during"_s);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, u"storage"_s);
        QCOMPARE(sent.error().data[u"possiblySent"], QJsonValue(true));

        m_disk.empty();
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"Running"_s, 20'000);
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        c.sim.inject(Tam, u"sau"_s);
        QTRY_COMPARE(c.gateway.texts(Tam).last(), u"sau"_s);
        const RpcReply before = c.gateway.call(u"message.outcome"_s, { { u"key"_s, u"before"_s } });
        QCOMPARE((*before)[u"state"].toString(), u"sent"_s);
        QVERIFY(c.send(u"during"_s));
        c.companion.kill();
    }

    void aLockOfThreeSecondsCostsNothing()
    {
        Chain c;
        QVERIFY(c.up());
        const qsizetype starts = c.sim.starts().size();
        Holder backup;
        QVERIFY(backup.hold(c.relayFile()));
        QElapsedTimer held;
        held.start();
        const QStringList texts { u"một"_s, u"hai"_s, u"ba"_s };
        for (const QString& text : texts) {
            c.sim.inject(Tam, text);
        }
        const auto sent = std::make_shared<std::optional<RpcReply>>();
        c.gateway.channel().request(this, u"message.send"_s,
                                    { { u"threadId"_s, Tam },
                                      { u"isGroup"_s, false },
                                      { u"key"_s, u"k"_s },
                                      { u"text"_s, u"trong lúc khóa"_s } },
                                    std::chrono::seconds(30),
                                    [sent](const RpcReply& reply) { *sent = reply; });
        // The whole time it is neither a full disk nor another reason to stop.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                if (c.delivery() != u"Running") {
                    qFatal("it stopped");
                }
                return held.hasExpired(3'000);
            }(),
            10'000);
        QVERIFY(c.gateway.texts(Tam).isEmpty());
        QVERIFY(!*sent);
        QVERIFY(backup.release());
        QTRY_COMPARE(c.gateway.texts(Tam), texts);
        QTRY_VERIFY(*sent);
        QVERIFY(**sent);
        QCOMPARE(c.sim.starts().size(), starts); // the listener went on
    }

    //! Zalo Web has the account; a disk that has room again is no reason to throw it out.
    void aTakenSessionStaysTakenOverAFullDisk()
    {
        Chain c;
        if (!m_disk.mount(c.companion.environment.value(u"XDG_DATA_HOME"_s))) {
            QSKIP("a small disk takes root's rights");
        }
        QVERIFY(c.up());
        c.sim.ctl({ u"kick"_s, u"3003"_s });
        const auto state = [&c] {
            return c.companion.status()[u"profiles"][0][u"session"][u"state"].toString();
        };
        QTRY_COMPARE(state(), u"Kicked"_s);
        m_disk.fill();
        c.gateway.callAndForget(u"message.send"_s,
                                { { u"threadId"_s, Tam },
                                  { u"isGroup"_s, false },
                                  { u"key"_s, u"refused"_s },
                                  { u"text"_s, QString(100'000, u'x') } });
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"StorageFull"_s, 20'000);
        m_disk.empty();
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"Running"_s, 20'000);
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(since.elapsed() > 2'000);
        QCOMPARE(state(), u"Kicked"_s);
        QCOMPARE(c.sim.starts().size(), 1);
    }

    void startsOnAFullDiskAndGoesOnWhenThereIsRoom()
    {
        Chain c;
        if (!m_disk.mount(c.companion.environment.value(u"XDG_DATA_HOME"_s))) {
            QSKIP("a small disk takes root's rights");
        }
        QVERIFY(c.up());
        QVERIFY(c.companion.terminate());
        c.gateway.close();
        m_disk.fill();
        QVERIFY(c.companion.start());
        QTRY_COMPARE(c.delivery(), u"StorageFull"_s);
        m_disk.empty();
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"Running"_s, 20'000);
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        c.companion.kill();
    }

    void damagedFileIsSetAsideOnlyWhenAsked()
    {
        Chain c;
        QVERIFY(c.up());
        QVERIFY(c.companion.terminate());
        c.gateway.close();
        QByteArray content = bytesOf(c.relayFile());
        content.replace(0, 4096, QByteArray(4096, 'x'));
        {
            QFile file(c.relayFile());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        QVERIFY(c.companion.start());
        QCOMPARE(c.delivery(), u"StorageDamaged"_s);
        const CompanionProcess::Answer status = c.companion.run({ u"status"_s });
        QCOMPARE(status.status, 3);
        QVERIFY2(status.out.contains(u"damaged") && status.out.contains(c.relayFile())
                     && status.out.contains(u"zalo-companion reset --keep-damaged"),
                 qPrintable(status.out));
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QVERIFY(c.gateway.open(c.companion.bridgePath()));
        const RpcReply login = c.gateway.call(u"login.start"_s);
        QVERIFY(!login);
        QCOMPARE(login.error().kind, u"storage"_s);
        QCOMPARE(bytesOf(c.relayFile()), content);
        QVERIFY(c.damagedFiles().isEmpty());

        const qint64 pid = c.companion.processId();
        QCOMPARE(c.companion.run({ u"reset"_s, u"--keep-damaged"_s }).status, 0);
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"Running"_s, 20'000);
        QCOMPARE(c.companion.processId(), pid);
        QVERIFY(c.companion.isRunning());
        QCOMPARE(c.damagedFiles().size(), 1);
        QCOMPARE(bytesOf(c.companion.dataFolder() + u'/' + c.damagedFiles().first()), content);
        // The Gateway is known still.
        QVERIFY(c.gateway.subscribe(c.companion.bridgePath()));
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        c.sim.inject(Tam, u"lại từ đầu"_s);
        QTRY_COMPARE(c.gateway.texts(Tam), QStringList { u"lại từ đầu"_s });
        QVERIFY(c.companion.run({ u"reset"_s, u"--keep-damaged"_s }).err.contains(u"not damaged"));
    }

    void damageFoundWhileItRuns()
    {
        Chain c;
        QVERIFY(c.up());
        for (int i = 0; i < 3; ++i) {
            c.sim.inject(Tam, u"tin %1"_s.arg(i));
        }
        QTRY_COMPARE(c.gateway.delivered.size(), 3);
        QVERIFY(c.companion.terminate()); // all of it is in the main file
        c.gateway.close();
        QVERIFY(c.up());
        // Stopped meanwhile: else it may find the damage, and end its listener, before the message.
        QCOMPARE(::kill(pid_t(c.companion.processId()), SIGSTOP), 0);
        {
            QFile file(c.relayFile());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(4096));
            file.write(QByteArray(file.size() - 4096, '\x07'));
        }
        const QString id = c.sim.inject(Tam, u"không mất"_s);
        QCOMPARE(::kill(pid_t(c.companion.processId()), SIGCONT), 0);
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"StorageDamaged"_s, 20'000);
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QCOMPARE(c.companion.run({ u"reset"_s, u"--keep-damaged"_s }).status, 0);
        QTRY_COMPARE_WITH_TIMEOUT(c.delivery(), u"Running"_s, 20'000);
        // What was printed meanwhile was never confirmed: it is stored now.
        c.gateway.delivered.clear();
        QVERIFY(c.gateway.subscribe(c.companion.bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(c.gateway.texts(Tam), QStringList { u"không mất"_s }, 20'000);
        QCOMPARE(c.gateway.delivered.first()[u"msgId"].toString(), id);
    }

    void resetsEverything()
    {
        Chain c;
        QVERIFY(c.up());
        const QByteArray marker = "DauVet4711";
        for (int i = 0; i < 20; ++i) {
            c.sim.inject(Tam, QString::fromLatin1(marker) + QString::number(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(c.gateway.delivered.size(), 20, 20'000);
        QVERIFY(c.send(QString::fromLatin1(marker) + u"out"_s));
        QVERIFY(c.gateway.call(u"contacts.refresh"_s));
        c.gateway.close();
        c.sim.inject(Tam, QString::fromLatin1(marker) + u"waiting"_s);
        const auto waiting = [&c] {
            return c.companion.status()[u"profiles"][0][u"queue"][u"inboundWaiting"].toInt();
        };
        QTRY_COMPARE(waiting(), 1);
        const QByteArray friendsName = "Phạm Văn Tâm";
        const QByteArray key = c.gateway.key;
        QVERIFY(!filesWith(c.companion, marker).isEmpty());
        QVERIFY(!filesWith(c.companion, friendsName).isEmpty());
        QVERIFY(!filesWith(c.companion, "gateway-of-a-test").isEmpty());

        const CompanionProcess::Answer asked = c.companion.run({ u"reset"_s });
        QCOMPARE(asked.status, 3);
        QVERIFY2(asked.out.contains(u"1 message") && asked.out.contains(u"reset --yes"),
                 qPrintable(asked.out));
        QVERIFY(!filesWith(c.companion, marker).isEmpty());

        const qint64 started = c.companion.status()[u"companion"][u"startedAt"].toInteger();
        QCOMPARE(c.companion.run({ u"reset"_s, u"--yes"_s }).status, 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            c.companion.status()[u"companion"][u"startedAt"].toInteger() > started, 20'000);
        QCOMPARE(filesWith(c.companion, marker), QStringList());
        QCOMPARE(filesWith(c.companion, "gateway-of-a-test"), QStringList());
        for (const QByteArray& form : { key, key.toBase64(), key.toHex() }) {
            QCOMPARE(filesWith(c.companion, form), QStringList());
        }
        QCOMPARE(waiting(), 0);
        // The Gateway comes as a new one; zca's login is still there.
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        c.gateway.delivered.clear();
        const RpcReply opened = c.gateway.open(c.companion.bridgePath());
        QVERIFY(opened);
        QVERIFY((*opened)[u"association"].toString() != u"known");
        const RpcReply activity = c.gateway.call(u"activity.list"_s);
        for (const QJsonValue& item : (*activity)[u"items"].toArray()) {
            QCOMPARE(item[u"kind"].toString(), u"gap"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
