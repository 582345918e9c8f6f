// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace zalo {

//! A heading, such as a page's name.
[[nodiscard]] QLabel* headingLabel(QWidget* parent);

//! A word-wrapped plain text that can be selected with the mouse.
[[nodiscard]] QLabel* bodyLabel(QWidget* parent);

//! Lets the text of a label be selected with the mouse: from the moment on at which the mouse is
//! over it. Until then it is painted without the text document that a selection takes, of which a
//! window has dozens.
void makeSelectable(QLabel* label);

//! Sets the semi-bold weight of section and person names.
void setBold(QLabel* label);

//! Makes a screen reader announce `name` with the value: it reads only one text of a label.
void setAccessibleLabel(const QString& name, QLabel* value);

//! A bodyLabel() in the muted text colour; follows the palette.
class MutedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit MutedLabel(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolor();
};

} // namespace zalo
