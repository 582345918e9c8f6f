// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace zalo {

//! Something to be confirmed.
struct Question
{
    QString title;
    QString text;
    QString yes; //!< what the button says that does it
};

//! Asks, and runs `onYes` where a person agrees. Tests put in their own answer.
using Ask =
    std::function<void(QWidget* parent, const Question& question, std::function<void()> onYes)>;

//! Asks in a box above `parent`; nothing waits meanwhile.
void askInBox(QWidget* parent, const Question& question, std::function<void()> onYes);

} // namespace zalo
