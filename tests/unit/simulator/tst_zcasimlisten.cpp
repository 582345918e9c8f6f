// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The simulator's listener, steered through ctl (ZCA.md 7).

#include "simulation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto friendId = u"365333052772575247"_s;
const auto groupId = u"772797855570859122"_s;

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

QList<QJsonObject> messages(const QByteArray& out)
{
    QList<QJsonObject> list;
    for (const QByteArray& line : out.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(u"msgId"_s)) {
            list.append(object);
        }
    }
    return list;
}

} // namespace

class TestZcaSimListen : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void lostWithoutListener();
    void injected();
    void strangerInGroup();
    void mediaFileIsThere();
    void failedMedia();
    void manyFromStdin();
    void plainText();
    void zcaCli();
    void closes_data();
    void closes();
    void supervisedIgnoresKeepAlive();
    void oneOwner();
    void ownerWasKilled();
    void anyLivingProcessIsTheOwner_data();
    void anyLivingProcessIsTheOwner();
    void theLockCanBeSwitchedOff();
    void aConnectionOutlivesItsCookie();
    void tellsTheRightProfile();
    void longStateFolder();
    void signalTidiesUp();
    void splitLetters();
    void bigLine();
    void diesMidLine();
    void mutedHeartbeat();

private:
    std::unique_ptr<QProcess> listen(const QStringList& options = {});
    Ran inject(const QJsonObject& message);
    void claim(qint64 pid);
    QList<QJsonObject> stop(QProcess& process);

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSimListen::init()
{
    m_sim = std::make_unique<Simulation>();
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
}

std::unique_ptr<QProcess> TestZcaSimListen::listen(const QStringList& options)
{
    auto process = m_sim->start(words("listen -r") + options);
    [&] { QCOMPARE(m_sim->ctl(words("wait listener")).exitCode, 0); }();
    return process;
}

Ran TestZcaSimListen::inject(const QJsonObject& message)
{
    return m_sim->ctl({ u"inject"_s, QString::fromUtf8(QJsonDocument(message).toJson()) });
}

QList<QJsonObject> TestZcaSimListen::stop(QProcess& process)
{
    process.terminate();
    return messages(Simulation::finish(process).out);
}

//! The lock as another process would have left it.
void TestZcaSimListen::claim(qint64 pid)
{
    QFile lock(m_sim->path(u"profiles/default/listener-owner.json"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QJsonDocument(QJsonObject { { u"pid"_s, pid } }).toJson());
}

void TestZcaSimListen::lostWithoutListener()
{
    const Ran ran = inject({ { u"threadId"_s, friendId } });
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err,
             QByteArray("zca-sim ctl: the message reached nobody, no listener is running\n"));
    const auto process = listen();
    QCOMPARE(stop(*process).size(), 0);
}

void TestZcaSimListen::injected()
{
    const auto process = listen();
    const Ran ran =
        inject({ { u"threadId"_s, friendId }, { u"content"_s, u"lần %n"_s }, { u"count"_s, 3 } });
    QCOMPARE(ran.exitCode, 0);
    const QList<QJsonObject> list = stop(*process);
    QCOMPARE(list.size(), 3);
    QByteArray ids;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(list[i][u"content"_s].toString(), u"lần %1"_s.arg(i + 1));
        QCOMPARE(list[i][u"type"_s].toInt(), 0);
        QCOMPARE(list[i][u"senderName"_s].toString(), u"Phạm Văn Tâm 🌸"_s);
        ids += list[i][u"msgId"_s].toString().toLatin1() + '\n';
    }
    QCOMPARE(ran.out, ids);
}

void TestZcaSimListen::strangerInGroup()
{
    const auto process = listen();
    QCOMPARE(inject({ { u"threadId"_s, groupId },
                      { u"senderId"_s, u"999"_s },
                      { u"senderName"_s, u"Ai Đó"_s },
                      { u"msgId"_s, u"42"_s } })
                 .out,
             QByteArray("42\n"));
    const QList<QJsonObject> list = stop(*process);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][u"type"_s].toInt(), 1);
    QCOMPARE(list[0][u"toId"_s].toString(), groupId);
    const QJsonObject metadata = list[0][u"metadata"_s].toObject();
    QCOMPARE(metadata[u"fromId"_s].toString(), u"999"_s);
    QCOMPARE(metadata[u"senderName"_s].toString(), u"Ai Đó"_s);
}

void TestZcaSimListen::mediaFileIsThere()
{
    QFile original(m_sim->path(u"cat.png"_s));
    QVERIFY(original.open(QIODevice::WriteOnly));
    original.write("cat");
    original.close();
    const auto process = listen();
    QCOMPARE(inject({ { u"threadId"_s, friendId },
                      { u"kind"_s, u"photo"_s },
                      { u"file"_s, original.fileName() } })
                 .exitCode,
             0);
    const QList<QJsonObject> list = stop(*process);
    QCOMPARE(list.size(), 1);
    QFile copy(list[0][u"mediaPath"_s].toString());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray("cat"));
    QVERIFY(copy.fileName().startsWith(m_sim->home()));
}

void TestZcaSimListen::failedMedia()
{
    const auto process = listen();
    QCOMPARE(
        inject(
            { { u"threadId"_s, friendId }, { u"kind"_s, u"photo"_s }, { u"mediaFails"_s, true } })
            .exitCode,
        0);
    const QList<QJsonObject> list = stop(*process);
    QCOMPARE(list.size(), 1);
    QVERIFY(!list[0].contains(u"mediaPath"_s));
    QCOMPARE(list[0][u"mediaKind"_s].toString(), u"image"_s);
}

void TestZcaSimListen::manyFromStdin()
{
    const auto process = listen();
    QProcess ctl;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ZCA_SIM_HOME"_s, m_sim->home());
    ctl.setProcessEnvironment(environment);
    ctl.start(Simulation::program(), words("ctl inject -"));
    for (int i = 0; i < 200; ++i) {
        ctl.write(R"({"threadId":"365333052772575247","content":")" + QByteArray::number(i)
                  + "\"}\n");
    }
    ctl.closeWriteChannel();
    // Meanwhile the listener's pipe has to be read, or it fills up.
    QTRY_COMPARE(ctl.state(), QProcess::NotRunning);
    QCOMPARE(Simulation::finish(ctl).out.count('\n'), 200);
    const QList<QJsonObject> list = stop(*process);
    QCOMPARE(list.size(), 200);
    QCOMPARE(list[199][u"content"_s].toString(), u"199"_s);
}

void TestZcaSimListen::plainText()
{
    const auto process = m_sim->start(words("listen"));
    QCOMPARE(m_sim->ctl(words("wait listener")).exitCode, 0);
    QCOMPARE(inject({ { u"threadId"_s, friendId }, { u"content"_s, u"ơi"_s } }).exitCode, 0);
    process->terminate();
    QVERIFY(Simulation::finish(*process).out.endsWith(
        "\n[user] Phạm Văn Tâm 🌸 -> 365333052772575247: ơi\n"));
}

void TestZcaSimListen::zcaCli()
{
    QCOMPARE(m_sim->ctl(words("set dialect=zca-cli")).exitCode, 0);
    const auto process = listen();
    QCOMPARE(inject({ { u"threadId"_s, groupId } }).exitCode, 0);
    process->terminate();
    const QByteArray out = Simulation::finish(*process).out;
    QVERIFY(out.startsWith("\x1b["));
    const QList<QJsonObject> list = messages(out);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].keys(),
             QStringList(words("cliMsgId content metadata msgId threadId timestamp type")));
    QCOMPARE(list[0][u"metadata"_s].toObject()[u"threadName"_s].toString(), u"Gia đình"_s);
}

void TestZcaSimListen::closes_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("control");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("afterwards");
    const auto row = [](const char* name, const char* options, const char* control,
                        const char* line, const char* afterwards) {
        QTest::newRow(name) << words(options) << words(control) << QByteArray(line)
                            << QString::fromLatin1(afterwards);
    };
    row("3000", "", "kick 3000", "Listener closed (3000) \n", "ends");
    row("3003", "", "kick 3003", "Listener closed (3003) \n", "ends");
    row("1006", "", "drop", "Listener closed (1006) \n", "ends");
    row("net", "", "net off", "Listener closed (1006) \n", "ends");
    row("cookie", "", "cookie-expire closed", "Listener closed (1006) \n", "ends");
    row("3000 -k", "-k", "kick 3000", "Listener closed (3000) \n", "comes back");
    row("3003 -k", "-k", "kick 3003", "Listener closed (3003) \n", "is deaf");
    row("1006 -k", "-k", "drop", "Listener closed (1006) \n", "is deaf");
    row("cookie -k", "-k", "cookie-expire closed", "Listener closed (1006) \n", "is deaf");
}

void TestZcaSimListen::closes()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, control);
    QFETCH(QByteArray, line);
    QFETCH(QString, afterwards);
    m_sim->setEnvironment(u"OPENZCA_LISTEN_KEEPALIVE_RESTART_DELAY_MS"_s, u"1"_s);
    const auto process = listen(options);
    QCOMPARE(m_sim->ctl(control).exitCode, 0);
    QByteArray out;
    QTRY_VERIFY((out += process->readAllStandardOutput()).contains(line));
    if (afterwards == QLatin1String("ends")) {
        QCOMPARE(Simulation::finish(*process).exitCode, 0);
        QVERIFY(!QFile::exists(m_sim->path(u"profiles/default/listener-owner.json"_s)));
        return;
    }
    if (afterwards == QLatin1String("comes back")) {
        QCOMPARE(m_sim->ctl(words("wait listener")).exitCode, 0);
        QTRY_COMPARE((out += process->readAllStandardOutput()).count("Connected"), 2);
    } else {
        QCOMPARE(
            inject({ { u"threadId"_s, friendId } }).err,
            QByteArray("zca-sim ctl: the message reached nobody, the listener is not connected\n"));
        QVERIFY(m_sim->ctl(words("status")).out.endsWith(": deaf\n"));
    }
    QCOMPARE(process->state(), QProcess::Running);
}

void TestZcaSimListen::supervisedIgnoresKeepAlive()
{
    const auto process = listen(words("-k --supervised --recycle-ms 1"));
    QCOMPARE(m_sim->ctl(words("kick 3000")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.err,
             QByteArray("Warning: --supervised ignores internal --keep-alive reconnect "
                        "ownership.\n"));
}

void TestZcaSimListen::oneOwner()
{
    const auto process = listen();
    const Ran second = m_sim->run(words("listen -r"));
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.err,
             "Error: Another openzca listener already owns profile \"default\" (pid "
                 + QByteArray::number(process->processId()) + ").\n");
}

void TestZcaSimListen::ownerWasKilled()
{
    const auto first = listen();
    first->kill();
    QCOMPARE(Simulation::finish(*first).exitCode, -1);
    QVERIFY(QFile::exists(m_sim->path(u"profiles/default/listener-owner.json"_s)));
    QCOMPARE(m_sim->ctl(words("wait no-listener")).exitCode, 0);
    const auto second = listen();
    QCOMPARE(inject({ { u"threadId"_s, friendId } }).exitCode, 0);
    QCOMPARE(stop(*second).size(), 1);
}

void TestZcaSimListen::anyLivingProcessIsTheOwner_data()
{
    QTest::addColumn<qint64>("pid");
    QTest::newRow("one's own") << qint64(::getpid());
    QTest::newRow("the system's") << qint64(1); // cannot be signalled, but by root
}

void TestZcaSimListen::anyLivingProcessIsTheOwner()
{
    QFETCH(qint64, pid);
    claim(pid);
    const Ran ran = m_sim->run(words("listen -r"));
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err,
             "Error: Another openzca listener already owns profile \"default\" (pid "
                 + QByteArray::number(pid) + ").\n");
}

void TestZcaSimListen::theLockCanBeSwitchedOff()
{
    claim(1);
    m_sim->setEnvironment(u"OPENZCA_LISTEN_ENFORCE_SINGLE_OWNER"_s, u"0"_s);
    const auto listener = listen();
    listener->terminate();
    QCOMPARE(Simulation::finish(*listener).exitCode, 143);
    QVERIFY(QFile::exists(m_sim->path(u"profiles/default/listener-owner.json"_s))); // not ours
}

void TestZcaSimListen::aConnectionOutlivesItsCookie()
{
    const auto listener = listen();
    QCOMPARE(m_sim->ctl(words("cookie-expire")).exitCode, 0);
    const Ran ran = m_sim->run(words("me id"));
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err,
             QByteArray("Error: Failed to fetch server info: zpw_sek bị thiếu hoặc không đúng\n"));
    QCOMPARE(inject({ { u"threadId"_s, friendId } }).exitCode, 0);
    QCOMPARE(stop(*listener).size(), 1);
    QVERIFY(m_sim->run(words("listen -r")).err.contains("Listener error"));
}

void TestZcaSimListen::tellsTheRightProfile()
{
    QCOMPARE(m_sim->ctl(words("-p work login")).exitCode, 0);
    const auto first = listen();
    const auto second = m_sim->start(words("-p work listen -r"));
    QCOMPARE(m_sim->ctl(words("-p work wait listener")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p work inject {\"threadId\":\"7\"}")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p default inject {\"threadId\":\"8\"}")).exitCode, 0);
    const QList<QJsonObject> defaults = stop(*first);
    const QList<QJsonObject> works = stop(*second);
    QCOMPARE(defaults.size(), 1);
    QCOMPARE(defaults[0][u"threadId"_s].toString(), u"8"_s);
    QCOMPARE(works.size(), 1);
    QCOMPARE(works[0][u"toId"_s].toString(), u"487654321098765432"_s);
}

void TestZcaSimListen::longStateFolder()
{
    // Longer than a socket's path may be.
    m_sim->setEnvironment(u"ZCA_SIM_HOME"_s,
                          m_sim->path(QString(120, u'x') + u'/' + QString(40, u'y')));
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    const auto process = listen();
    QCOMPARE(inject({ { u"threadId"_s, friendId } }).exitCode, 0);
    QCOMPARE(stop(*process).size(), 1);
}

void TestZcaSimListen::signalTidiesUp()
{
    const auto process = listen();
    process->terminate();
    QCOMPARE(Simulation::finish(*process).exitCode, 143);
    QVERIFY(!QFile::exists(m_sim->path(u"profiles/default/listener-owner.json"_s)));
    QCOMPARE(m_sim->ctl(words("wait listener --timeout 0")).exitCode, 1);
}

void TestZcaSimListen::splitLetters()
{
    const auto process = listen();
    QCOMPARE(m_sim->ctl(words("set split=1")).exitCode, 0);
    QByteArrayList chunks;
    connect(process.get(), &QProcess::readyRead, process.get(),
            [&] { chunks.append(process->readAll()); });
    const QString content = u"àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ"_s;
    const QJsonObject message { { u"threadId"_s, friendId }, { u"content"_s, content } };
    const auto ctl =
        m_sim->start({ u"ctl"_s, u"inject"_s, QString::fromUtf8(QJsonDocument(message).toJson()) });
    QTRY_VERIFY(!messages(chunks.join()).isEmpty());
    QCOMPARE(messages(chunks.join())[0][u"content"_s].toString(), content);
    const bool insideALetter = std::any_of(chunks.begin(), chunks.end(), [](const QByteArray& c) {
        return !c.isEmpty() && uchar(c.back()) >= 0xc0;
    });
    QVERIFY(insideALetter);
}

void TestZcaSimListen::bigLine()
{
    const auto process = listen();
    QCOMPARE(m_sim->ctl(words("set bigline=1@once")).exitCode, 0);
    QByteArray out;
    const auto ctl = m_sim->start(words("ctl inject {\"threadId\":\"7\"}"));
    QTRY_VERIFY(!messages(out += process->readAllStandardOutput()).isEmpty());
    QCOMPARE(Simulation::finish(*ctl).exitCode, 0);
    QVERIFY(out.size() > 5 * 1024 * 1024);
    QCOMPARE(out.count('\n'), 4);
}

void TestZcaSimListen::diesMidLine()
{
    const auto process = listen();
    QCOMPARE(m_sim->ctl(words("set die-midline=listen@once")).exitCode, 0);
    const Ran told = inject({ { u"threadId"_s, friendId } });
    QCOMPARE(told.exitCode, 1);
    QCOMPARE(told.err, QByteArray("zca-sim ctl: the process ended, or did not answer in 30 s\n"));
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, -1);
    QVERIFY(ran.out.contains("\n{\"threadId\""));
    QVERIFY(!ran.out.endsWith('\n'));
}

void TestZcaSimListen::mutedHeartbeat()
{
    const auto process = listen(words("--supervised --heartbeat-ms 5"));
    QByteArray before;
    QTRY_VERIFY((before += process->readAllStandardOutput()).contains("heartbeat"));
    QCOMPARE(m_sim->ctl(words("set heartbeat=off")).exitCode, 0);
    // A message after the setting is a mark in the stream: nothing beats behind it.
    QCOMPARE(m_sim->ctl(words("inject {\"threadId\":\"7\"}")).exitCode, 0);
    process->terminate();
    const QByteArray out = Simulation::finish(*process).out;
    const qsizetype mark = out.indexOf("\"msgId\"");
    QVERIFY(mark >= 0);
    QVERIFY(!out.mid(mark).contains("heartbeat"));
}

QTEST_GUILESS_MAIN(TestZcaSimListen)
#include "tst_zcasimlisten.moc"
