// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace zalo {

//! The payload of the QR code in a PNG, to draw it crisply at any size. BadRequest: the bytes are
//! no picture, or no QR code was found in it; then the picture itself is shown.
[[nodiscard]] Result<QString> decodeQr(const QByteArray& png);

} // namespace zalo
