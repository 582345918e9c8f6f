// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/contactcommands.h"

#include "core/ids.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString shellQuoted(const QString& text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=@%+-]+$"_s);
    if (plain.match(text).hasMatch()) {
        return text;
    }
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString sendCommand(const QString& profile, const QString& id, bool isGroup, const QString& message)
{
    QString command = u"openclaw message send --channel zalouser"_s;
    if (profile != defaultProfile()) {
        command += u" --account "_s + shellQuoted(profile);
    }
    return command + u" --target "_s + shellQuoted(isGroup ? u"group:"_s + id : id)
        + u" --message "_s + shellQuoted(message);
}

QString allowlistEntry(const QString& id, bool isGroup)
{
    return isGroup ? u"\"%1\": {}"_s.arg(id) : u"\"%1\""_s.arg(id);
}

} // namespace zalo
