// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "platform/instancelock.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DeadlineMs = 30'000;
constexpr int Sends = 14;

//! The environment of another login: the same data, another runtime folder.
QProcessEnvironment otherRuntime(const CompanionProcess& companion)
{
    QProcessEnvironment environment = companion.environment;
    const QString folder = environment.value(u"HOME"_s) + u"/other-run"_s;
    QDir().mkpath(folder);
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder);
    return environment;
}

//! One `zalo-companion` in an environment of its own, to its end.
CompanionProcess::Answer runIn(const QProcessEnvironment& environment, const QStringList& words)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(COMPANION_BINARY), words);
    const bool ended = process.waitForFinished(DeadlineMs);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return { ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
             QString::fromUtf8(process.readAllStandardError()) };
}

QStringList sentTexts(const Simulator& sim)
{
    QStringList texts;
    for (const QJsonObject& line : sim.outbox()) {
        texts << line[u"text"].toString();
    }
    return texts;
}

} // namespace

//! Who owns the data folder owns all that is in it, wherever the sockets are.
class TestOneOwner : public QObject
{
    Q_OBJECT

private slots:
    void nothingGoesOutTwice()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start() && gateway.subscribe(companion.bridgePath()));
        for (int i = 0; i < Sends; ++i) {
            gateway.callAndForget(u"message.send"_s,
                                  { { u"threadId"_s, u"7001"_s },
                                    { u"isGroup"_s, false },
                                    { u"key"_s, u"k%1"_s.arg(i) },
                                    { u"deadlineMs"_s, 300'000 },
                                    { u"text"_s, u"tin %1"_s.arg(i) } });
        }
        QTRY_VERIFY_WITH_TIMEOUT(!sentTexts(sim).isEmpty(), DeadlineMs);
        const CompanionProcess::Answer second = runIn(otherRuntime(companion), { u"--headless"_s });
        QCOMPARE(second.status, 1);
        QVERIFY2(second.err.contains(u"already running (process %1"_s.arg(companion.processId())),
                 qPrintable(second.err));
        QTRY_VERIFY_WITH_TIMEOUT(sentTexts(sim).size() >= Sends, 120'000);
        const QStringList texts = sentTexts(sim);
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
        QVERIFY(gateway.call(u"status.get"_s)); // and its connection never broke
    }

    //! A killed companion's child that has not begun its program yet still has its lock and socket.
    void whatADeadOwnerLeftBehindIsWaitedFor()
    {
        CompanionProcess companion;
        QVERIFY(companion.start());
        const QString lockPath = companion.dataFolder() + u'/' + InstanceLock::fileName();
        const qint64 owner = companion.processId();
        companion.kill();
        Descriptor lock(::open(QFile::encodeName(lockPath).constData(), O_RDWR | O_CLOEXEC));
        struct flock whole
        {
        };
        whole.l_type = F_WRLCK;
        // The killed one may have left such a child itself.
        QTRY_COMPARE_WITH_TIMEOUT(::fcntl(lock.get(), F_OFD_SETLK, &whole), 0, DeadlineMs);
        QVERIFY(InstanceLock::isLeftBehind(companion.dataFolder()));

        const Descriptor closes(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
        QVERIFY(::inotify_add_watch(closes.get(), QFile::encodeName(lockPath).constData(),
                                    IN_CLOSE_WRITE)
                >= 0);
        companion.launch();
        inotify_event event {};
        bool hasTried = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            (hasTried = hasTried || ::read(closes.get(), &event, sizeof(event)) > 0), DeadlineMs);
        lock.reset();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(companion.bridgePath()) || !companion.isRunning(),
                                 DeadlineMs);
        QVERIFY2(companion.isRunning(), companion.takeLog().constData());
        QVERIFY(companion.processId() != owner);
    }

    //! Commands find the owner from any environment.
    void commandsFindTheOwner()
    {
        Simulator sim;
        CompanionProcess companion;
        companion.environment.insert(u"ZALO_COMPANION_SOCKET"_s,
                                     companion.runFolder() + u"/own/b"_s);
        QVERIFY(companion.start());
        const QProcessEnvironment other = otherRuntime(companion);
        const auto status = [&other] {
            return QJsonDocument::fromJson(runIn(other, { u"status"_s, u"--json"_s }).out.toUtf8())
                .object();
        };
        QCOMPARE(status()[u"companion"][u"pid"].toInteger(), companion.processId());
        QCOMPARE(runIn(other, { u"quit"_s }).status, 0);
        QVERIFY(companion.hasEnded());
        QVERIFY(runIn(other, { u"status"_s }).err.contains(u"not running"));
    }

    //! A logout without lingering sweeps the runtime folder, and while nobody is logged in there is
    //! none at all.
    void aSweptRuntimeFolderStopsNobody()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        const QString runtime = companion.environment.value(u"XDG_RUNTIME_DIR"_s);
        TestGateway gateway;
        QVERIFY(companion.start() && gateway.subscribe(companion.bridgePath()));
        const auto bridge = [&companion] {
            return companion.status()[u"bridge"][u"path"].toString();
        };
        QCOMPARE(bridge(), companion.bridgePath());

        QVERIFY(QDir(companion.runFolder()).removeRecursively());
        QTRY_COMPARE(bridge(), companion.bridgePath());
        TestGateway brief(u"gateway-of-a-test"_s);
        brief.key = gateway.key;
        QTRY_VERIFY(QFile::exists(companion.bridgePath()));
        QVERIFY(gateway.call(u"status.get"_s));

        QVERIFY(QDir(runtime).removeRecursively());
        const QString fallback =
            companion.environment.value(u"HOME"_s) + u"/.local/state/zalo-companion/bridge.sock"_s;
        QTRY_COMPARE(bridge(), fallback);
        QVERIFY(gateway.call(u"status.get"_s));
        QVERIFY(brief.subscribe(fallback)); // supersedes the first one, as a restarted Gateway does
        sim.inject(u"7001"_s, u"sau khi đăng xuất"_s);
        QTRY_COMPARE_WITH_TIMEOUT(brief.texts(u"7001"_s).size(), 1, DeadlineMs);
        QVERIFY(companion.takeLog().contains("the socket was gone or has moved"));
    }

    //! What another process wrote there, and did not lock, is nobody.
    void aLockOfProcessOneStopsNobody()
    {
        Simulator sim;
        CompanionProcess companion;
        QVERIFY(companion.start());
        companion.kill();
        for (const auto& [name, text] :
             { std::pair { u"/instance.lock"_s, QByteArray("1\nzalo-companion\nelsewhere\n") },
               std::pair { u"/instance.json"_s, QByteArray(R"({"pid":1,"host":"elsewhere"})") } }) {
            QFile file(companion.dataFolder() + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        QVERIFY(companion.run({ u"status"_s }).err.contains(u"not running"));
        QVERIFY(companion.start());
    }

    void anOwnerThatDoesNotAnswerIsNamed()
    {
        Simulator sim;
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(QFile::remove(companion.dataFolder() + u"/instance.json"_s));
        const CompanionProcess::Answer second = runIn(otherRuntime(companion), { u"--headless"_s });
        QCOMPARE(second.status, 1);
        QVERIFY2(second.err.contains(u"uses this data but does not answer"),
                 qPrintable(second.err));
    }
};

QTEST_GUILESS_MAIN(TestOneOwner)
#include "tst_oneowner.moc"
