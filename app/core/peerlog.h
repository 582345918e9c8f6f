// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pace.h"

#include <QLoggingCategory>
#include <QString>

namespace zalo {

//! What strangers make the program say: so many lines a minute, and how many were left out.
class PeerLog
{
public:
    static constexpr int Burst = 20;
    static constexpr int PerSecond = 1;

    //! One line at level info, or none where there were too many just now.
    void note(const QLoggingCategory& category, const QString& line);

private:
    Pace m_pace { Burst, PerSecond };
    int m_leftOut = 0;
};

} // namespace zalo
