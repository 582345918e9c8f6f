// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/factgrid.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>

namespace zalo {
namespace {

constexpr int Columns = 3;
constexpr int RowGap = 10;

} // namespace

FactGrid::FactGrid(int count, QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    for (int i = 0; i < count; ++i) {
        const Fact fact { new MutedLabel(this), new QLabel(this) };
        makeSelectable(fact.value);
        const int row = 3 * (i / Columns); // of the name; the value and a gap are below it
        grid->addWidget(fact.name, row, i % Columns, Qt::AlignBottom);
        grid->addWidget(fact.value, row + 1, i % Columns, Qt::AlignTop);
        grid->setRowMinimumHeight(row + 2, i + Columns < count ? RowGap : 0);
        grid->setColumnStretch(i % Columns, 1);
        m_facts << fact;
    }
}

void FactGrid::setNames(const QStringList& names)
{
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        m_facts[i].name->setText(names[i]);
        setAccessibleLabel(names[i], m_facts[i].value);
    }
}

void FactGrid::setValues(const QStringList& values)
{
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        m_facts[i].value->setText(values[i]);
        setAccessibleLabel(m_facts[i].name->text(), m_facts[i].value);
    }
}

} // namespace zalo
