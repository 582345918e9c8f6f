// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// For each recorded file: the simulator's answer to the same call has the same shape.

#include "simulation.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto friendId = u"365333052772575247"_s;
const auto groupId = u"772797855570859122"_s;

//! What zca printed, but for where pictures and files are: the simulator names nobody's server.
QByteArray recorded(const QString& name)
{
    QFile file(QStringLiteral(ZALO_TEST_DATA "/zca/") + name);
    return file.open(QIODevice::ReadOnly)
        ? file.readAll()
              .replace("https://s120-ava-talk.zadn.vn/", "https://127.0.0.1:9/")
              .replace("https://photo-stal-9.zdn.vn/", "https://127.0.0.1:9/")
        : QByteArray();
}

// Keys and types all the way down; an array is the set of its items' shapes.
QString shapeOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        QStringList members;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            members.append(it.key() + u':' + shapeOf(it.value()));
        }
        return u'{' + members.join(u',') + u'}';
    }
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue& item : value.toArray()) {
            items.append(shapeOf(item));
        }
        items.sort();
        items.removeDuplicates();
        return u'[' + items.join(u',') + u']';
    }
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    default:
        return u"null"_s;
    }
}

QString shapeOfText(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return error.errorString();
    }
    return shapeOf(document.isArray() ? QJsonValue(document.array())
                                      : QJsonValue(document.object()));
}

// What differs from run to run is replaced: ids, times, paths, session names.
QString normalised(const QByteArray& text)
{
    QString out = QString::fromUtf8(text);
    const auto replace = [&out](const QString& pattern, const QString& with) {
        out.replace(QRegularExpression(pattern), with);
    };
    replace(u"\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"_s, u"<time>"_s);
    replace(u"\\b[a-z0-9]{8}-[0-9a-f]{7,8}\\b"_s, u"<session>"_s);
    replace(u"(?<=[\\s'\"])/[^\\s'\"|)]+"_s, u"<path>"_s);
    replace(u"\\b\\d{10,}\\b"_s, u"<number>"_s);
    return out;
}

// Of a line of JSON: its shape, and the content where there is one. Other lines: themselves.
QStringList listenerLines(const QByteArray& text)
{
    QStringList out;
    for (const QByteArray& line : text.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty()) {
            out.append(normalised(line));
            continue;
        }
        out.append(shapeOf(object) + u' ' + object.value(u"event"_s).toString()
                   + object.value(u"msgType"_s).toString() + u' '
                   + normalised(' ' + object.value(u"content"_s).toString().toUtf8()));
    }
    return out;
}

// Every call that is answered at once.
struct Call
{
    const char* file;
    QStringList arguments;
    int exitCode = 0;
};

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

QList<Call> calls()
{
    const auto url = u"https://example.org/a.png"_s;
    return {
        { "version.out", words("--version") },
        { "help.out", words("--help") },
        { "help-account.out", words("account --help") },
        { "help-auth.out", words("auth --help") },
        { "help-auth-login.out", words("auth login --help") },
        { "help-friend-find.out", words("friend find --help") },
        { "help-friend-list.out", words("friend list --help") },
        { "help-group-list.out", words("group list --help") },
        { "help-group-members.out", words("group members --help") },
        { "help-listen.out", words("listen --help") },
        { "help-me-info.out", words("me info --help") },
        { "help-msg-image.out", words("msg image --help") },
        { "help-msg-link.out", words("msg link --help") },
        { "help-msg-send.out", words("msg send --help") },
        { "account-list.out", words("account list") },
        { "auth-status.out", words("auth status") },
        { "me-info.json", words("me info -j") },
        { "friend-list.json", words("friend list -j") },
        { "friend-online.json", words("friend online -j") },
        { "friend-find-name.json", words("friend find Mẹ") },
        { "friend-find-phone.json", words("friend find linh.nguyen -j") },
        { "group-list.json", words("group list -j") },
        { "group-info.out", { u"group"_s, u"info"_s, groupId } },
        { "group-members.json", words("group members -j") + QStringList(groupId) },
        { "msg-send.out", words("msg send 1 chào") },
        { "msg-send-long.out", words("msg send 1") + QStringList(QString(4500, u'a')) },
        { "msg-image.out", words("msg image 1 -u") + QStringList(url) },
        { "msg-link.out", words("msg link 1") + QStringList(url) },
        { "msg-typing.out", words("msg typing 1") },
        { "msg-upload.out", words("msg upload 1 -u") + QStringList(url) },
        { "msg-send-leading-dash.err", words("msg send 1") + QStringList(u"- là gì"_s), 1 },
        { "usage-missing.err", words("msg send 1"), 1 },
    };
}

// Recorded from processes that go on; each has a test function of its own below.
const char* const processFiles[] = { "listen-dead-cookie.err", "listen-dropped-1006.out",
                                     "listen-kicked-3003.out", "listen-recycle.out",
                                     "listen-sample.jsonl",    "listen-supervised.out",
                                     "login-declined.out",     "login-expired.err",
                                     "login-success.out" };

} // namespace

class TestZcaSimShapes : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void everyFileHasACall();
    void call_data();
    void call();
    void login();
    void loginDeclined();
    void loginExpired();
    void listenBreaks_data();
    void listenBreaks();
    void listenDeadCookie();
    void listenRecycle();
    void listenSample();
    void listenSupervised();

private:
    std::unique_ptr<QProcess> listen(const QStringList& options);
    void inject(const QJsonObject& message);

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSimShapes::init()
{
    m_sim = std::make_unique<Simulation>();
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
}

void TestZcaSimShapes::everyFileHasACall()
{
    QStringList known;
    for (const Call& one : calls()) {
        known.append(QString::fromLatin1(one.file));
    }
    for (const char* file : processFiles) {
        known.append(QString::fromLatin1(file));
    }
    known.sort();
    QCOMPARE(QDir(QStringLiteral(ZALO_TEST_DATA "/zca")).entryList(QDir::Files, QDir::Name), known);
}

void TestZcaSimShapes::call_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    for (const Call& one : calls()) {
        QTest::newRow(one.file) << QString::fromLatin1(one.file) << one.arguments << one.exitCode;
    }
}

void TestZcaSimShapes::call()
{
    QFETCH(QString, file);
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QCOMPARE(m_sim->run(words("auth cache-refresh")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("set upload-linger=1")).exitCode, 0);

    const Ran ran = m_sim->run(arguments);
    QCOMPARE(ran.exitCode, exitCode);
    const QByteArray& answer = exitCode == 0 ? ran.out : ran.err;
    QCOMPARE(exitCode == 0 ? ran.err : ran.out, QByteArray());
    if (file.endsWith(QLatin1String(".json"))) {
        QCOMPARE(shapeOfText(answer), shapeOfText(recorded(file)));
        // The world is the recorded one, so the bytes are, too.
        QCOMPARE(answer, recorded(file));
    } else {
        QCOMPARE(normalised(answer), normalised(recorded(file)));
    }
}

void TestZcaSimShapes::login()
{
    const auto process =
        m_sim->start(words("-p work auth login -q") + QStringList(m_sim->path(u"q.png"_s)));
    QCOMPARE(m_sim->ctl(words("-p work wait qr")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p work scan")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p work confirm")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(normalised(ran.out), normalised(recorded(u"login-success.out"_s)));
}

void TestZcaSimShapes::loginDeclined()
{
    const auto process =
        m_sim->start(words("auth login -q") + QStringList(m_sim->path(u"q2.png"_s)));
    QCOMPARE(m_sim->ctl(words("wait qr")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("scan")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("decline")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(normalised(ran.out), normalised(recorded(u"login-declined.out"_s)));
}

void TestZcaSimShapes::loginExpired()
{
    const auto process = m_sim->start(words("auth login"));
    QCOMPARE(m_sim->ctl(words("wait qr")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("expire")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err, recorded(u"login-expired.err"_s));
}

std::unique_ptr<QProcess> TestZcaSimShapes::listen(const QStringList& options)
{
    auto process = m_sim->start(words("listen -r") + options);
    [&] { QCOMPARE(m_sim->ctl(words("wait listener")).exitCode, 0); }();
    return process;
}

void TestZcaSimShapes::inject(const QJsonObject& message)
{
    QCOMPARE(
        m_sim->ctl({ u"inject"_s, QString::fromUtf8(QJsonDocument(message).toJson()) }).exitCode,
        0);
}

void TestZcaSimShapes::listenBreaks_data()
{
    QTest::addColumn<QStringList>("control");
    QTest::addColumn<QString>("file");
    QTest::newRow("drop") << words("drop") << u"listen-dropped-1006.out"_s;
    QTest::newRow("kick") << words("kick 3003") << u"listen-kicked-3003.out"_s;
}

void TestZcaSimShapes::listenBreaks()
{
    QFETCH(QStringList, control);
    QFETCH(QString, file);
    const auto process = listen({});
    QCOMPARE(m_sim->ctl(control).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out, recorded(file));
}

void TestZcaSimShapes::listenDeadCookie()
{
    const auto process = listen({});
    QCOMPARE(m_sim->ctl(words("cookie-expire closed")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.err, recorded(u"listen-dead-cookie.err"_s));
    QCOMPARE(ran.out, recorded(u"listen-dropped-1006.out"_s));
}

void TestZcaSimShapes::listenRecycle()
{
    QCOMPARE(m_sim->ctl(words("set connect-delay=0")).exitCode, 0);
    const auto process = listen(words("-k --recycle-ms 10"));
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 75);
    QCOMPARE(ran.out, recorded(u"listen-recycle.out"_s));
    QCOMPARE(ran.err,
             QByteArray("Listener recycle triggered after 10ms to prevent stale session.\n"));
}

void TestZcaSimShapes::listenSample()
{
    m_sim->setEnvironment(u"OPENZCA_LISTEN_KEEPALIVE_RESTART_DELAY_MS"_s, u"1"_s);
    const auto process = listen(words("-k"));
    const auto say = [this](const char* content) {
        inject({ { u"threadId"_s, friendId }, { u"content"_s, QString::fromUtf8(content) } });
    };
    const auto show = [this](const char* kind, const char* content = nullptr,
                             const QString& thread = friendId) {
        QJsonObject message { { u"threadId"_s, thread }, { u"kind"_s, QLatin1String(kind) } };
        if (content) {
            message[u"content"_s] = QString::fromUtf8(content);
        }
        inject(message);
    };
    say("Chào bot, hôm nay thế nào?");
    inject({ { u"threadId"_s, groupId },
             { u"senderId"_s, u"921115718368007661"_s },
             { u"content"_s, u"xem giúp với"_s },
             { u"mentionMe"_s, true } });
    show("photo", "ảnh đây", u"385465029173967793"_s);
    inject({ { u"threadId"_s, friendId },
             { u"content"_s, u"đồng ý"_s },
             { u"quote"_s, u"Họp lúc 3h?"_s } });
    show("voice");
    show("file");
    show("sticker");
    show("link");
    show("location");
    show("contact");
    show("video");
    say("dòng 1\ndòng 2");
    say("{\"a\":1}");
    QCOMPARE(m_sim->ctl(words("kick 3000")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("wait listener")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("kick 3003")).exitCode, 0);
    process->terminate();

    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 143);
    QCOMPARE(listenerLines(ran.out), listenerLines(recorded(u"listen-sample.jsonl"_s)));
}

void TestZcaSimShapes::listenSupervised()
{
    const auto process = listen(words("--supervised --heartbeat-ms 20"));
    QByteArray out;
    QTRY_VERIFY((out += process->readAllStandardOutput()).contains("heartbeat"));
    inject({ { u"threadId"_s, friendId }, { u"content"_s, u"hi"_s } });
    QCOMPARE(m_sim->ctl(words("drop")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 0);

    // How many heartbeats there are is a matter of time; their shape is compared once.
    const auto withoutBeats = [](const QByteArray& text) {
        QStringList lines = listenerLines(text);
        QStringList beats;
        for (qsizetype i = lines.size() - 1; i >= 0; --i) {
            if (lines[i].contains(QLatin1String(" heartbeat"))) {
                beats.append(lines.takeAt(i));
            }
        }
        beats.removeDuplicates();
        return lines + beats;
    };
    QCOMPARE(withoutBeats(out + ran.out), withoutBeats(recorded(u"listen-supervised.out"_s)));
}

QTEST_GUILESS_MAIN(TestZcaSimShapes)
#include "tst_zcasimshapes.moc"
