// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactsmodel.h"

#include <QAbstractProxyModel>

namespace zalo {

//! The contacts that match what was typed: exact before prefix before contained, by name, alias,
//! phone or id, without accents and case. A new query is a reset; a refresh of the contacts
//! is what it is there.
class ContactsFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    enum class Kind
    {
        All,
        Friends,
        Groups
    };
    Q_ENUM(Kind)

    //! `contacts` outlives the filter.
    explicit ContactsFilterModel(ContactsModel* contacts, QObject* parent = nullptr);

    void setQuery(const QString& query);
    void setKind(Kind kind);
    [[nodiscard]] bool isFiltered() const { return !m_needle.isEmpty() || m_kind != Kind::All; }

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& index) const override;

private:
    using Ranked = ContactIndex::Ranked; //!< rows of the contacts, ascending, for each rank

    [[nodiscard]] Ranked ofKind(Ranked rows) const;
    [[nodiscard]] Ranked rankedRows(int first, int last) const;
    void search();
    void add(const Ranked& rows);
    void remove(int first, int last);
    void shift(int from, int by);
    void change(int first, int last, const QList<int>& roles);

    ContactsModel* m_contacts;
    QString m_needle;
    Kind m_kind = Kind::All;
    Ranked m_rows;
};

} // namespace zalo
