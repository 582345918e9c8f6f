// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace zalo {

//! The environment of zca: `base` without what would change its answers (a profile, colours), with
//! what keeps it quiet (ZCA.md 1), and with a PATH on which a program of npm finds its `node`: the
//! program's own folder first, the usual folders last.
[[nodiscard]] QProcessEnvironment zcaEnvironment(const QProcessEnvironment& base,
                                                 const QString& program);

} // namespace zalo
