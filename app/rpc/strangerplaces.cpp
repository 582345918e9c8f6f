// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/strangerplaces.h"

#include <QHash>

#include <algorithm>

namespace zalo {

StrangerPlaces::StrangerPlaces(qsizetype count)
    : m_count(count)
{ }

const void* StrangerPlaces::enter(const void* newcomer, pid_t process)
{
    m_taken.append({ newcomer, process });
    if (m_taken.size() <= m_count) {
        return nullptr;
    }
    const void* goes = dispensable();
    leave(goes);
    return goes;
}

void StrangerPlaces::leave(const void* connection)
{
    m_taken.removeIf([connection](const Place& place) { return place.connection == connection; });
}

//! Of several processes that hold as many, the one whose oldest connection is the oldest.
const void* StrangerPlaces::dispensable() const
{
    QHash<pid_t, int> held;
    int most = 0;
    for (const Place& place : m_taken) {
        most = std::max(most, ++held[place.process]);
    }
    const auto it = std::find_if(m_taken.begin(), m_taken.end(), [&](const Place& place) {
        return held.value(place.process) == most;
    });
    return it->connection;
}

} // namespace zalo
