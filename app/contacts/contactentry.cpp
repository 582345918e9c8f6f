// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactentry.h"

#include "core/foldedtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MinPhoneDigits = 6; // less is rather a part of a name: "3.5"

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        }
    }
    return digits;
}

bool looksLikePhone(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || u" +-.()"_s.contains(c); });
}

} // namespace

ContactEntry entryOf(const Friend& person)
{
    ContactEntry entry;
    entry.id = person.userId;
    entry.name = person.displayName;
    entry.zaloName = person.zaloName;
    entry.username = person.username;
    entry.phoneNumber = person.phoneNumber;
    entry.avatar = person.avatar;
    entry.isBlocked = person.isBlocked;
    return entry;
}

ContactEntry entryOf(const Group& group)
{
    ContactEntry entry;
    entry.id = group.groupId;
    entry.name = group.name;
    entry.avatar = group.avatar;
    entry.memberCount = group.memberCount;
    entry.creatorId = group.creatorId;
    entry.adminIds = group.adminIds;
    entry.memberIds = group.memberIds;
    return entry;
}

ContactEntry entryOf(const GroupMember& member)
{
    ContactEntry entry;
    entry.id = member.userId;
    entry.name = member.displayName;
    entry.zaloName = member.zaloName;
    entry.avatar = member.avatar;
    return entry;
}

Friend friendOf(const ContactEntry& entry)
{
    return { entry.id,          entry.name,   entry.zaloName, entry.username,
             entry.phoneNumber, entry.avatar, entry.isBlocked };
}

Group groupOf(const ContactEntry& entry)
{
    return { entry.id,       entry.name,   entry.memberCount, entry.creatorId,
             entry.adminIds, entry.avatar, entry.memberIds };
}

GroupMember memberOf(const ContactEntry& entry)
{
    return { entry.id, entry.name, entry.zaloName, entry.avatar };
}

QString searchKey(const ContactEntry& entry)
{
    QStringList lines { foldedText(entry.name) };
    const auto add = [&lines](const QString& line) {
        if (!line.isEmpty() && !lines.contains(line)) {
            lines.append(line);
        }
    };
    add(foldedText(entry.zaloName));
    add(foldedText(entry.username));
    const QString phone = digitsOf(entry.phoneNumber);
    add(phone);
    if (phone.startsWith(QLatin1String("84"))) {
        add(u'0' + phone.mid(2));
    }
    lines.append(entry.id);
    return lines.join(u'\n');
}

QString searchNeedle(const QString& query)
{
    const QString trimmed = query.trimmed();
    const QString digits = digitsOf(trimmed);
    return digits.size() >= MinPhoneDigits && looksLikePhone(trimmed) ? digits
                                                                      : foldedText(trimmed);
}

} // namespace zalo
