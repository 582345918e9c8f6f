// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

namespace zalo::sim {

//! `listener-owner.json`: one listener a profile (ZCA.md 7). Left behind by a killed one, it is
//! taken over, unless any other process has that id meanwhile (ZCA.md 10).
class ListenerOwner
{
public:
    ListenerOwner(const Home& home, const QString& profile);
    ~ListenerOwner();
    Q_DISABLE_COPY_MOVE(ListenerOwner)

    //! 0 if it is ours now, else the pid of the living owner.
    [[nodiscard]] qint64 acquire(const QString& sessionId);
    void release();

    //! The pid of a profile's living listener, else 0.
    [[nodiscard]] static qint64 alive(const Home& home, const QString& profile);

private:
    QString m_path;
    QString m_profile;
    bool m_ours = false;
};

} // namespace zalo::sim
