// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activityexport.h"
#include "activity/activitymodel.h"
#include "ui/pages/activitycommands.h"
#include "ui/presenters/statusview.h"
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
class ActivityRestriction;
class AccountChoice;
class ActivityDelegate;
class ActivityService;
class ContactService;
class DismissAll;
class SnapshotProvider;

//! Every message and connection gap: its state, and what can be done about it.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    //! All roles outlive the page. It requests nothing before it is first shown.
    ActivityPage(ActivityService& activity, ContactService& contacts, SnapshotProvider& snapshots,
                 const ActivityCommands::Roles& roles, QWidget* parent = nullptr);

    void setTextDisplay(TextDisplay display);

    //! Replaces the confirmation of sending again and discarding, for tests.
    void setConfirm(Confirm confirm);

    //! Asks for a file, and hands its path on; tests substitute their own answer.
    using ChooseFile =
        std::function<void(QWidget* parent, std::function<void(const QString& path)> onChosen)>;
    void setChooseFile(ChooseFile choose) { m_chooseFile = std::move(choose); }

    //! Restricts the list to one conversation.
    void showThread(const QString& threadId, const QString& name);
    //! Restricts the list to the lines that the action of a status is about.
    void showOnly(const StatusAction& action);

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
    void showAccounts();
    void copyDetails();
    void exportList(const QString& path);
    void reportOfList(const QString& text);

    ActivityService& m_activity;
    ContactService& m_contacts;
    SnapshotProvider& m_snapshots;
    ActivityCommands* m_commands;
    DismissAll* m_dismissAll;
    ActivityModel m_model;
    ActivityExport m_export;
    ChooseFile m_chooseFile;
    TextDisplay m_display = TextDisplay::Shown;
    QTimer m_typing;
    std::optional<ActivityItem> m_current;
    QString m_error;
    bool m_isShown = false; //!< has been shown before
    bool m_isStale = false; //!< changed while it was hidden

    QLineEdit* m_search = nullptr;
    QComboBox* m_states = nullptr;
    AccountChoice* m_account = nullptr;
    ActivityRestriction* m_restriction = nullptr;
    QPushButton* m_exportButton = nullptr;
    QLabel* m_listReport = nullptr;
    ActivityDelegate* m_delegate = nullptr;
    QStackedWidget* m_listOrNote = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_note = nullptr;
    QStackedWidget* m_paneOrNote = nullptr;
    ActivityDetails* m_details = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_paneNote = nullptr;
};

} // namespace zalo
