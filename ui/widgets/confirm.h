// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace zalo {

//! Something to be confirmed.
struct Confirmation
{
    QString title;
    QString text;
    QString button; //!< what the button that does it says
};

//! Asks, and runs `onConfirmed` where a person agrees. Tests put in their own answer.
using Confirm = std::function<void(QWidget* parent, const Confirmation& what,
                                   std::function<void()> onConfirmed)>;

//! Asks in a box above `parent`; nothing waits meanwhile.
void confirm(QWidget* parent, const Confirmation& what, std::function<void()> onConfirmed);

} // namespace zalo
