// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace zalo {

class AvatarLabel;
class MutedLabel;

//! A short message in the middle of a page, with up to two actions.
class MessagePanel : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString person; //!< a name whose avatar is shown above; may be empty
        QString title;
        QString text; //!< may be empty
        QString primary; //!< the button that Enter presses; may be empty
        QString secondary; //!< may be empty
    };

    explicit MessagePanel(QWidget* parent = nullptr);

    void setContent(const Content& content);

signals:
    void primaryPressed();
    void secondaryPressed();

private:
    AvatarLabel* m_avatar;
    QLabel* m_title;
    MutedLabel* m_text;
    QPushButton* m_primary;
    QPushButton* m_secondary;
};

} // namespace zalo
