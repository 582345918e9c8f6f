// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace zalo::test {

//! A line of OpenClaw's log, as the Gateway's `gateway/health` writes it; `message` is JSON
//! already.
inline QByteArray logRecord(const QByteArray& message, const QByteArray& level = "INFO")
{
    return R"({"0":"{\"subsystem\":\"gateway/health\"}","_meta":{"logLevelName":")" + level
        + R"("},"message":")" + message + R"("})";
}

} // namespace zalo::test
