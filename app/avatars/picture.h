// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QImage>

namespace zalo {

//! A picture of a stranger, `edge` pixels wide and high at the most; of a larger one the square in
//! its middle. Only PNG, JPEG, WebP and GIF,
//! by their first bytes, and of a bounded size: no decoder is asked about anything else, for some
//! of them read further files, or never end. FileUnreadable: it is none.
[[nodiscard]] Result<QImage> decodedPicture(const QByteArray& bytes, int edge);

} // namespace zalo
