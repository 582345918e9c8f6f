// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The simulator's one-shot commands: its world, the outbox, and what goes wrong on demand.

#include "simulation.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestZcaSim : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void world();
    void otherAccountOtherWorld();
    void groupsHaveKnownMembers();
    void findByPhone();
    void unknownGroup();
    void outboxLine();
    void textAfterDashes();
    void markup_data();
    void markup();
    void chunks();
    void media();
    void mediaProblems_data();
    void mediaProblems();
    void videoBesideListener();
    void twentyAtOnce();
    void nothingSent();
    void sendThenHang();
    void refusals();
    void failsInTheMiddle();
    void hangEndsBySignal();
    void hangIgnoresSignal();
    void onceAndScope();
    void onlyOneProfile();
    void version();
    void noise();
    void exitCode();
    void diesMidLine();
    void slowAndLinger();
    void zcaCli();
    void usage_data();
    void usage();
    void settingsAreChecked();

private:
    QJsonArray jsonOf(const char* call);
    QList<QJsonObject> outbox();

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSim::init()
{
    m_sim = std::make_unique<Simulation>();
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
}

QJsonArray TestZcaSim::jsonOf(const char* call)
{
    return QJsonDocument::fromJson(m_sim->run(words(call)).out).array();
}

QList<QJsonObject> TestZcaSim::outbox()
{
    QList<QJsonObject> out;
    for (const QByteArray& line : m_sim->ctl(words("outbox")).out.split('\n')) {
        if (!line.isEmpty()) {
            out.append(QJsonDocument::fromJson(line).object());
        }
    }
    return out;
}

void TestZcaSim::world()
{
    QCOMPARE(m_sim->ctl(words("set friends=2000 groups=150")).exitCode, 0);
    const QByteArray list = m_sim->run(words("friend list -j")).out;
    QCOMPARE(m_sim->run(words("friend list -j")).out, list);
    const QJsonArray friends = QJsonDocument::fromJson(list).array();
    QCOMPARE(friends.size(), 2000);
    QSet<QString> ids;
    QSet<QString> names;
    int aliases = 0;
    int withoutAvatar = 0;
    for (const QJsonValue& one : friends) {
        const QString name = one[QLatin1String("displayName")].toString();
        ids.insert(one[QLatin1String("userId")].toString());
        names.insert(name);
        aliases += name != one[QLatin1String("zaloName")].toString() ? 1 : 0;
        withoutAvatar += one[QLatin1String("avatar")].toString().isEmpty() ? 1 : 0;
    }
    QCOMPARE(ids.size(), 2000);
    QVERIFY(names.size() < 1990);
    QVERIFY(aliases > 20);
    QCOMPARE(withoutAvatar, 40);
    for (const char* part : { "Nguyễn Đức", "🌸", "<", "&", "\"", "'" }) {
        QVERIFY2(std::any_of(names.begin(), names.end(),
                             [part](const QString& name) {
                                 return name.contains(QString::fromUtf8(part));
                             }),
                 part);
    }
    const QJsonArray groups = jsonOf("group list -j");
    QCOMPARE(groups.size(), 150);
    QCOMPARE(groups[99][QLatin1String("totalMember")].toInt(), 1000);
    QCOMPARE(m_sim->ctl(words("set seed=7")).exitCode, 0);
    QVERIFY(m_sim->run(words("friend list -j")).out != list);
}

void TestZcaSim::otherAccountOtherWorld()
{
    QCOMPARE(m_sim->ctl(words("-p work login")).exitCode, 0);
    const QJsonArray mine = jsonOf("friend list -j");
    const QJsonArray others = jsonOf("-p work friend list -j");
    QCOMPARE(others.size(), 250);
    QVERIFY(others[0][QLatin1String("userId")] != mine[0][QLatin1String("userId")]);
    QVERIFY(m_sim->run(words("-p work me info -j")).out.contains("\"Trần Quốc Bảo\""));
}

void TestZcaSim::groupsHaveKnownMembers()
{
    const QJsonArray members = jsonOf("group members 772797855570859122 -j");
    QCOMPARE(members.size(), 14);
    QCOMPARE(members[0][QLatin1String("userId")].toString(), u"512345678901234567"_s);
}

void TestZcaSim::findByPhone()
{
    for (const char* number : { "84970422491", "0970422491", "+84970422491" }) {
        const QJsonArray hits = jsonOf(qPrintable(u"friend find "_s + QLatin1String(number)));
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0][QLatin1String("uid")].toString(), u"365333052772575247"_s);
        QVERIFY(hits[0][QLatin1String("displayName")].isUndefined());
    }
    QCOMPARE(m_sim->run(words("friend find 0111")).exitCode, 1);
    // A name is looked for in the cache only, and there is none yet.
    QCOMPARE(m_sim->run(words("friend find Vy")).out, QByteArray("[]\n"));
}

void TestZcaSim::unknownGroup()
{
    const Ran info = m_sim->run(words("group info 999"));
    QCOMPARE(info.exitCode, 0);
    QCOMPARE(info.out, QByteArray("undefined\n"));
    const Ran members = m_sim->run(words("group members 999 -j"));
    QCOMPARE(members.exitCode, 1);
    QCOMPARE(members.err, QByteArray("Error: Group not found: 999\n"));
}

void TestZcaSim::outboxLine()
{
    const Ran ran = m_sim->run(words("msg send -g --raw 77 --") + QStringList(u"*xin* chào"_s));
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(outbox().size(), 1);
    const QJsonObject line = outbox().first();
    QCOMPARE(line[u"profile"_s].toString(), u"default"_s);
    QCOMPARE(line[u"threadId"_s].toString(), u"77"_s);
    QCOMPARE(line[u"isGroup"_s].toBool(), true);
    QCOMPARE(line[u"raw"_s].toBool(), true);
    QCOMPARE(line[u"kind"_s].toString(), u"text"_s);
    QCOMPARE(line[u"text"_s].toString(), u"*xin* chào"_s);
    QVERIFY(line[u"pid"_s].toInteger() > 0);
    QVERIFY(line[u"time"_s].toInteger() > 0);
    QCOMPARE(line[u"argv"_s].toArray().size(), 7);
    const QByteArray id = line[u"msgId"_s].toString().toLatin1();
    QCOMPARE(ran.out, QByteArray("{ message: { msgId: " + id + " }, attachment: [] }\n"));
    QCOMPARE(m_sim->ctl(words("outbox clear")).exitCode, 0);
    QCOMPARE(outbox().size(), 0);
}

void TestZcaSim::textAfterDashes()
{
    QCOMPARE(m_sim->run(words("msg send 1 -- -x")).exitCode, 0);
    QCOMPARE(m_sim->run(words("msg send 1 -5")).exitCode, 0);
    QCOMPARE(outbox().size(), 2);
    QCOMPARE(outbox()[0][u"text"_s].toString(), u"-x"_s);
    // "-p" is taken for the profile wherever it stands.
    QVERIFY(m_sim->run(words("msg send 1 a -price")).err.contains("\"rice\" does not exist"));
}

void TestZcaSim::markup_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char* given, const char* sent) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(sent);
    };
    row("một\n# T\n2. hai", "một\nT\nhai");
    row("x **đậm** *nghiêng* __b__ ~~s~~", "x đậm nghiêng b s");
    row("{red}đỏ{/red} {big}to{/big}", "đỏ to");
    row("a_b_c 2*3", "a_b_c 2*3");
}

void TestZcaSim::markup()
{
    QFETCH(QString, given);
    QFETCH(QString, sent);
    QCOMPARE(m_sim->run(words("msg send 1") + QStringList(given)).exitCode, 0);
    QCOMPARE(m_sim->run(words("msg send 1 --raw") + QStringList(given)).exitCode, 0);
    QCOMPARE(outbox()[0][u"text"_s].toString(), sent);
    QCOMPARE(outbox()[1][u"text"_s].toString(), given);
}

void TestZcaSim::chunks()
{
    // A flower has two units and is never cut.
    const QString text = QString(1999, u'a') + u"🌸"_s + QString(10, u'b');
    QCOMPARE(m_sim->run(words("msg send --raw 1") + QStringList(text)).exitCode, 0);
    const QList<QJsonObject> lines = outbox();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][u"text"_s].toString(), QString(1999, u'a'));
    QCOMPARE(lines[1][u"text"_s].toString(), u"🌸"_s + QString(10, u'b'));
    QCOMPARE(lines[1][u"chunk"_s].toInt(), 2);
}

void TestZcaSim::media()
{
    QCOMPARE(m_sim->run(words("msg image 1 -u http://a/1.png,http://a/2.png -m Ảnh")).exitCode, 0);
    const QList<QJsonObject> lines = outbox();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0][u"kind"_s].toString(), u"text"_s);
    QCOMPARE(lines[2][u"url"_s].toString(), u"http://a/2.png"_s);
    QVERIFY(m_sim->run(words("msg voice 1 -u http://a/v.m4a")).out.startsWith("┌"));
}

void TestZcaSim::mediaProblems_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("no file") << words("msg image 1 nope.png") << 1
                             << QByteArray("Error: File not found: nope.png\n");
    QTest::newRow("nothing") << words("msg image 1") << 1
                             << QByteArray("Error: Provide at least one image file or --url.\n");
    QTest::newRow("404") << words("msg image 1 -u http://a/404.png") << 1
                         << QByteArray("Error: Failed to download URL: http://a/404.png (404)\n");
    QTest::newRow("no image") << words("msg image 1 -u http://a/x.pdf") << 0 << QByteArray();
}

void TestZcaSim::mediaProblems()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, err);
    QCOMPARE(m_sim->ctl(words("set upload-linger=1")).exitCode, 0);
    const Ran ran = m_sim->run(arguments);
    QCOMPARE(ran.exitCode, exitCode);
    QCOMPARE(ran.err, err);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(outbox().size(), 0);
}

void TestZcaSim::videoBesideListener()
{
    // Without a listener the answer is there at once, and the process stays.
    const auto alone = m_sim->start(words("msg video 1 -u http://a/v.mp4"));
    QByteArray out;
    QTRY_VERIFY((out += alone->readAllStandardOutput()).contains("msgId"));
    QCOMPARE(alone->state(), QProcess::Running);
    alone->terminate();
    QCOMPARE(Simulation::finish(*alone).exitCode, 143);

    const auto listener = m_sim->start(words("listen -r"));
    QCOMPARE(m_sim->ctl(words("wait listener")).exitCode, 0);
    QVERIFY(m_sim->run(words("msg video 1 -u http://a/v.mp4"))
                .err.startsWith("Error: Active listener owner detected for profile"));
    QCOMPARE(m_sim->run(words("msg upload 1 -u http://a/v.pdf")).exitCode, 0);
    // A voice file is uploaded over a connection of its own, and that is the account's only one.
    QCOMPARE(m_sim->run(words("msg voice 1 -u http://a/v.m4a")).exitCode, 0);
    QCOMPARE(listener->state(), QProcess::Running);
    QCOMPARE(m_sim
                 ->run(QStringList { u"msg"_s, u"voice"_s, u"1"_s,
                                     QCoreApplication::applicationFilePath() })
                 .exitCode,
             0);
    QVERIFY(Simulation::finish(*listener).out.endsWith("Listener closed (3000) \n"));
}

void TestZcaSim::twentyAtOnce()
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < 20; ++i) {
        processes.push_back(m_sim->start(words("msg send 1") + QStringList(u"tin %1"_s.arg(i))));
    }
    QSet<QByteArray> answers;
    for (const auto& process : processes) {
        const Ran ran = Simulation::finish(*process);
        QCOMPARE(ran.exitCode, 0);
        answers.insert(ran.out);
    }
    QSet<QString> texts;
    for (const QJsonObject& line : outbox()) {
        texts.insert(line[u"text"_s].toString());
    }
    QCOMPARE(outbox().size(), 20);
    QCOMPARE(texts.size(), 20);
    QCOMPARE(answers.size(), 20);
}

void TestZcaSim::nothingSent()
{
    QCOMPARE(m_sim->ctl(words("set nothing-sent=1")).exitCode, 0);
    const Ran ran = m_sim->run(words("msg send 1 a"));
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(outbox().size(), 0);
}

void TestZcaSim::sendThenHang()
{
    QCOMPARE(m_sim->ctl(words("set send-then-hang=1")).exitCode, 0);
    const auto process = m_sim->start(words("msg send 1 a"));
    QCOMPARE(m_sim->ctl(words("wait outbox 1")).exitCode, 0);
    QCOMPARE(process->state(), QProcess::Running);
    process->kill();
    QCOMPARE(Simulation::finish(*process).out, QByteArray());
}

void TestZcaSim::refusals()
{
    QCOMPARE(m_sim->ctl(words("set rate-limit=1@once")).exitCode, 0);
    const Ran limited = m_sim->run(words("msg send 1 a"));
    QCOMPARE(limited.exitCode, 1);
    QCOMPARE(limited.err, QByteArray("Error: Vượt quá số request cho phép\n"));
    const auto words123 = u"Không thể nhận tin nhắn từ bạn."_s;
    QCOMPARE(m_sim->ctl({ u"set"_s, u"refuse="_s + words123 }).exitCode, 0);
    QCOMPARE(m_sim->run(words("msg send 1 a")).err, "Error: " + words123.toUtf8() + '\n');
    QCOMPARE(outbox().size(), 0);
}

void TestZcaSim::failsInTheMiddle()
{
    QCOMPARE(m_sim->ctl(words("set fail-chunk=2")).exitCode, 0);
    const Ran ran = m_sim->run(words("msg send 1") + QStringList(QString(4500, u'a')));
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(outbox().size(), 1);
}

void TestZcaSim::hangEndsBySignal()
{
    QCOMPARE(m_sim->ctl(words("set hang=me.id")).exitCode, 0);
    const auto process = m_sim->start(words("me id"));
    QVERIFY(!process->waitForFinished(100));
    process->terminate();
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 143);
    QCOMPARE(ran.out, QByteArray());
}

void TestZcaSim::hangIgnoresSignal()
{
    QCOMPARE(m_sim->ctl(words("set ignore-term=1 hang=1")).exitCode, 0);
    const auto process = m_sim->start(words("msg send 1 a"));
    QVERIFY(!process->waitForFinished(100));
    process->terminate();
    QVERIFY(!process->waitForFinished(100));
}

void TestZcaSim::onceAndScope()
{
    QCOMPARE(m_sim->ctl(words("set exit=9@msg.send@once exit=8@me.id")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
    QCOMPARE(m_sim->run(words("msg send 1 a")).exitCode, 9);
    QCOMPARE(m_sim->run(words("msg send 1 a")).exitCode, 0);
    QCOMPARE(m_sim->run(words("me id")).exitCode, 8);
    QCOMPARE(m_sim->run(words("me id")).exitCode, 8);
    QCOMPARE(m_sim->ctl(words("set exit=@me.id")).exitCode, 0);
    QCOMPARE(m_sim->run(words("me id")).exitCode, 0);
}

void TestZcaSim::onlyOneProfile()
{
    QCOMPARE(m_sim->ctl(words("-p work login")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p work set exit=9")).exitCode, 0);
    QCOMPARE(m_sim->run(words("me id")).exitCode, 0);
    QCOMPARE(m_sim->run(words("-p work me id")).exitCode, 9);
    QCOMPARE(m_sim->ctl(words("reset")).exitCode, 0);
    QCOMPARE(m_sim->run(words("-p work me id")).exitCode, 0);
}

void TestZcaSim::version()
{
    QCOMPARE(m_sim->ctl(words("set version=9.9.9")).exitCode, 0);
    QCOMPARE(m_sim->run(words("--version")).out, QByteArray("9.9.9\n"));
    QCOMPARE(m_sim->ctl(words("set garbage-version=1")).exitCode, 0);
    QVERIFY(m_sim->run(words("--version")).out.contains("<html>"));
    QCOMPARE(m_sim->ctl(words("set hang-version=1")).exitCode, 0);
    const auto process = m_sim->start(words("--version"));
    QVERIFY(!process->waitForFinished(100));
}

void TestZcaSim::noise()
{
    const QByteArray plain = m_sim->run(words("me info -j")).out;
    QCOMPARE(m_sim->ctl(words("set noise=1 bigline=1@once")).exitCode, 0);
    const QByteArray big = m_sim->run(words("me info -j")).out;
    QVERIFY(big.startsWith("\x1b["));
    QVERIFY(big.endsWith(QByteArray("x\n" + plain)));
    QVERIFY(big.size() > 5 * 1024 * 1024);
    const QByteArray noisy = m_sim->run(words("me info -j")).out;
    QVERIFY(noisy.size() < 10'000);
    QVERIFY(noisy.endsWith(QByteArray("\n" + plain)));
}

void TestZcaSim::exitCode()
{
    QCOMPARE(m_sim->ctl(words("set exit=3")).exitCode, 0);
    const Ran ran = m_sim->run(words("msg send 1 a"));
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(ran.out + ran.err, QByteArray());
    QCOMPARE(outbox().size(), 0);
}

void TestZcaSim::diesMidLine()
{
    QCOMPARE(m_sim->ctl(words("set die-midline=msg.send")).exitCode, 0);
    const Ran ran = m_sim->run(words("msg send 1 a"));
    QCOMPARE(ran.exitCode, -1);
    QVERIFY(ran.out.startsWith("{ message"));
    QVERIFY(!ran.out.contains('\n'));
    QCOMPARE(outbox().size(), 1);
}

void TestZcaSim::slowAndLinger()
{
    QCOMPARE(m_sim->ctl(words("set slow=150@me.id linger=60000@msg.send")).exitCode, 0);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_sim->run(words("me id")).exitCode, 0);
    QVERIFY(timer.elapsed() >= 150);
    const auto process = m_sim->start(words("msg send 1 a"));
    QByteArray out;
    QTRY_VERIFY((out += process->readAllStandardOutput()).contains("msgId"));
    QCOMPARE(process->state(), QProcess::Running);
}

void TestZcaSim::zcaCli()
{
    QCOMPARE(m_sim->ctl(words("set dialect=zca-cli")).exitCode, 0);
    QCOMPARE(m_sim->run(words("--version")).out, QByteArray("v1.0.7\n"));
    QVERIFY(m_sim->run(words("--help")).out.startsWith("Usage: zca [options]"));
    const QByteArray groups = m_sim->run(words("group list -j")).out;
    QVERIFY(groups.startsWith("\x1b["));
    const QJsonArray list = QJsonDocument::fromJson(groups.mid(groups.indexOf("\n[\n"))).array();
    QCOMPARE(list.size(), 12);
    QCOMPARE(list[0].toObject().keys(), words("groupId memberCount name"));
    const QByteArray sent = m_sim->run(words("msg send 1 a")).out;
    const QByteArray id = outbox()[0][u"msgId"_s].toString().toLatin1();
    QVERIFY(sent.endsWith(QByteArray("message id: " + id + '\n')));
}

void TestZcaSim::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("firstLine");
    const auto row = [](const char* arguments, const char* firstLine) {
        QTest::newRow(arguments) << words(arguments) << QByteArray(firstLine);
    };
    row("foo", "error: unknown command 'foo'");
    row("msg foo", "error: unknown command 'foo'");
    row("msg", "Usage: openzca msg [options] [command]");
    row("msg send", "error: missing required argument 'threadId'");
    row("msg send 1 a --nope", "error: unknown option '--nope'");
    row("msg send 1 a b", "error: too many arguments for 'send'. Expected 2 arguments but got 3.");
    row("auth login -q", "error: option '-q, --qr-path <path>' argument missing");
    row("me id -p", "error: option '-p, --profile <name>' argument missing");
}

void TestZcaSim::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, firstLine);
    const Ran ran = m_sim->run(arguments);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(ran.err.left(ran.err.indexOf('\n')), firstLine);
    QVERIFY(ran.err.contains("Usage: openzca"));
}

void TestZcaSim::settingsAreChecked()
{
    QCOMPARE(m_sim->ctl(words("set nose=1")).exitCode, 1);
    QCOMPARE(m_sim->ctl(words("set noise=1")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("get noise")).out, QByteArray("1\n"));
    QCOMPARE(m_sim->ctl(words("set noise=")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("get noise")).exitCode, 1);
    QCOMPARE(m_sim->ctl(words("dance")).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestZcaSim)
#include "tst_zcasim.moc"
