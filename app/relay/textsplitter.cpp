// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/textsplitter.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

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

//! How long a text may be until more than `maxStyles` ranges have begun in it.
int unitsWithin(const StyleSpans& styles, int maxStyles)
{
    if (styles.size() <= maxStyles) {
        return std::numeric_limits<int>::max();
    }
    return int(std::max<qsizetype>(1, styles.at(maxStyles).start));
}

//! `cut`, or the beginning of the mention that it falls into.
qsizetype outsideOfMentions(const StyleSpans& styles, qsizetype cut)
{
    for (const StyleSpan& span : styles) {
        if (span.style == TextStyle::Mention && span.start > 0 && span.start < cut
            && cut < span.end()) {
            return span.start;
        }
    }
    return cut;
}

} // namespace

QStringList splitText(const QString& text, int maxUnits)
{
    QStringList parts;
    const QList<StyledText> styled = splitText(StyledText { text, {} }, maxUnits, 1);
    for (const StyledText& part : styled) {
        parts << part.text;
    }
    return parts;
}

QList<StyledText> splitText(const StyledText& text, int maxUnits, int maxStyles)
{
    Q_ASSERT(maxUnits > 0 && maxStyles > 0);
    QList<StyledText> parts;
    StyledText rest = text;
    for (;;) {
        const int units = std::min(maxUnits, unitsWithin(rest.styles, maxStyles));
        if (rest.text.size() <= units) {
            parts.append(rest);
            return parts;
        }
        const qsizetype cut = outsideOfMentions(rest.styles, firstCut(rest.text, units));
        parts.append(rest.mid(0, cut));
        rest = rest.mid(cut, rest.text.size() - cut);
    }
}

} // namespace zalo
