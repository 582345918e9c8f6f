// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/statusview.h"

#include <QWidget>

class QLabel;

namespace zalo {

class StatusButton;
class StatusIconLabel;

//! Shows a StatusLine: its icon, its words and the button that mends it.
class StatusRow : public QWidget
{
    Q_OBJECT

public:
    explicit StatusRow(QWidget* parent = nullptr);

    //! Keeps the keyboard focus on the button.
    void setLine(const StatusLine& line);

signals:
    void actionRequested(const zalo::StatusAction& action);

private:
    StatusIconLabel* m_icon;
    QLabel* m_text;
    StatusButton* m_button;
};

} // namespace zalo
