// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitymodel.h"
#include "activity/oldestfirst.h"
#include "messagestore/conversationrows.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;

namespace zalo {

class ActivityService;
class Avatars;
class DeliveryService;
class MessageDelegate;

//! One conversation: who it is, whether the bot answers there, and its last messages both ways.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    //! All outlive it.
    ConversationPane(ActivityService& activity, DeliveryService& delivery, Avatars& avatars,
                     QWidget* parent = nullptr);

    //! Shows `conversation`; of the one that is shown only what changed.
    void setConversation(const Conversation& conversation);
    //! What stands below the name: the account, where there are several.
    void setAccountText(const QString& text);
    //! The bot can be paused only where the conversation's account is logged in.
    void setCanPause(bool can);
    void setTextDisplay(TextDisplay display);
    [[nodiscard]] const std::optional<Conversation>& shown() const { return m_shown; }

public slots:
    //! Messages changed.
    void refreshSoon();

signals:
    //! All that is known of its messages is wanted.
    void detailsRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void fill();
    void showPause();
    void setBotAnswers(bool answers);
    void takeOver();
    void report(const Result<void>& done, const QString& text);

    DeliveryService& m_delivery;
    Avatars& m_avatars;
    ActivityModel m_model;
    OldestFirst m_messages;
    std::optional<Conversation> m_shown;
    MessageDelegate* m_delegate = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_account = nullptr;
    QPushButton* m_details = nullptr;
    QCheckBox* m_answers = nullptr;
    QPushButton* m_takeOver = nullptr;
    QLabel* m_pause = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_report = nullptr;
};

} // namespace zalo
