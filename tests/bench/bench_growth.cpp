// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the relay's store costs beside a long history: the same work on an empty file and on files
// with up to a million messages each way, of up to 50 profiles. The files are measured in turns,
// each time by a process of its own, so that memory is that of one file and a busy moment hits all
// alike.

#include "benchrow.h"
#include "storedhistory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <map>

using namespace zalo;
using namespace zalo::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 9;
constexpr int Calls = 600; //!< of each kind, in a round
constexpr int Pages = 50;
constexpr int Starts = 50;
constexpr int Lines =
    10; //!< of a page: every profile has that many each way, also in an empty file
constexpr double Goal = 1.1;
constexpr std::array Sizes { 0, 100'000, 1'000'000 }; //!< the others stand beside the first

//! What one row says: milliseconds of each call and the CPU seconds of all, or KiB.
struct Measured
{
    QList<double> values;
    std::optional<double> cpu;

    void add(const QJsonObject& json)
    {
        for (const QJsonValue& value : json[u"values"].toArray()) {
            values << value.toDouble();
        }
        if (const QJsonValue seconds = json[u"cpu"]; seconds.isDouble()) {
            cpu = cpu.value_or(0) + seconds.toDouble();
        }
    }

    template <typename Call> void take(int calls, Call call)
    {
        const double before = cpuSeconds();
        for (int i = 0; i < calls; ++i) {
            QElapsedTimer timer;
            timer.start();
            call(i);
            values << double(timer.nsecsElapsed()) / 1e6;
        }
        cpu = cpu.value_or(0) + cpuSeconds() - before;
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        QJsonObject json;
        QJsonArray array;
        for (const double value : values) {
            array << value;
        }
        json.insert(u"values"_s, array);
        if (cpu) {
            json.insert(u"cpu"_s, *cpu);
        }
        return json;
    }
};

//! KiB of memory that are this process's own, and no file's.
double anonymousMemory()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    const QByteArray text = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    return text.mid(text.indexOf("Anonymous:")).simplified().split(' ').value(1).toDouble();
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

//! Of one round; `first` is the number of its first message, so that none is stored twice.
QJsonObject measure(const QString& path, int profiles, int first)
{
    QJsonObject found;
    const auto note = [&found](const QString& name, const Measured& measured) {
        found.insert(name, measured.toJson());
    };
    Measured start;
    std::unique_ptr<Worker> worker;
    std::unique_ptr<RelayStore> store;
    start.take(Starts, [&](int) {
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
        (void)answerOf<bool>([&](auto* on, auto done) {
            store->inbound().append(message(first + i, profiles), on, done);
        });
    });
    note(u"append"_s, append);
    Measured outcome;
    outcome.take(Calls, [&](int i) {
        const InboundRow row = message(first + i, profiles);
        (void)answerOf<bool>([&](auto* on, auto done) {
            store->inbound().recordOutcome(row.profile, row.msgId, row.thread.id,
                                           InboundOutcome::Dispatched, {}, on, done);
        });
    });
    note(u"outcome"_s, outcome);
    Measured enqueue;
    enqueue.take(Calls, [&](int i) {
        (void)answerOf<EnqueuedOutbound>([&](auto* on, auto done) {
            store->outbound().enqueue(send(first + i, profiles), on, done);
        });
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
    found.insert(u"memory"_s, Measured { { anonymousMemory() }, {} }.toJson());
    return found;
}

QString sizeName(int messages)
{
    return messages >= 1'000'000 ? u"%1M"_s.arg(messages / 1'000'000)
        : messages >= 1'000      ? u"%1k"_s.arg(messages / 1'000)
                                 : QString::number(messages);
}

//! The rows of one size by what they measure; those of `empty`, if any, are what they stand beside.
void print(int messages, int profiles, const std::map<QString, Measured>& found,
           const std::map<QString, Measured>* empty)
{
    for (const auto& [what, measured] : found) {
        BenchRow row;
        row.name = u"growth %1, %2, %3"_s.arg(what, sizeName(messages)).arg(profiles);
        row.unit = what == u"memory" ? u"KiB"_s : u"ms"_s;
        row.value = quantile(measured.values, 0.5);
        if (empty) {
            row.compared = quantile(empty->at(what).values, 0.5);
            row.goal = Goal;
        }
        row.n = measured.values.size();
        row.spread = spread(measured.values);
        row.cpu = measured.cpu;
        row.print();
    }
}

//! All sizes with so many profiles; false if something did not work.
bool measureSizes(int profiles)
{
    std::array<QTemporaryDir, Sizes.size()> folders;
    std::array<std::map<QString, Measured>, Sizes.size()> found;
    const auto pathIn = [](const QTemporaryDir& folder) {
        return folder.filePath(u"relay.sqlite"_s);
    };
    for (size_t i = 0; i < Sizes.size(); ++i) {
        if (!makeHistory(pathIn(folders.at(i)), Sizes.at(i), profiles)) {
            qCritical("no history could be made");
            return false;
        }
    }
    for (int round = 0; round < Rounds; ++round) {
        for (size_t turn = 0; turn < Sizes.size(); ++turn) {
            // Each is the first one as often: what a round's first process finds cold is nobody's.
            const size_t i = (turn + size_t(round)) % Sizes.size();
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        { u"--measure"_s, pathIn(folders.at(i)), QString::number(profiles),
                          QString::number(round * Calls) });
            if (!child.waitForFinished(-1) || child.exitCode() != 0) {
                return false;
            }
            const QJsonObject rows = QJsonDocument::fromJson(child.readAll()).object();
            for (auto it = rows.constBegin(); it != rows.constEnd(); ++it) {
                found.at(i)[it.key()].add(it.value().toObject());
            }
        }
    }
    for (size_t i = 0; i < Sizes.size(); ++i) {
        print(Sizes.at(i), profiles, found.at(i), i > 0 ? &found.at(0) : nullptr);
    }
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--measure") {
        const QByteArray json =
            QJsonDocument(
                measure(arguments.value(2), arguments.value(3).toInt(), arguments.value(4).toInt()))
                .toJson();
        ::fwrite(json.constData(), 1, size_t(json.size()), stdout);
        return 0;
    }
    for (const int profiles : { 1, 10, 50 }) {
        if (!measureSizes(profiles)) {
            return 1;
        }
    }
    return 0;
}
