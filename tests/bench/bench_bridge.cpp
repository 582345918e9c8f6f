// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// `status.get` at a real companion, beside a bare server that sends the same bytes. The same client
// asks both, in turns, so that a busy machine is unfair to both. All of them share one processor:
// on two, the time is mostly the scheduler's, who wakes one for each question or does not.

#include "benchrow.h"
#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QLocalSocket>

#include <sched.h>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 20;
constexpr int CallsARound = 250;
constexpr double Goal = 1.5;

//! Microseconds of each of one round's calls, one after the other.
QList<double> measure(RpcChannel& channel)
{
    QList<double> times;
    QEventLoop loop;
    QElapsedTimer timer;
    std::function<void()> next = [&] {
        timer.start();
        channel.request(&loop, u"status.get"_s, {}, std::chrono::seconds(30), [&](const RpcReply&) {
            times << double(timer.nsecsElapsed()) / 1000;
            times.size() < CallsARound ? next() : loop.quit();
        });
    };
    next();
    loop.exec();
    return times;
}

//! Lets this process and those that it starts run on one processor only.
bool takeOneProcessor()
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    return sched_setaffinity(0, sizeof(one), &one) == 0;
}

//! The answer that both give.
QByteArray answer(RpcChannel& channel)
{
    QByteArray json;
    QEventLoop loop;
    channel.request(&loop, u"status.get"_s, {}, std::chrono::seconds(30),
                    [&](const RpcReply& reply) {
                        if (reply) {
                            json = QJsonDocument(*reply).toJson(QJsonDocument::Compact);
                        }
                        loop.quit();
                    });
    loop.exec();
    return json;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    if (!takeOneProcessor()) {
        qCritical("it cannot be said on which processor it runs");
        return 1;
    }
    // An account that is connected: its snapshot is a whole one.
    const test::Simulator simulator;
    test::CompanionProcess companion;
    test::TestGateway gateway;
    if (!simulator.ctlSucceeds({ u"login"_s }) || !companion.start()
        || !gateway.subscribe(companion.bridgePath())
        || !simulator.ctlSucceeds({ u"wait"_s, u"listener"_s })) {
        qCritical("the companion does not run");
        return 1;
    }
    QProcess echo;
    const QString echoPath = companion.runFolder() + u"/echo.sock"_s;
    echo.start(QStringLiteral(BARE_ECHO),
               { echoPath, QString::fromUtf8(answer(gateway.channel())) });
    auto* socket = new QLocalSocket;
    RpcChannel echoChannel(socket, {});
    echoChannel.start();
    if (!echo.waitForReadyRead()) {
        qCritical("the echo does not run");
        return 1;
    }
    socket->connectToServer(echoPath);
    if (!socket->waitForConnected()) {
        qCritical("the echo does not listen");
        return 1;
    }

    QList<double> times;
    QList<double> echoTimes;
    for (int round = 0; round < Rounds; ++round) {
        times << measure(gateway.channel());
        echoTimes << measure(echoChannel);
    }
    bench::BenchRow row;
    row.name = u"bridge"_s;
    row.unit = u"µs"_s;
    row.value = bench::quantile(times, 0.5);
    row.compared = bench::quantile(echoTimes, 0.5);
    row.goal = Goal;
    row.n = times.size();
    row.spread = bench::spread(times);
    row.print();
    echo.kill();
    echo.waitForFinished();
    return 0;
}
