// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QtGlobal>

namespace zalo {

//! The code of an error on the bridge (PROTOCOL.md, "Errors").
enum class ErrorCode
{
    BadParams = -32602,
    Other = -32000,
    Association = -32001,
    Login = -32002,
    Zca = -32003,
    NotDone = -32004,
    RateLimited = -32005,
    Uncertain = -32006,
    Thread = -32007,
    Zalo = -32008
};

//! When an error of a send leaves it open whether the message reached Zalo.
enum class PossiblySent
{
    Never,
    InPieces, //!< where zca may have sent a piece before the one that failed
    OnceBegun, //!< where the send had begun
    Always
};

//! All that is known of one kind. The rows stand in one file for each domain, in the order of
//! ErrorKind; a kind without its row does not compile.
struct ErrorEntry
{
    ErrorKind kind;
    const char* storedName; //!< in the databases; it never changes
    const char* wireName; //!< `data.kind` on the bridge and in `--json`
    ErrorCode code;
    PossiblySent possiblySent;
    const char* sentence; //!< for translation; %1 is the detail, or its first line and %2 the next
};

//! The row of a kind.
[[nodiscard]] const ErrorEntry& errorEntry(ErrorKind kind);

} // namespace zalo
