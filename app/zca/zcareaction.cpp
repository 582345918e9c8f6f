// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcareaction.h"

#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! Zalo's reactions by their codes in zca-js, with the emoji that show the same.
const QHash<QString, QString>& codes()
{
    static const QHash<QString, QString> table = [] {
        const std::pair<const char16_t*, QStringList> rows[] {
            { u"/-heart", { u"❤"_s, u"♥"_s } },
            { u"/-strong", { u"👍"_s } },
            { u":>", { u"😆"_s, u"😄"_s, u"😃"_s } },
            { u":')", { u"😂"_s } },
            { u":))", { u"🤣"_s } },
            { u":o", { u"😮"_s, u"😯"_s } },
            { u":-((", { u"😭"_s, u"😢"_s } },
            { u":-h", { u"😡"_s, u"😠"_s } },
            { u":-*", { u"😘"_s } },
            { u";xx", { u"😍"_s, u"🥰"_s } },
            { u"/-break", { u"💔"_s } },
            { u"/-weak", { u"👎"_s } },
            { u"/-rose", { u"🌹"_s } },
            { u"/-fade", { u"🥀"_s } },
            { u"/-shit", { u"💩"_s } },
            { u"/-li", { u"☀"_s } },
            { u"/-bd", { u"🎂"_s } },
            { u"/-bome", { u"💣"_s } },
            { u"/-ok", { u"👌"_s } },
            { u"/-v", { u"✌"_s } },
            { u"/-punch", { u"👊"_s } },
            { u"_()_", { u"🙏"_s } },
            { u":handclap", { u"👏"_s } },
            { u":-bye", { u"👋"_s } },
            { u"/-beer", { u"🍺"_s } },
            { u";-/", { u"😕"_s } },
            { u";-)", { u"😉"_s } },
            { u";-d", { u"😁"_s } },
            { u"b-)", { u"😎"_s } },
            { u"8-)", { u"🤓"_s } },
            { u":--|", { u"😐"_s } },
            { u"|-)", { u"😴"_s } },
            { u":-o", { u"😲"_s } },
            { u";-s", { u"😳"_s } },
            { u";-a", { u"😨"_s, u"😱"_s } },
            { u"--b", { u"🙁"_s, u"☹"_s } },
            { u":-<", { u"😞"_s, u"😔"_s } },
            { u"$-)", { u"🤑"_s } },
        };
        QHash<QString, QString> byEmoji;
        for (const auto& [code, emojis] : rows) {
            for (const QString& emoji : emojis) {
                byEmoji.insert(emoji, QString::fromUtf16(code));
            }
        }
        return byEmoji;
    }();
    return table;
}

//! Without what only changes how an emoji looks: its colour of skin, and that it is no text.
QString plain(const QString& emoji)
{
    QString plain = emoji.trimmed();
    plain.remove(QChar(0xfe0f));
    for (char32_t tone = 0x1f3fb; tone <= 0x1f3ff; ++tone) {
        plain.remove(QString::fromUcs4(&tone, 1));
    }
    return plain;
}

} // namespace

QString zcaReaction(const QString& emoji)
{
    return codes().value(plain(emoji), emoji.trimmed());
}

} // namespace zalo
