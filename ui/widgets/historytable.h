// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace zalo {

class MutedLabel;

//! A heading, a sentence, and below them rows of text as high as there are rows: the page around
//! it scrolls, not a part of it.
class HistoryTable : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList cells; //!< one a column
        QString toolTip; //!< a whole sentence, on the last column
    };

    //! `name` is the table's object name.
    explicit HistoryTable(const QString& name, QWidget* parent = nullptr);

    void setHeader(const QString& heading, const QStringList& columns);
    void setNote(const QString& note);
    //! Without rows there is no table.
    void setRows(const QList<Row>& rows);

private:
    QLabel* m_heading;
    MutedLabel* m_note;
    QTreeWidget* m_table;
};

} // namespace zalo
