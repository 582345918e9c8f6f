// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/statusview.h"

#include <QLabel>

namespace zalo {

//! A state's icon, in the colour of the text around it.
class StatusIconLabel : public QLabel
{
    Q_OBJECT

public:
    //! `size` in device-independent pixels.
    explicit StatusIconLabel(QSize size, QWidget* parent = nullptr);

    void setIcon(StatusIcon icon);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    StatusIcon m_icon = StatusIcon::Working;
};

} // namespace zalo
