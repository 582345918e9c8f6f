// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/foldedtext.h"

#include <algorithm>

namespace zalo {
namespace {

bool isPlain(QStringView text)
{
    bool afterSpace = true;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 128 || (u >= 'A' && u <= 'Z') || u < ' ' || (u == ' ' && afterSpace)) {
            return false;
        }
        afterSpace = u == ' ';
    }
    return !afterSpace || text.isEmpty();
}

} // namespace

QString foldedText(const QString& text)
{
    if (isPlain(text)) {
        return text; // ids, phone numbers, user names: most of what is folded
    }
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    bool pendingSpace = false;
    for (const QChar c : decomposed) {
        if (c.isMark()) {
            continue;
        }
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            pendingSpace = !folded.isEmpty();
            continue;
        }
        if (pendingSpace) {
            folded += u' ';
            pendingSpace = false;
        }
        // The stroke of đ is no accent to Unicode, but it is to whoever types without one.
        folded += c == QChar(0x0111) ? QChar(u'd') : c;
    }
    return folded;
}

} // namespace zalo
