// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/statusview.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace zalo {

class MutedLabel;

//! Shows a StatusView with its actions as buttons.
class StatusCard : public QFrame
{
    Q_OBJECT

public:
    explicit StatusCard(QWidget* parent = nullptr);

    void setStatus(const StatusView& view);

signals:
    void actionRequested(zalo::StatusAction action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();
    void setActions(const QList<StatusAction>& actions);

    StatusView m_view;
    QLabel* m_icon;
    QLabel* m_title;
    MutedLabel* m_detail;
    QHBoxLayout* m_buttons;
    QList<StatusAction> m_shown;
    bool m_retranslated = false;
};

} // namespace zalo
