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

struct Traits
{
    const char* name;
    int shortest; //!< milliseconds
    int longest;
};

constexpr std::array<Traits, size_t(Fault::Kind::Count)> allTraits { {
    { "companion killed", 0, 1'500 },
    { "companion stopped", 200, 2'500 },
    { "listener killed", 0, 0 },
    { "listener stopped", 200, 9'500 }, // now and then longer than its heartbeat's deadline
    { "listener silent", 8'000, 9'500 },
    { "listener hangs at its start", 0, 0 },
    { "listener dies within a line", 0, 0 },
    { "gateway killed", 0, 1'500 },
    { "gateway stopped", 200, 4'500 }, // now and then longer than a delivery's deadline
    { "network off", 200, 3'000 },
    { "connection dropped", 0, 0 },
    { "kicked with 3000", 0, 0 },
    { "kicked with 3003", 0, 0 },
    { "noise", 500, 3'000 },
    { "writes split within letters", 500, 3'000 },
    { "line of 5 MiB", 0, 0 },
    { "send hangs", 0, 0 },
    { "sent, then hangs", 0, 0 },
    { "zca lingers after its answer", 0, 0 },
    { "send dies within its answer", 0, 0 },
    { "send refused by Zalo", 0, 0 },
    { "nothing sent, without a word", 0, 0 },
    { "rate limit 221", 0, 0 },
    { "slow zca", 1'000, 3'000 },
    { "disk full", 500, 2'500 },
    { "disk slow", 500, 3'000 },
    { "clock three hours ahead", 500, 3'000 },
    { "clock three hours behind", 500, 3'000 },
} };

} // namespace

QList<Fault> faultPlan(quint32 seed, int totalMs)
{
    QRandomGenerator random(seed);
    QList<Fault> plan;
    QList<int> deck;
    for (int at = QuietAtFirst; at < totalMs;
         at += ShortestPause + random.bounded(LongestPause - ShortestPause)) {
        if (deck.isEmpty()) {
            for (int kind = 0; kind < int(Fault::Kind::Count); ++kind) {
                deck.insert(random.bounded(kind + 1), kind);
            }
        }
        const int kind = deck.takeLast();
        const Traits& traits = allTraits[size_t(kind)];
        const int length = traits.shortest + random.bounded(traits.longest - traits.shortest + 1);
        plan.append({ Fault::Kind(kind), at, length });
    }
    return plan;
}

QString faultName(Fault::Kind kind)
{
    return QString::fromLatin1(allTraits[size_t(kind)].name);
}

} // namespace zalo::torture
