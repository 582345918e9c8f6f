// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace zalo {

class MutedLabel;

//! A heading, a note, and a table that is as high as its rows: the page around it scrolls.
class HistoryTable : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList cells; //!< one per column
        QString toolTip; //!< a full sentence, on the last column
    };

    //! `name` is the table's object name.
    explicit HistoryTable(const QString& name, QWidget* parent = nullptr);

    void setHeader(const QString& heading, const QStringList& columns);
    void setNote(const QString& note);
    //! Without rows the table is hidden.
    void setRows(const QList<Row>& rows);

private:
    QLabel* m_heading;
    MutedLabel* m_note;
    QTreeWidget* m_table;
};

} // namespace zalo
