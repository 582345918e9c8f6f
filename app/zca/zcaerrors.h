// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "zca/zcacommand.h"
#include "zca/zcaprocess.h"

#include <QByteArray>
#include <QString>

namespace zalo {

//! The error that a failed command's messages mean (ZCA.md 1, 3, 6, 7). zca has no error codes: its
//! one line `Error: …` on stderr is all there is. The detail holds no message text and no number.
[[nodiscard]] Error zcaError(int exitCode, const QByteArray& out, const QByteArray& err);

//! The error of a process that could not be started (`exit.startFailed`): MachineFull, ZcaMissing,
//! ZcaNotExecutable, ZcaBroken.
[[nodiscard]] Error zcaStartError(const QString& program, const ZcaExit& exit);

//! The error of a started CommandClass::Send command: where it is not certain that nothing was sent
//! (a deadline, a signal, a broken connection, a message we do not know) it becomes Uncertain.
[[nodiscard]] Error zcaSendError(const Error& error);

} // namespace zalo
