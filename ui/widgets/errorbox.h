// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

class QString;
class QWidget;

namespace zalo {

//! Says in a message box above `parent`, without blocking, what did not work.
void showError(QWidget* parent, const QString& text);

} // namespace zalo
