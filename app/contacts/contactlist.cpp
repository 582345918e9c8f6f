// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactlist.h"

#include <algorithm>

namespace zalo {
namespace {

QStringView foldedName(const ListedContact& contact)
{
    const QStringView key(contact.key);
    const qsizetype end = key.indexOf(u'\n');
    return end < 0 ? key : key.first(end);
}

} // namespace

bool contactBefore(const ListedContactPtr& left, const ListedContactPtr& right)
{
    if (const int order = foldedName(*left).compare(foldedName(*right)); order != 0) {
        return order < 0;
    }
    if (const int order = left->entry.name.compare(right->entry.name); order != 0) {
        return order < 0;
    }
    if (left->isGroup != right->isGroup) {
        return right->isGroup;
    }
    return left->entry.id < right->entry.id;
}

ContactList::ContactList(QList<std::shared_ptr<ListedContact>> contacts, qint64 refreshedAtMs)
    : m_refreshedAtMs(refreshedAtMs)
{
    std::sort(contacts.begin(), contacts.end(), contactBefore);
    for (qsizetype i = 1; i < contacts.size(); ++i) {
        ListedContact& one = *contacts[i - 1];
        ListedContact& other = *contacts[i];
        if (one.entry.name == other.entry.name) {
            one.hasDuplicateName = other.hasDuplicateName = true;
        }
    }
    m_rows.reserve(contacts.size());
    for (const std::shared_ptr<ListedContact>& contact : std::as_const(contacts)) {
        m_index.append(contact->key);
        m_rows.append(contact);
    }
}

} // namespace zalo
