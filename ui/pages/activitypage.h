// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitymodel.h"
#include "ui/pages/activitycommands.h"
#include "ui/widgets/confirm.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace zalo {

class ActivityDetails;
class ActivityService;
class ContactService;
class SnapshotProvider;

//! Every message and connection gap: its state, and what can be done about it.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    //! All roles outlive the page. It requests nothing before it is first shown.
    ActivityPage(ActivityService& activity, ContactService& contacts, SnapshotProvider& snapshots,
                 const ActivityCommands::Roles& roles, QWidget* parent = nullptr);

    //! Replaces the confirmation of sending again and discarding, for tests.
    void setConfirm(Confirm confirm);

    //! Restricts the list to one conversation.
    void showThread(const QString& threadId, const QString& name);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildList();
    void connectParts();
    void retranslate();
    void filter();
    void choose(const QModelIndex& index);
    void showCurrent();
    void fillState();
    void report(const ActivityItem& about, const QString& text);

    ActivityService& m_activity;
    ContactService& m_contacts;
    SnapshotProvider& m_snapshots;
    ActivityCommands* m_commands;
    ActivityModel m_model;
    QTimer m_typing;
    std::optional<ActivityItem> m_current;
    QString m_threadId;
    QString m_threadName;
    QString m_error;
    bool m_isShown = false; //!< has been shown before
    bool m_isStale = false; //!< changed while it was hidden

    QLineEdit* m_search = nullptr;
    QComboBox* m_states = nullptr;
    QPushButton* m_thread = nullptr;
    QStackedWidget* m_listOrNote = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_note = nullptr;
    QStackedWidget* m_paneOrNote = nullptr;
    ActivityDetails* m_details = nullptr;
    QLabel* m_paneNote = nullptr;
};

} // namespace zalo
