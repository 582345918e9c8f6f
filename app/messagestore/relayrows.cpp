// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relayrows.h"

#include <array>
#include <utility>

namespace zalo {
namespace {

// The names are stored in the database and spoken on the bridge: they never change.
constexpr std::array inboundStates {
    std::pair { InboundState::Waiting, QLatin1String("waiting") },
    std::pair { InboundState::Accepted, QLatin1String("taken") },
    std::pair { InboundState::Dead, QLatin1String("dead") },
    std::pair { InboundState::Discarded, QLatin1String("discarded") },
};
constexpr std::array outboundStates {
    std::pair { OutboundState::Queued, QLatin1String("queued") },
    std::pair { OutboundState::Sending, QLatin1String("sending") },
    std::pair { OutboundState::Sent, QLatin1String("sent") },
    std::pair { OutboundState::Failed, QLatin1String("failed") },
    std::pair { OutboundState::Uncertain, QLatin1String("uncertain") },
};
constexpr std::array inboundOutcomes {
    std::pair { InboundOutcome::None, QLatin1String("") },
    std::pair { InboundOutcome::Dispatched, QLatin1String("dispatched") },
    std::pair { InboundOutcome::Dropped, QLatin1String("dropped") },
    std::pair { InboundOutcome::Failed, QLatin1String("failed") },
};
constexpr std::array outboundKinds {
    std::pair { OutboundKind::Text, QLatin1String("text") },
    std::pair { OutboundKind::Image, QLatin1String("image") },
    std::pair { OutboundKind::File, QLatin1String("file") },
    std::pair { OutboundKind::Url, QLatin1String("link") },
    std::pair { OutboundKind::Video, QLatin1String("video") },
    std::pair { OutboundKind::Voice, QLatin1String("voice") },
};

template <typename Table, typename Value> QString nameIn(const Table& table, Value value)
{
    for (const auto& [known, name] : table) {
        if (known == value) {
            return name;
        }
    }
    Q_UNREACHABLE();
}

template <typename Table> auto valueIn(const Table& table, QStringView wanted)
{
    for (const auto& [value, name] : table) {
        if (name == wanted) {
            return std::optional(value);
        }
    }
    return std::optional<decltype(table[0].first)>();
}

} // namespace

OutboundKind OutboundRow::partKind(qsizetype index) const
{
    const qsizetype itself = kind == OutboundKind::Url ? parts.size() - 1 : 0;
    return index == itself ? kind : OutboundKind::Text;
}

QStringList OutboundRow::messageIds() const
{
    QStringList ids;
    for (const OutboundPartRow& part : parts) {
        ids << part.messageIds;
    }
    return ids;
}

QString stateName(InboundState state)
{
    return nameIn(inboundStates, state);
}

QString stateName(OutboundState state)
{
    return nameIn(outboundStates, state);
}

QString outcomeName(InboundOutcome outcome)
{
    return nameIn(inboundOutcomes, outcome);
}

QString kindName(OutboundKind kind)
{
    return nameIn(outboundKinds, kind);
}

std::optional<InboundState> inboundState(QStringView name)
{
    return valueIn(inboundStates, name);
}

std::optional<OutboundState> outboundState(QStringView name)
{
    return valueIn(outboundStates, name);
}

std::optional<InboundOutcome> inboundOutcome(QStringView name)
{
    return valueIn(inboundOutcomes, name);
}

std::optional<OutboundKind> outboundKind(QStringView name)
{
    return valueIn(outboundKinds, name);
}

} // namespace zalo
