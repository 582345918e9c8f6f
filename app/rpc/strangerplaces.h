// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QList>

#include <algorithm>
#include <sys/types.h>

namespace zalo {

//! The few places for connections that have not said who they are. A newcomer always gets one: the
//! oldest connection of the process that holds the most goes for it. So whoever fills them shuts
//! out himself, and no other process.
template <typename Connection> class StrangerPlaces
{
public:
    //! `count`: how many there are.
    explicit StrangerPlaces(qsizetype count)
        : m_count(count)
    { }

    //! Gives `newcomer`, a connection of `process`, a place. The connection that has to go for it,
    //! or null.
    [[nodiscard]] Connection* enter(Connection* newcomer, pid_t process)
    {
        m_taken.append({ newcomer, process });
        if (m_taken.size() <= m_count) {
            return nullptr;
        }
        Connection* goes = dispensable();
        leave(goes);
        return goes;
    }

    //! It is no stranger any more, or gone. One that is not here is ignored.
    void leave(const Connection* connection)
    {
        m_taken.removeIf(
            [connection](const Place& place) { return place.connection == connection; });
    }

    [[nodiscard]] qsizetype size() const { return m_taken.size(); }

private:
    struct Place
    {
        Connection* connection;
        pid_t process;
    };

    //! Of several processes that hold as many, the one whose oldest connection is the oldest.
    [[nodiscard]] Connection* dispensable() const
    {
        QHash<pid_t, int> held;
        int most = 0;
        for (const Place& place : m_taken) {
            most = std::max(most, ++held[place.process]);
        }
        return std::find_if(m_taken.begin(), m_taken.end(),
                            [&](const Place& place) { return held.value(place.process) == most; })
            ->connection;
    }

    qsizetype m_count;
    QList<Place> m_taken; //!< the oldest first
};

} // namespace zalo
