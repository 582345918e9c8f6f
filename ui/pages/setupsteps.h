// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/setupplan.h"

#include <QLabel>
#include <QList>
#include <QWidget>

namespace zalo {

//! The steps of a setup, one below the other, each with a mark: to do, under way, done, failed.
class SetupSteps : public QWidget
{
    Q_OBJECT

public:
    enum class Mark
    {
        ToDo,
        UnderWay,
        Done,
        Failed
    };

    explicit SetupSteps(QWidget* parent = nullptr);

    //! Steps that are not needed are marked as done.
    void setSteps(const QList<SetupStep>& steps);
    void setMark(int index, Mark mark);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row
    {
        QLabel* sign;
        QLabel* title;
        Mark mark;
    };

    void draw(const Row& row);

    QWidget* m_content = nullptr;
    QList<Row> m_rows;
};

} // namespace zalo
