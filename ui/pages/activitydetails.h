// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "core/cure.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace zalo {

//! The details of one item of the activity, and its actions.
class ActivityDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityDetails(QWidget* parent = nullptr);

    //! `actions`: those that are offered.
    void setItem(const ActivityItem& item, const ActivityActions& actions);
    //! What the item waits for, where it waits; empty: nothing holds it up.
    void setWaitText(const QString& text);
    //! Whether its sender asks to talk to the bot just now: approving that is the cure then.
    void setPairing(bool isAsked);
    //! Whether the item was cured from here: then that can be undone.
    void setCured(bool cured);
    //! Where it is hidden, only what kind of message it is is said.
    void setTextDisplay(TextDisplay display);
    //! Shows the result of the last action.
    void report(const QString& text);

signals:
    void sendAgainRequested();
    void arrivedRequested();
    void deliverRequested();
    void handAgainRequested();
    void cureRequested(zalo::Cure cure);
    void approvePairingRequested();
    void undoCureRequested();
    void dismissRequested();
    void deliverExpiredRequested();
    void discardRequested();
    void pauseRequested(bool paused);
    void threadFilterRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void fill();

    std::optional<ActivityItem> m_item;
    ActivityActions m_actions;
    QString m_waitText;
    bool m_isPairingAsked = false;
    bool m_isCured = false;
    TextDisplay m_display = TextDisplay::Shown;
    QLabel* m_title = nullptr;
    QLabel* m_when = nullptr;
    QLabel* m_mark = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_ids = nullptr;
    QPushButton* m_sendAgain = nullptr;
    QPushButton* m_arrived = nullptr;
    QPushButton* m_deliver = nullptr;
    QPushButton* m_approve = nullptr;
    QPushButton* m_cure = nullptr;
    QPushButton* m_handAgain = nullptr;
    QPushButton* m_undoCure = nullptr;
    QPushButton* m_dismiss = nullptr;
    QPushButton* m_deliverExpired = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_only = nullptr;
    QLabel* m_report = nullptr;
};

} // namespace zalo
