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

//! Of zca's, a few thousand; a message of the bridge holds it as base64.
constexpr qint64 MaxQrBytes = 256 << 10;

//! True when the bytes are a whole PNG file, and no larger than the picture of a code may be:
//! whatever decodes it stays small and quick.
[[nodiscard]] bool isQrPicture(const QByteArray& png);

} // namespace zalo
