// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What was written to an account is in its history, whoever was there (ZCA.md 10).

#include "simtext.h"
#include "simulation.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto friendId = u"365333052772575247"_s;
const auto otherId = u"921115718368007661"_s;
const auto groupId = u"772797855570859122"_s;
const auto selfId = u"512345678901234567"_s;

} // namespace

class TestZcaSimHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void groupsAreAskedBesideAListener();
    void entriesAreAsTheRealOnes();
    void sentOnesAreInIt();
    void onlySoMany();
    void aPersonIsAskedOverAConnection();
    void groupsToo();
    void oneSyncHasAllPersons();
    void databaseMessages();
    void aListenerTakesTheConnectionBack();
    void helps();
    void zcaCliKnowsNone();
    void nobodyHearsWhileItStarts();
    void aStartTakesItsTime();
    void counts();
    void theCountsAreTheTruth();

private:
    void ctl(const QStringList& arguments);
    void ctl(const char* arguments) { ctl(words(arguments)); }
    void write(const QJsonObject& message) { ctl({ u"write"_s, jsonText(message) }); }
    void write(const QString& thread, const QString& content)
    {
        write({ { u"threadId"_s, thread }, { u"content"_s, content } });
    }
    std::unique_ptr<QProcess> listen();
    QJsonObject run(const QStringList& arguments);
    QJsonObject run(const char* arguments) { return run(words(arguments)); }
    QStringList recent(const char* options);
    QJsonObject historyCounts();

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSimHistory::init()
{
    m_sim = std::make_unique<Simulation>();
    ctl("login");
}

void TestZcaSimHistory::ctl(const QStringList& arguments)
{
    const Ran ran = m_sim->ctl(arguments);
    QVERIFY2(ran.exitCode == 0, ran.err.constData());
}

std::unique_ptr<QProcess> TestZcaSimHistory::listen()
{
    auto process = m_sim->start(words("listen -r --supervised"));
    ctl("wait listener");
    return process;
}

QJsonObject TestZcaSimHistory::run(const QStringList& arguments)
{
    const Ran ran = m_sim->run(arguments);
    [&] { QVERIFY2(ran.exitCode == 0, ran.err.constData()); }();
    return QJsonDocument::fromJson(ran.out).object();
}

QStringList TestZcaSimHistory::recent(const char* options)
{
    QStringList texts;
    for (const QJsonValue& message :
         run(words("msg recent -j") + words(options))[u"messages"].toArray()) {
        texts << message[QLatin1String("content")].toString();
    }
    return texts;
}

QJsonObject TestZcaSimHistory::historyCounts()
{
    return QJsonDocument::fromJson(m_sim->ctl(words("history counts")).out).object();
}

void TestZcaSimHistory::groupsAreAskedBesideAListener()
{
    write(groupId, u"trước"_s);
    const auto listener = listen();
    write(groupId, u"sau"_s);
    write(friendId, u"riêng"_s);
    QCOMPARE(recent("772797855570859122 -g -n 10"), QStringList({ u"sau"_s, u"trước"_s }));
    QVERIFY(m_sim->ctl(words("status")).out.endsWith(": connected\n"));
    listener->terminate();
    const Ran ran = Simulation::finish(*listener);
    QVERIFY(!ran.out.contains("3000"));
    QCOMPARE(messagesIn(ran.out).size(), 2);
}

void TestZcaSimHistory::entriesAreAsTheRealOnes()
{
    const auto listener = listen();
    ctl({ u"inject"_s,
          jsonText({ { u"threadId"_s, groupId },
                     { u"senderId"_s, friendId },
                     { u"kind"_s, u"photo"_s },
                     { u"content"_s, u"đẹp không?"_s } }) });
    listener->terminate();
    const QJsonObject heard = messagesIn(Simulation::finish(*listener).out).value(0);

    const QJsonObject answer = run(words("msg recent -g -j") + QStringList(groupId));
    QCOMPARE(answer.keys(),
             QStringList({ u"count"_s, u"messages"_s, u"threadId"_s, u"threadType"_s }));
    QCOMPARE(answer[u"count"].toInt(), 1);
    const QJsonObject entry = answer[u"messages"][0].toObject();
    QCOMPARE(entry.keys(),
             QStringList({ u"cliMsgId"_s, u"content"_s, u"msgId"_s, u"msgType"_s, u"senderId"_s,
                           u"senderName"_s, u"threadId"_s, u"threadType"_s, u"ts"_s, u"undo"_s }));
    for (const char* key :
         { "msgId", "cliMsgId", "threadId", "senderId", "senderName", "ts", "msgType" }) {
        QCOMPARE(entry[QLatin1String(key)], heard[QLatin1String(key)]);
    }
    QCOMPARE(entry[u"threadType"].toString(), u"group"_s);
    const QJsonObject attachment =
        QJsonDocument::fromJson(entry[u"content"].toString().toUtf8()).object();
    QCOMPARE(attachment[u"href"], heard[u"mediaUrl"]);
    QCOMPARE(attachment[u"description"].toString(), u"đẹp không?"_s);
}

void TestZcaSimHistory::sentOnesAreInIt()
{
    const auto listener = listen();
    QCOMPARE(m_sim->run(words("msg send -g --raw 772797855570859122 -- bot")).exitCode, 0);
    write({ { u"threadId"_s, groupId }, { u"own"_s, true }, { u"content"_s, u"tay"_s } });
    const QJsonArray messages =
        run(words("msg recent -g -j") + QStringList(groupId))[u"messages"].toArray();
    QCOMPARE(messages.size(), 2);
    for (const QJsonValue& message : messages) {
        QCOMPARE(message[u"senderId"].toString(), selfId);
    }
    // The account's own are not printed (selfListen is off).
    listener->terminate();
    QVERIFY(messagesIn(Simulation::finish(*listener).out).isEmpty());
}

void TestZcaSimHistory::onlySoMany()
{
    write({ { u"threadId"_s, groupId }, { u"content"_s, u"%n"_s }, { u"count"_s, 25 } });
    QCOMPARE(recent("772797855570859122 -g").size(), 20);
    QCOMPARE(recent("772797855570859122 -g -n 2"), QStringList({ u"25"_s, u"24"_s }));
    QCOMPARE(recent("772797855570859122 -g -n 999").size(), 25);
}

void TestZcaSimHistory::aPersonIsAskedOverAConnection()
{
    write(friendId, u"một"_s);
    const auto listener = listen();
    QCOMPARE(recent("365333052772575247"), QStringList(u"một"_s));
    const Ran ran = Simulation::finish(*listener);
    QVERIFY(ran.out.contains("Listener closed (3000) \n"));
}

void TestZcaSimHistory::groupsToo()
{
    ctl("set history-fails=1");
    write(groupId, u"một"_s);
    const auto listener = listen();
    QCOMPARE(recent("772797855570859122 -g"), QStringList(u"một"_s));
    QVERIFY(Simulation::finish(*listener).out.contains("Listener closed (3000) \n"));
}

void TestZcaSimHistory::oneSyncHasAllPersons()
{
    const QString file = m_sim->path(u"riêng/lịch sử.sqlite"_s);
    QVERIFY(m_sim->run({ u"db"_s, u"enable"_s, u"--path"_s, file }).out.contains("enabled: true"));
    QVERIFY(QFile::exists(file));
    write(friendId, u"một"_s);
    write(groupId, u"nhóm"_s);
    write(otherId, u"hai"_s);
    const QJsonObject summary = run("db sync chats -n 200 -j");
    QCOMPARE(summary[u"dbPath"].toString(), file);
    QCOMPARE(summary[u"dmMessagesImported"].toInt(), 2);
    QCOMPARE(summary[u"chatsSynced"].toInt(), 2);

    const QJsonArray chats =
        QJsonDocument::fromJson(m_sim->run(words("db chat list --json")).out).array();
    QCOMPARE(chats.size(), 2);
    QCOMPARE(chats[0][u"threadId"].toString(), otherId);
    QCOMPARE(chats[1][u"threadId"].toString(), friendId);
    QVERIFY(chats[0][u"lastMessageAtMs"].toInteger() >= chats[1][u"lastMessageAtMs"].toInteger());
    QVERIFY(chats[1][u"lastMessageAtMs"].toInteger() > 0);
}

void TestZcaSimHistory::databaseMessages()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    write({ { u"threadId"_s, friendId },
            { u"content"_s, u"cũ"_s },
            { u"ts"_s, now - 3 * 3'600'000 } });
    write({ { u"threadId"_s, friendId }, { u"content"_s, u"mới"_s }, { u"quote"_s, u"cũ"_s } });
    write({ { u"threadId"_s, friendId }, { u"own"_s, true }, { u"content"_s, u"tôi"_s } });
    (void)run("db sync chats -j");
    (void)run("db sync chats -j"); // knows them already
    const auto texts = [this](const QStringList& options) {
        QStringList out;
        const QJsonObject answer = run(
            QStringList({ u"db"_s, u"chat"_s, u"messages"_s, friendId, u"--json"_s }) + options);
        for (const QJsonValue& message : answer[u"messages"].toArray()) {
            out << message[u"content"].toString();
        }
        return out;
    };
    QCOMPARE(texts(words("--since 2h")), QStringList({ u"tôi"_s, u"mới"_s }));
    QCOMPARE(texts(words("--since 1d --oldest-first")),
             QStringList({ u"cũ"_s, u"mới"_s, u"tôi"_s }));
    QCOMPARE(texts(words("--limit 1")), QStringList(u"tôi"_s));
    const QJsonObject stored =
        run({ u"db"_s, u"chat"_s, u"messages"_s, friendId, u"--json"_s })[u"messages"][1]
            .toObject();
    QCOMPARE(stored[u"quoteText"].toString(), u"cũ"_s);
    QCOMPARE(stored[u"timestampMs"].toInteger(), stored[u"ts"].toString().toLongLong());
    QCOMPARE(
        m_sim->run({ u"db"_s, u"chat"_s, u"messages"_s, friendId, u"--since"_s, u"today"_s }).err,
        QByteArray("Error: --since must be a relative duration like 30s, 7m, 24h, 7d, or 2w.\n"));
}

//! The command ends as if there were nothing.
void TestZcaSimHistory::aListenerTakesTheConnectionBack()
{
    write(friendId, u"một"_s);
    ctl("set history-time=600000");
    const auto sync = m_sim->start(words("db sync chats -j"));
    QTRY_VERIFY(m_sim->ctl(words("status")).out.contains("command of default"));
    const auto listener = listen();
    const Ran ran = Simulation::finish(*sync);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(ran.out)[u"dmMessagesImported"].toInt(-1), 0);
    QCOMPARE(listener->state(), QProcess::Running);
}

void TestZcaSimHistory::helps()
{
    QVERIFY(m_sim->run(words("msg --help")).out.contains("recent"));
    const QByteArray recent = m_sim->run(words("msg recent --help")).out;
    QVERIFY(recent.startsWith("Usage: openzca msg recent [options] <threadId>\n"));
    QVERIFY(recent.contains("--source <source>"));
    const QByteArray db = m_sim->run(words("db --help")).out;
    for (const char* command : { "enable", "chat", "sync" }) {
        QVERIFY2(db.contains(command), command);
    }
    QVERIFY(m_sim->run(words("db sync --help")).out.contains("chats [options]"));
    QVERIFY(m_sim->run(words("db chat messages --help")).out.contains("--since <duration>"));
}

void TestZcaSimHistory::zcaCliKnowsNone()
{
    ctl("set dialect=zca-cli");
    QVERIFY(!m_sim->run(words("msg --help")).out.contains("recent"));
    QVERIFY(!m_sim->run(words("--help")).out.contains("  db"));
    QVERIFY(m_sim->run(words("db sync chats")).err.startsWith("error: unknown command 'db'"));
}

void TestZcaSimHistory::nobodyHearsWhileItStarts()
{
    ctl("set connect-delay=600000");
    const auto deaf = m_sim->start(words("listen -r --supervised"));
    QByteArray out;
    QTRY_VERIFY((out += deaf->readAllStandardOutput()).contains("Listening..."));
    write(friendId, u"vào khoảng trống"_s);
    deaf->terminate();
    QVERIFY(messagesIn(Simulation::finish(*deaf).out).isEmpty());
    ctl("set connect-delay=");
    const auto listener = listen();
    ctl({ u"inject"_s, jsonText({ { u"threadId"_s, friendId }, { u"content"_s, u"nghe"_s } }) });
    listener->terminate();
    const QList<QJsonObject> heard = messagesIn(Simulation::finish(*listener).out);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard[0][u"content"].toString(), u"nghe"_s);
    const QList<QJsonObject> missed = objectsIn(m_sim->ctl(words("history missed")).out);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed[0][u"content"].toString(), u"vào khoảng trống"_s);
}

void TestZcaSimHistory::aStartTakesItsTime()
{
    ctl("set scale=20"); // of 1.5 s
    QElapsedTimer time;
    time.start();
    const auto listener = listen();
    QVERIFY(time.elapsed() >= 250); // a timer may be a little early
}

void TestZcaSimHistory::counts()
{
    write(friendId, u"không ai"_s);
    const auto listener = listen();
    write({ { u"threadId"_s, friendId }, { u"own"_s, true }, { u"content"_s, u"tôi"_s } });
    ctl({ u"inject"_s, jsonText({ { u"threadId"_s, friendId }, { u"content"_s, u"nghe"_s } }) });
    QCOMPARE(historyCounts(),
             (QJsonObject { { u"written"_s, 3 },
                            { u"own"_s, 1 },
                            { u"reached"_s, 1 },
                            { u"missed"_s, 1 },
                            { u"printed"_s, 1 },
                            { u"dropped"_s, 0 } }));
    ctl("history clear");
    QCOMPARE(historyCounts()[u"written"].toInt(-1), 0);
}

//! Whatever falls into which gap: each message is counted where it got to.
void TestZcaSimHistory::theCountsAreTheTruth()
{
    ctl("set download-time=20");
    const auto writing = m_sim->start({ u"ctl"_s, u"write"_s,
                                        jsonText({ { u"threadId"_s, friendId },
                                                   { u"kind"_s, u"photo"_s },
                                                   { u"content"_s, u"%n"_s },
                                                   { u"count"_s, 400 } }) });
    QSet<QString> printed;
    int runs = 0;
    while (writing->state() == QProcess::Running || runs < 2) {
        ++runs;
        const auto listener = listen();
        QByteArray out;
        // A run ends in the middle of what is written.
        (void)QTest::qWaitFor(
            [&] {
                out += listener->readAllStandardOutput();
                return messagesIn(out).size() >= 40 || writing->state() == QProcess::NotRunning;
            },
            20'000);
        listener->terminate();
        out += Simulation::finish(*listener).out;
        for (const QJsonObject& message : messagesIn(out)) {
            printed.insert(message[u"msgId"].toString());
        }
    }
    const QList<QJsonObject> rows = objectsIn(m_sim->ctl(words("history")).out);
    QCOMPARE(rows.size(), 400);
    for (const QJsonObject& row : rows) {
        QCOMPARE(row[u"printed"].toBool(), printed.contains(row[u"msgId"].toString()));
        QVERIFY(row[u"reached"].toBool() || !row[u"printed"].toBool());
    }
    const QJsonObject counts = historyCounts();
    QCOMPARE(counts[u"printed"].toInt() + counts[u"dropped"].toInt() + counts[u"missed"].toInt(),
             400);
}

QTEST_GUILESS_MAIN(TestZcaSimHistory)
#include "tst_zcasimhistory.moc"
