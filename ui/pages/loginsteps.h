// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>
#include <QList>
#include <QWidget>

namespace zalo {

//! What to tap in Zalo, as three illustrated steps.
class LoginSteps : public QWidget
{
    Q_OBJECT

public:
    explicit LoginSteps(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Step
    {
        QLabel* picture = nullptr;
        QLabel* text = nullptr;
    };

    void retranslate();
    void draw();

    QList<Step> m_steps;
};

} // namespace zalo
