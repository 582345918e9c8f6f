// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace zalo {

//! A line of text that stands above the others: a page's name.
[[nodiscard]] QLabel* headingLabel(QWidget* parent);

//! A text that breaks its lines and can be selected with the mouse and the keyboard.
[[nodiscard]] QLabel* bodyLabel(QWidget* parent);

//! Gives a label the weight of a section's or a person's name.
void setBold(QLabel* label);

//! Has a screen reader say the name of a value with it: of a label it says one text alone.
void setAccessibleLabel(const QString& name, QLabel* value);

//! A bodyLabel() of less weight. It follows the palette.
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
