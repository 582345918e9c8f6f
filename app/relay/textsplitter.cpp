// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/textsplitter.h"

#include <QTextBoundaryFinder>

namespace zalo {
namespace {

//! The end of the first part of `rest`, which is longer than `maxUnits`.
qsizetype firstCut(const QString& rest, int maxUnits)
{
    // Boundaries depend on neighbours, not on the whole text: a window is enough, and keeps a very
    // long text from being analysed once for each of its parts.
    const QString window = rest.left(qsizetype(maxUnits) + 64);
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, window);
    graphemes.setPosition(maxUnits);
    qsizetype last = graphemes.isAtBoundary() ? maxUnits : graphemes.toPreviousBoundary();
    if (last <= 0) {
        last = maxUnits;
        if (last > 1 && rest.at(last).isLowSurrogate() && rest.at(last - 1).isHighSurrogate()) {
            --last;
        }
        return last;
    }
    const QStringView part = QStringView(window).first(last);
    const qsizetype line = part.lastIndexOf(u'\n') + 1;
    if (line > last / 2) {
        return line;
    }
    for (qsizetype end = last; end > last / 2; --end) {
        graphemes.setPosition(end);
        if (part.at(end - 1).isSpace() && graphemes.isAtBoundary()) {
            return end;
        }
    }
    return last;
}

} // namespace

QStringList splitText(const QString& text, int maxUnits)
{
    Q_ASSERT(maxUnits > 0);
    QStringList parts;
    QString rest = text;
    while (rest.size() > maxUnits) {
        const qsizetype cut = firstCut(rest, maxUnits);
        parts << rest.left(cut);
        rest.remove(0, cut);
    }
    parts << rest;
    return parts;
}

} // namespace zalo
