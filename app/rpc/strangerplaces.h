// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

#include <sys/types.h>

namespace zalo {

//! The few places for connections that have not said who they are. A newcomer always gets one: the
//! oldest connection of the process that holds the most goes for it. So whoever fills them shuts
//! out himself, and no other process.
class StrangerPlaces
{
public:
    //! `count`: how many there are.
    explicit StrangerPlaces(qsizetype count);

    //! Gives `newcomer`, a connection of `process`, a place. The connection that has to go for it,
    //! or null.
    [[nodiscard]] const void* enter(const void* newcomer, pid_t process);
    //! It is no stranger any more, or gone. One that is not here is ignored.
    void leave(const void* connection);

    [[nodiscard]] qsizetype size() const { return m_taken.size(); }

private:
    struct Place
    {
        const void* connection;
        pid_t process;
    };

    [[nodiscard]] const void* dispensable() const;

    qsizetype m_count;
    QList<Place> m_taken; //!< the oldest first
};

} // namespace zalo
