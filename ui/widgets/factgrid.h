// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QLabel;

namespace zalo {

class MutedLabel;

//! A few figures, each below its name, three in a row.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    //! `count` facts, named and filled later.
    explicit FactGrid(int count, QWidget* parent = nullptr);

    //! One for each fact, and so are the values.
    void setNames(const QStringList& names);
    void setValues(const QStringList& values);

private:
    struct Fact
    {
        MutedLabel* name;
        QLabel* value;
    };

    QList<Fact> m_facts;
};

} // namespace zalo
