// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace zalo {

//! What the user is asked to confirm.
struct Confirmation
{
    QString title;
    QString text;
    QString button; //!< the text of the button that confirms
    QString cancel {}; //!< the text of the other button; empty: Cancel
};

//! Asks, and runs `onConfirmed` if the user agrees. Tests substitute their own answer.
using Confirm = std::function<void(QWidget* parent, const Confirmation& what,
                                   std::function<void()> onConfirmed)>;

//! Asks in a message box above `parent`, without blocking.
void confirm(QWidget* parent, const Confirmation& what, std::function<void()> onConfirmed);

} // namespace zalo
