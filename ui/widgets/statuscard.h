// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/statusview.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace zalo {

class MutedLabel;
class StatusButton;
class StatusIconLabel;
class StatusRow;

//! Shows a StatusView: how things are with the button that mends it, and below it what else keeps
//! somebody from an answer.
class StatusCard : public QFrame
{
    Q_OBJECT

public:
    explicit StatusCard(QWidget* parent = nullptr);

    void setStatus(const StatusView& view);

signals:
    void actionRequested(const zalo::StatusAction& action);

private:
    void showOthers(const QList<StatusLine>& lines);

    StatusIconLabel* m_icon;
    QLabel* m_title;
    MutedLabel* m_detail;
    StatusButton* m_button;
    QVBoxLayout* m_column;
    QList<StatusRow*> m_others;
};

} // namespace zalo
