// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/semanticcolors.h"

#include <QPalette>

namespace zalo {
namespace {

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](int from, int to) { return int(from + (to - from) * share); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness()
        > palette.color(QPalette::Window).lightness();
}

QColor semanticColor(SemanticColor color, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (color) {
    case SemanticColor::Success:
        return dark ? QColor(0x5f, 0xd0, 0xa5) : QColor(0x0b, 0x6e, 0x54);
    case SemanticColor::Progress:
        return dark ? QColor(0x8a, 0xb8, 0xf0) : QColor(0x1d, 0x5f, 0xa8);
    case SemanticColor::Warning:
        return dark ? QColor(0xf2, 0xb6, 0x5a) : QColor(0x8f, 0x53, 0x00);
    case SemanticColor::Error:
        return dark ? QColor(0xf5, 0x9a, 0x93) : QColor(0xb3, 0x26, 0x1e);
    case SemanticColor::Muted:
        return mutedTextColor(palette);
    }
    Q_UNREACHABLE();
}

QColor mutedTextColor(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.30);
}

QColor hairline(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.16);
}

} // namespace zalo
