// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace zalo {

class Avatars;

//! The content of a row of a list of people.
struct PersonLine
{
    QString id;
    QString name;
    QString avatar;
    QString detail; //!< second line; may be empty
    QString tag; //!< a short word at the end; may be empty
    bool isTagImportant = false;
};

//! Paints people and groups: picture, name, a muted second line, a tag at the end.
class PersonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Read = std::function<PersonLine(const QModelIndex&)>;

    PersonDelegate(Avatars& avatars, Read read, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    Avatars& m_avatars;
    Read m_read;
};

} // namespace zalo
