// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace zalo {

struct LoginLineQrSaved
{
};
struct LoginLineScanned
{
    QString name;
};
struct LoginLineLoggedIn
{
    QString name;
    QString userId;
};
struct LoginLineDeclined
{
};
struct LoginLineExpired
{
};

//! What a line of `auth login` says; monostate: nothing we wait for (ZCA.md 3).
using LoginLine = std::variant<std::monostate, LoginLineQrSaved, LoginLineScanned,
                               LoginLineLoggedIn, LoginLineDeclined, LoginLineExpired>;

[[nodiscard]] LoginLine parseLoginLine(const QByteArray& line);

//! The PNG in the data URL that `auth login --qr-base64` prints; empty: there is none.
[[nodiscard]] QByteArray parseQrDataUrl(const QByteArray& out);

//! True when the bytes are a whole PNG file.
[[nodiscard]] bool isWholePng(const QByteArray& png);

} // namespace zalo
