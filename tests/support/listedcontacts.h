// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactlist.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace zalo {

inline std::shared_ptr<ListedContact> listed(const QString& id, const QString& name,
                                             bool isGroup = false, const QString& alias = {},
                                             const QString& phone = {})
{
    auto contact = std::make_shared<ListedContact>();
    contact->entry.id = id;
    contact->entry.name = name;
    contact->entry.zaloName = alias;
    contact->entry.phoneNumber = phone;
    contact->isGroup = isGroup;
    contact->key = searchKey(contact->entry);
    return contact;
}

//! A list of about `size` contacts; another one with each state of `random`, with many in common.
inline ContactList randomList(QRandomGenerator& random, int size)
{
    static const QStringList names { u"Nguyễn Đức"_s,    u"Nguyễn Đức Anh"_s, u"Đỗ Thị Hoa"_s,
                                     u"Trần Văn Bình"_s, u"Anh Đức"_s,        u"Zoe"_s };
    QList<std::shared_ptr<ListedContact>> contacts;
    for (int i = 0; i < 2 * size; ++i) {
        if (random.bounded(2) == 0) {
            continue;
        }
        const bool renamed = random.bounded(20) == 0;
        const QString name = names.at((i + (renamed ? 1 : 0)) % names.size());
        const QString alias = random.bounded(5) == 0 ? u"Duc"_s : QString();
        contacts.append(listed(QString::number(700'000 + i),
                               i % 3 == 0 ? name : QString(name + u" %1"_s.arg(i / 2)), i % 7 == 0,
                               alias));
    }
    return ContactList(contacts, 1);
}

} // namespace zalo
