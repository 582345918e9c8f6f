// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace zalo::sim {

//! What openzca makes of a text that is JSON (ZCA.md 10): it takes it for an attachment.
struct StructuredText
{
    QByteArray mediaKind; //!< image, video, audio or file; empty for none
    QStringList urls; //!< in the order it would download them
    QByteArray summary; //!< what stands for the text
};

//! Nothing for a text that is none.
[[nodiscard]] std::optional<StructuredText> structuredText(const QByteArray& text);

} // namespace zalo::sim
