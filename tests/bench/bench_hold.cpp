// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What a message that comes alone waits for those that Zalo dates before it: from its
// acknowledgement to the Gateway, by the product's times and without any hold.

#include "benchrow.h"
#include "relay/inboundrelay.h"
#include "storedhistory.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace zalo;
using namespace zalo::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Messages = 100;
constexpr double HoldLimit = 20; //!< ms

//! Accepts everything at once, and says so.
class EagerGateway : public GatewayPort
{
public:
    void deliver(const InboundRow&, bool, QObject*, Callback<void> done) override
    {
        delivered();
        done({});
    }
    std::function<void()> delivered;
};

//! Milliseconds from each message's acknowledgement to its delivery.
QList<double> delays(const Policy& policy)
{
    const QTemporaryDir folder;
    Worker worker(u"sqlite"_s);
    RelayStore store(&worker, RelayStoreOptions { .path = folder.filePath(u"relay.sqlite"_s) });
    if (!answerOf<RelayRecovery>([&](auto* on, auto done) { store.open(on, done); })) {
        qFatal("the file does not open");
    }
    EagerGateway gateway;
    InboundRelay relay(&store, &gateway, policy);
    relay.setAccount(profileName(0), u"1"_s);
    relay.onGatewayConnected(profileName(0));
    QList<double> times;
    for (int i = 0; i < Messages; ++i) {
        InboundRow row;
        row.profile = profileName(0);
        row.account = u"1"_s;
        row.msgId = QString::number(i);
        row.thread = { u"t%1"_s.arg(i % 7), false };
        row.receivedMs = Clock().nowMs();
        row.agedMs = row.receivedMs;
        QElapsedTimer timer;
        QEventLoop loop;
        gateway.delivered = [&] {
            times << double(timer.nsecsElapsed()) / 1e6;
            loop.quit();
        };
        relay.ingest(row, &loop, [&](const Result<bool>&) { timer.start(); });
        loop.exec();
    }
    return times;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    Policy none;
    none.orderQuiet = {};
    none.orderHold = {};
    const double before = cpuSeconds();
    const QList<double> times = delays(Policy());
    BenchRow row;
    row.cpu = cpuSeconds() - before;
    row.name = u"order hold"_s;
    row.unit = u"ms"_s;
    row.value = quantile(times, 0.5);
    row.compared = quantile(delays(none), 0.5);
    row.limit = *row.compared + HoldLimit;
    row.n = times.size();
    row.spread = spread(times);
    row.print();
    return 0;
}
