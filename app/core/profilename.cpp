// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/profilename.h"

#include "core/foldedtext.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

// Short enough for a folder and a command line; a number still fits in the 64 of isProfileName().
constexpr qsizetype MaxWordsUnits = 40;

//! What `label` says in lower-case Latin letters, digits and single dashes.
QString dashedWords(const QString& label)
{
    QString words;
    const QString folded = foldedText(label);
    for (const QChar c : folded) {
        const bool isKept = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isKept) {
            words += c;
        } else if (!words.isEmpty() && !words.endsWith(u'-')) {
            words += u'-';
        }
    }
    words.truncate(MaxWordsUnits);
    while (words.endsWith(u'-')) {
        words.chop(1);
    }
    return words;
}

} // namespace

QString freeProfileName(const QString& label, const std::function<bool(const QString&)>& isTaken)
{
    const QString words = dashedWords(label);
    const QString base = words.isEmpty() ? u"account"_s : words;
    QString name = base;
    for (int number = 2; isTaken(name); ++number) {
        name = u"%1-%2"_s.arg(base).arg(number);
    }
    return name;
}

} // namespace zalo
