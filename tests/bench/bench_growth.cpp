// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the relay's store costs beside a long history: the same work on an empty file and on files
// with up to a million messages each way, of up to 50 profiles. Each file is measured by a process
// of its own, so that memory is that of one file.

#include "benchrow.h"
#include "storedhistory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace zalo;
using namespace zalo::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 600; //!< of each kind
constexpr int Pages = 100;
constexpr int Lines = 20; //!< of a page: every profile has that many, also where nothing was stored
constexpr double Goal = 1.1;

//! Milliseconds of each call, and the CPU seconds of all.
struct Measured
{
    QList<double> times;
    double cpu = 0;

    template <typename Call> void take(int calls, Call call)
    {
        const double before = cpuSeconds();
        for (int i = 0; i < calls; ++i) {
            QElapsedTimer timer;
            timer.start();
            call(i);
            times << double(timer.nsecsElapsed()) / 1e6;
        }
        cpu += cpuSeconds() - before;
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        return { { u"p50"_s, quantile(times, 0.5) },
                 { u"spread"_s, spread(times) },
                 { u"n"_s, times.size() },
                 { u"cpu"_s, cpu } };
    }
};

//! KiB of memory that this process has a share of.
double memory()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    const QByteArray text = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    return text.mid(text.indexOf("Pss:")).simplified().split(' ').value(1).toDouble();
}

InboundRow message(int number, int profiles)
{
    InboundRow row;
    row.profile = profileName(number % profiles);
    row.msgId = u"new-%1"_s.arg(number);
    row.thread = { u"t%1"_s.arg(number % 7), false };
    row.receivedMs = Clock().nowMs();
    row.payload = { { u"text"_s, u"Xin chào"_s } };
    return row;
}

OutboundRow send(int number, int profiles)
{
    OutboundRow row;
    row.owner = u"gateway"_s;
    row.key = u"new-%1"_s.arg(number);
    row.profile = profileName(number % profiles);
    row.thread = { u"t%1"_s.arg(number % 7), false };
    row.createdMs = Clock().nowMs();
    row.deadlineMs = row.createdMs + 30'000;
    row.parts = { { u"Dạ có ạ"_s, OutboundState::Queued, {} } };
    return row;
}

QJsonObject measure(const QString& path, int profiles)
{
    QJsonObject found;
    const auto note = [&found](const QString& name, const Measured& measured) {
        found.insert(name, measured.toJson());
    };
    Measured start;
    std::unique_ptr<Worker> worker;
    std::unique_ptr<RelayStore> store;
    start.take(5, [&](int) {
        store.reset();
        worker = std::make_unique<Worker>(u"sqlite"_s);
        store = std::make_unique<RelayStore>(worker.get(), RelayStoreOptions { .path = path });
        if (!answerOf<RelayRecovery>([&](auto* on, auto done) { store->open(on, done); })) {
            qFatal("the file does not open");
        }
    });
    note(u"start"_s, start);
    Measured append;
    append.take(Calls, [&](int i) {
        (void)answerOf<bool>(
            [&](auto* on, auto done) { store->inbound().append(message(i, profiles), on, done); });
    });
    note(u"append"_s, append);
    Measured outcome;
    outcome.take(Calls, [&](int i) {
        const InboundRow row = message(i, profiles);
        (void)answerOf<bool>([&](auto* on, auto done) {
            store->inbound().recordOutcome(row.profile, row.msgId, row.thread.id,
                                           InboundOutcome::Dispatched, {}, on, done);
        });
    });
    note(u"outcome"_s, outcome);
    Measured enqueue;
    enqueue.take(Calls, [&](int i) {
        (void)answerOf<EnqueuedOutbound>(
            [&](auto* on, auto done) { store->outbound().enqueue(send(i, profiles), on, done); });
    });
    note(u"enqueue"_s, enqueue);
    const auto page = [&](const ActivityQuery& query) {
        const auto list = answerOf<ActivityList>(
            [&](auto* on, auto done) { store->activity().page(query, on, done); });
        if (!list || list->items.isEmpty()) {
            qFatal("a page is empty");
        }
    };
    Measured plain;
    plain.take(Pages, [&](int) { page({ {}, {}, Lines, {} }); });
    note(u"page"_s, plain);
    Measured ofProfile;
    ofProfile.take(Pages, [&](int) { page({ profileName(0), {}, Lines, {} }); });
    note(u"page of a profile"_s, ofProfile);
    Measured ofThread;
    ofThread.take(Pages, [&](int) { page({ {}, u"t3"_s, Lines, {} }); });
    note(u"page of a thread"_s, ofThread);
    Measured queued;
    queued.take(Pages, [&](int) { page({ {}, {}, Lines, {}, { ActivityState::Queued } }); });
    note(u"page of a state"_s, queued);
    found.insert(u"memory"_s, QJsonObject { { u"p50"_s, memory() }, { u"n"_s, 1 } });
    return found;
}

QString sizeName(int messages)
{
    return messages >= 1'000'000 ? u"%1M"_s.arg(messages / 1'000'000)
        : messages >= 1'000      ? u"%1k"_s.arg(messages / 1'000)
                                 : QString::number(messages);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--measure") {
        const QByteArray json =
            QJsonDocument(measure(arguments.value(2), arguments.value(3).toInt())).toJson();
        ::fwrite(json.constData(), 1, size_t(json.size()), stdout);
        return 0;
    }
    for (const int profiles : { 1, 10, 50 }) {
        QJsonObject empty;
        for (const int messages : { 0, 100'000, 1'000'000 }) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"relay.sqlite"_s);
            if (!makeHistory(path, messages, profiles)) {
                qCritical("no history could be made");
                return 1;
            }
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        { u"--measure"_s, path, QString::number(profiles) });
            if (!child.waitForFinished(-1) || child.exitCode() != 0) {
                return 1;
            }
            const QJsonObject found = QJsonDocument::fromJson(child.readAll()).object();
            if (messages == 0) {
                empty = found;
            }
            for (auto it = found.constBegin(); it != found.constEnd(); ++it) {
                BenchRow row;
                row.name = u"growth %1, %2, %3"_s.arg(it.key(), sizeName(messages)).arg(profiles);
                row.unit = it.key() == u"memory" ? u"KiB"_s : u"ms"_s;
                row.value = it.value()[u"p50"].toDouble();
                if (messages > 0) {
                    row.compared = empty[it.key()][u"p50"].toDouble();
                    row.goal = Goal;
                }
                row.n = it.value()[u"n"].toInt();
                row.spread = it.value()[u"spread"].toDouble();
                if (it.value().toObject().contains(u"cpu")) {
                    row.cpu = it.value()[u"cpu"].toDouble();
                }
                row.print();
            }
        }
    }
    return 0;
}
