// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/hostlist.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {

QStringList HostList::zalosOwn()
{
    return { u"zdn.vn"_s, u"zadn.vn"_s, u"dlfl.vn"_s, u"flchat.vn"_s, u"dlmd.me"_s };
}

HostList::HostList(const QStringList& entries)
{
    add(entries);
}

void HostList::add(const QStringList& entries)
{
    for (const QString& entry : entries) {
        if (isEntry(entry)) {
            m_entries << entry.toLower();
        }
    }
}

bool HostList::allows(const QString& host) const
{
    const QString name = host.toLower();
    return isEntry(name)
        && std::any_of(m_entries.cbegin(), m_entries.cend(), [&name](const QString& entry) {
               return name == entry || name.endsWith(u'.' + entry);
           });
}

bool HostList::isEntry(const QString& text)
{
    // The last part begins with a letter and is no hexadecimal number: 127.0.0.1, 127.1 and
    // 0x7f.0x1 are addresses.
    static const QRegularExpression name(
        u"\\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.size() <= 253 && name.match(text).hasMatch();
}

} // namespace zalo
