// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/historytable.h"

#include "ui/widgets/labels.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zalo {

HistoryTable::HistoryTable(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_heading(new QLabel(this)),
      m_note(new MutedLabel(this)),
      m_table(new QTreeWidget(this))
{
    setBold(m_heading);
    m_table->setObjectName(name);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_note);
    column->addWidget(m_table);
}

void HistoryTable::setHeader(const QString& heading, const QStringList& columns)
{
    m_heading->setText(heading);
    m_table->setAccessibleName(heading);
    m_table->setColumnCount(int(columns.size()));
    m_table->setHeaderLabels(columns);
}

void HistoryTable::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void HistoryTable::setRows(const QList<Row>& rows)
{
    QList<QTreeWidgetItem*> items;
    for (const Row& row : rows) {
        auto* item = new QTreeWidgetItem(row.cells);
        item->setToolTip(int(row.cells.size()) - 1, row.toolTip);
        items << item;
    }
    m_table->clear();
    m_table->addTopLevelItems(items);
    m_table->setVisible(!rows.isEmpty());
    for (int column = 0; column + 1 < m_table->columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
    }
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + 2 * m_table->frameWidth()
                            + int(rows.size()) * m_table->sizeHintForRow(0));
}

} // namespace zalo
