// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace zalo {

//! What a zca may ask of the web.
enum class ZcaReach
{
    Anything,
    //! Zalo's interface, and nothing that a message names. For openzca: it runs on Node, which is
    //! told of a proxy where nobody answers for all hosts but Zalo's (since Node 22.21 and 24.5;
    //! an older one ignores it). Where people have Node use a proxy of theirs, that one stays.
    ZaloOnly
};

//! Whether a listener cares for the lock on its profile.
enum class ZcaLock
{
    Respected,
    Ignored //!< it is no listener that has it
};

//! The environment of zca: `base` without what would change its answers (a profile, colours), with
//! what keeps it quiet (ZCA.md 1), and with a PATH on which a program of npm finds its `node`: the
//! program's own folder first, the usual folders last. It downloads no media (ZCA.md 7). On Node it
//! shows its arguments to nobody, but those of a listener.
[[nodiscard]] QProcessEnvironment zcaEnvironment(const QProcessEnvironment& base,
                                                 const QString& program,
                                                 ZcaReach reach = ZcaReach::Anything,
                                                 ZcaLock lock = ZcaLock::Respected);

} // namespace zalo
