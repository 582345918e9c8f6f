// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "mentions.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr QStringView beforeMention { u"([{<\",;:" };
constexpr QStringView afterMention { u",;:!?)]}>\"" };

bool beginsAt(const QString& text, qsizetype at)
{
    return text.at(at) == u'@'
        && (at == 0 || text.at(at - 1).isSpace() || beforeMention.contains(text.at(at - 1)));
}

bool endsAt(const QString& text, qsizetype end)
{
    const auto isOver = [&text](qsizetype at) {
        return at >= text.size() || text.at(at).isSpace() || afterMention.contains(text.at(at));
    };
    return isOver(end) || (text.at(end) == u'.' && isOver(end + 1));
}

//! The longest of a member's names that stands at the place; 0 for none.
qsizetype lengthAt(const QString& text, qsizetype start, const Person& member)
{
    qsizetype longest = 0;
    for (const QByteArray& label : { member.id, member.displayName, member.zaloName }) {
        const QString name = QString::fromUtf8(label).trimmed();
        if (name.size() > longest
            && QStringView(text).mid(start).startsWith(name, Qt::CaseInsensitive)
            && endsAt(text, start + name.size())) {
            longest = name.size();
        }
    }
    return longest;
}

} // namespace

bool mayMention(const QString& text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (beginsAt(text, at) && !text.at(at + 1).isSpace()) {
            return true;
        }
    }
    return false;
}

Mentions mentionsIn(const QString& text, const std::vector<Person>& members)
{
    Mentions out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!beginsAt(text, at)) {
            continue;
        }
        qsizetype longest = 0;
        QSet<QByteArray> meant;
        for (const Person& member : members) {
            const qsizetype length = lengthAt(text, at + 1, member);
            if (length > longest) {
                longest = length;
                meant.clear();
            }
            if (length > 0 && length == longest) {
                meant.insert(member.id);
            }
        }
        if (meant.size() > 1) {
            out.ambiguous = text.mid(at, longest + 1);
            return out;
        }
        if (longest > 0) {
            out.found.append({ at, longest + 1, *meant.begin() });
            at += longest;
        }
    }
    return out;
}

} // namespace zalo::sim
