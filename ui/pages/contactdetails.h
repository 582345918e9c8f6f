// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactlist.h"
#include "contacts/groupmembersmodel.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QListView;
class QPushButton;

namespace zalo {

class Avatars;

//! The details of one friend or group: names, ids, members, what can be copied.
class ContactDetails : public QWidget
{
    Q_OBJECT

public:
    //! `avatars` outlives the pane.
    explicit ContactDetails(Avatars& avatars, QWidget* parent = nullptr);

    void setContact(const QString& profile, const ListedContactPtr& contact);
    [[nodiscard]] const ListedContactPtr& contact() const { return m_contact; }

    void showMembers(const QList<MemberWithRole>& members);
    void showMembersError(const QString& text);
    //! Shows the result of the last action.
    void report(const QString& text);

signals:
    void testMessageRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildMembers();
    void retranslate();
    void fill();
    void addRow(QLabel*& name, QLabel*& value);
    void setRow(QLabel* name, QLabel* value, const QString& text);
    void copy(const QString& text, const QString& report);
    void copyMemberId(const QModelIndex& member);

    Avatars& m_avatars;
    QString m_profile;
    ListedContactPtr m_contact;
    GroupMembersModel m_members;

    QLabel* m_picture = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_kind = nullptr;
    QLabel* m_duplicateNote = nullptr;
    QGridLayout* m_rows = nullptr;
    QLabel* m_idName = nullptr;
    QLabel* m_id = nullptr;
    QLabel* m_aliasName = nullptr;
    QLabel* m_alias = nullptr;
    QLabel* m_usernameName = nullptr;
    QLabel* m_username = nullptr;
    QLabel* m_phoneName = nullptr;
    QLabel* m_phone = nullptr;
    QPushButton* m_copyId = nullptr;
    QPushButton* m_copyCommand = nullptr;
    QPushButton* m_copyEntry = nullptr;
    QPushButton* m_test = nullptr;
    QLabel* m_report = nullptr;
    QLabel* m_membersTitle = nullptr;
    QLabel* m_membersNote = nullptr;
    QListView* m_memberList = nullptr;
    QWidget* m_rest = nullptr; //!< empty space in place of the members
};

} // namespace zalo
