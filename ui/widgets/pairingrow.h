// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/pairingview.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace zalo {

class AvatarLabel;
class MutedLabel;

//! One person who asks whether the bot may answer, with the two answers.
class PairingRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int AvatarSide = 36;

    explicit PairingRow(QWidget* parent = nullptr);

    //! Keeps the keyboard focus where it is.
    void setView(const PairingView& view);
    //! Instead of the initials; null: these.
    void setPicture(const QPixmap& picture);
    //! Why the last answer did not work, until the next one; empty: it is not said any more.
    void setProblem(const QString& text);

    //! The keyboard goes to the first answer.
    void focusAnswer();
    //! Tab comes here from `before`; gives the control from which it goes on.
    QWidget* tabAfter(QWidget* before);

    [[nodiscard]] const PairingView& view() const { return m_view; }

signals:
    void approveRequested();
    void dismissRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();

    PairingView m_view;
    AvatarLabel* m_avatar;
    QLabel* m_name;
    MutedLabel* m_when;
    QLabel* m_text;
    MutedLabel* m_progress;
    QLabel* m_problem;
    QPushButton* m_approve;
    QPushButton* m_dismiss;
};

} // namespace zalo
