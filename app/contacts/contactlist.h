// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactentry.h"
#include "contacts/contactindex.h"

#include <memory>

namespace zalo {

//! A friend or a group as a row of the browser.
struct ListedContact
{
    ContactEntry entry;
    bool isGroup = false;
    bool hasDuplicateName = false; //!< another row has the very same name
    QString key; //!< searchKey()

    friend bool operator==(const ListedContact&, const ListedContact&) = default;
};

using ListedContactPtr = std::shared_ptr<const ListedContact>;

//! The order of the browser: by folded name; then what has the same name stands together.
[[nodiscard]] bool contactBefore(const ListedContactPtr& left, const ListedContactPtr& right);

//! Friends and groups of a profile in the order of the browser, ready to be searched. It is made
//! away from the GUI thread, and cheap to hand over.
class ContactList
{
public:
    ContactList() = default;
    //! Sorts, marks equal names, builds the index.
    explicit ContactList(QList<std::shared_ptr<ListedContact>> contacts, qint64 refreshedAtMs = 0);

    [[nodiscard]] const QList<ListedContactPtr>& rows() const { return m_rows; }
    //! Of rows(), in their order.
    [[nodiscard]] const ContactIndex& index() const { return m_index; }
    //! When Zalo was last asked; 0: never.
    [[nodiscard]] qint64 refreshedAtMs() const { return m_refreshedAtMs; }

private:
    QList<ListedContactPtr> m_rows;
    ContactIndex m_index;
    qint64 m_refreshedAtMs = 0;
};

} // namespace zalo
