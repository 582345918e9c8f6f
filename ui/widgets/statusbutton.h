// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/statusview.h"

#include <QPushButton>

namespace zalo {

//! The button that runs the action of a status; hidden where there is none.
class StatusButton : public QPushButton
{
    Q_OBJECT

public:
    explicit StatusButton(QWidget* parent = nullptr);

    void setAction(const std::optional<StatusAction>& action);

signals:
    void requested(const zalo::StatusAction& action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::optional<StatusAction> m_action;
};

} // namespace zalo
