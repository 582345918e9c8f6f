// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faultplan.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace zalo::torture {
namespace {

constexpr int QuietAtFirst = 1'000;
constexpr int ShortestPause = 200;
constexpr int LongestPause = 1'800;

//! A fault that lasts may last this share of a run.
constexpr int LargestShare = 8;

constexpr int BreakInterval = 40'000;
constexpr int ShortestBreak = 2'000;
constexpr int LongestBreak = 60'000;
constexpr std::array breakKinds { Fault::Kind::NetworkOff,      Fault::Kind::NetworkOff,
                                  Fault::Kind::MachineSleeps,   Fault::Kind::NetworkOff,
                                  Fault::Kind::CompanionKilled, Fault::Kind::Reconnect };

struct Traits
{
    const char* name;
    int shortest; //!< milliseconds
    int longest;
    const char* setting = "";
};

constexpr std::array<Traits, size_t(Fault::Kind::Count)> allTraits { {
    { "companion killed", 0, 1'500 },
    { "companion stopped", 200, 2'500 },
    { "companion asked to quit amid sends", 0, 0 },
    { "second start, other runtime folder", 3'000, 5'000 },
    { "runtime folder swept", 0, 0 },
    { "log that nobody reads", 7'000, 9'000 }, // longer than an answer may take
    { "listener killed", 0, 0 },
    { "listener stopped", 200, 9'500 }, // now and then longer than its heartbeat's deadline
    { "listener silent", 8'000, 9'500, "heartbeat=off" },
    { "listener hangs at its start", 0, 0, "hang=1@listen@once" },
    { "listener dies within a line", 0, 0, "die-midline=1@listen@once" },
    { "gateway killed", 0, 1'500 },
    { "gateway stopped", 200, 4'500 }, // now and then longer than a delivery's deadline
    { "gateway silent", 4'000, 60'000 }, // ten minutes, on the torture's scale
    { "gateway refuses everything", 1'000, 6'000 },
    { "gateway dies after taking", 0, 0 },
    { "two gateways fight", 1'000, 4'000 },
    { "network off", 200, 3'000, "net=off" },
    { "connection dropped", 0, 0 },
    { "kicked with 3000", 0, 0 },
    { "kicked with 3003", 0, 0 },
    { "noise", 500, 3'000, "noise=1" },
    { "writes split within letters", 500, 3'000, "split=1" },
    { "line of 5 MiB", 0, 0, "bigline=1@listen@once" },
    { "burst, Zalo's times out of order", 0, 0 },
    { "send hangs", 0, 0, "hang=1@msg.send@once" },
    { "sent, then hangs", 0, 0, "send-then-hang=1@msg.send@once" },
    { "zca lingers after its answer", 0, 0, "linger=1500@msg.send@once" },
    { "send dies within its answer", 0, 0, "die-midline=1@msg.send@once" },
    { "send refused by Zalo", 0, 0, "refuse=Lỗi không xác định@msg.send@once" },
    { "nothing sent, without a word", 0, 0, "nothing-sent=1@msg.send@once" },
    { "rate limit 221", 0, 0, "rate-limit=1@msg.send@once" },
    { "slow zca", 1'000, 3'000, "slow=600@msg.send" },
    { "disk full", 500, 2'500 },
    { "disk slow", 500, 3'000 },
    { "database locked", 300, 2'000 }, // within storageLockPatience, 3 s here
    { "database locked for long", 3'500, 6'000 }, // beyond it
    { "clock three hours ahead", 500, 3'000 },
    { "clock three hours behind", 500, 3'000 },
    { "clock seven hours ahead, then offline", 3'000, 8'000 },
    { "clock three days behind, then offline", 3'000, 8'000 },
    { "another account's login", 3'000, 6'000 },
    { "machine sleeps", 500, 6'000 },
    { "person reconnects", 0, 0 },
} };

QList<int> wantedKinds(const QStringList& only)
{
    QList<int> kinds;
    for (int kind = 0; kind < int(Fault::Kind::Count); ++kind) {
        const QString name = faultName(Fault::Kind(kind));
        const bool isNamed = std::any_of(only.cbegin(), only.cend(), [&name](const QString& word) {
            return name.contains(word);
        });
        if (only.isEmpty() || isNamed) {
            kinds << kind;
        }
    }
    return kinds;
}

} // namespace

QList<Fault> faultPlan(quint32 seed, int totalMs, const QStringList& only)
{
    const QList<int> kinds = wantedKinds(only);
    if (kinds.isEmpty()) {
        return {};
    }
    QRandomGenerator random(seed);
    QList<Fault> plan;
    QList<int> deck;
    for (int at = QuietAtFirst; at < totalMs;
         at += ShortestPause + random.bounded(LongestPause - ShortestPause)) {
        if (deck.isEmpty()) {
            for (int kind : kinds) {
                deck.insert(random.bounded(int(deck.size()) + 1), kind);
            }
        }
        const int kind = deck.takeLast();
        const Traits& traits = allTraits[size_t(kind)];
        const int longest =
            std::max(traits.shortest, std::min(traits.longest, totalMs / LargestShare));
        const int length = traits.shortest + random.bounded(longest - traits.shortest + 1);
        plan.append({ Fault::Kind(kind), at, length });
    }
    return plan;
}

QList<Fault> breakPlan(quint32 seed, int totalMs)
{
    QRandomGenerator random(seed);
    QList<Fault> plan;
    for (int at = QuietAtFirst; at < totalMs; at += BreakInterval) {
        // Short ones are more frequent than long ones.
        const double part = random.generateDouble();
        const int length = ShortestBreak + int(part * part * part * (LongestBreak - ShortestBreak));
        const Fault::Kind kind = breakKinds.at(size_t(plan.size()) % breakKinds.size());
        plan.append({ kind, at + random.bounded(BreakInterval / 4), length });
    }
    return plan;
}

QString faultName(Fault::Kind kind)
{
    return QString::fromLatin1(allTraits[size_t(kind)].name);
}

QString faultSetting(Fault::Kind kind)
{
    return QString::fromUtf8(allTraits[size_t(kind)].setting);
}

} // namespace zalo::torture
