// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/contactdetails.h"

#include "ui/presenters/contactcommands.h"
#include "ui/theme/semanticcolors.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/persondelegate.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int PictureEdge = 64;

} // namespace

ContactDetails::ContactDetails(Avatars& avatars, QWidget* parent)
    : QWidget(parent),
      m_avatars(avatars)
{
    build();
    retranslate();
    connect(&m_avatars, &Avatars::changed, this, [this] {
        m_memberList->viewport()->update();
        fill();
    });
}

void ContactDetails::build()
{
    m_picture = new QLabel;
    m_picture->setFixedSize(PictureEdge, PictureEdge);
    m_name = headingLabel(this);
    m_name->setObjectName(u"name"_s);
    m_name->setTextFormat(Qt::PlainText);
    makeSelectable(m_name);
    m_kind = new MutedLabel;
    m_kind->setObjectName(u"kind"_s);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_kind);
    auto* head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(m_picture, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    head->setAlignment(names, Qt::AlignVCenter);

    m_duplicateNote = new QLabel;
    m_duplicateNote->setObjectName(u"duplicateNote"_s);
    m_duplicateNote->setWordWrap(true);

    // No QFormLayout: with hidden rows and texts that wrap, that of Qt 6.4 writes beyond its
    // memory.
    m_rows = new QGridLayout;
    m_rows->setHorizontalSpacing(18);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(1, 1);
    addRow(m_idName, m_id);
    m_id->setObjectName(u"id"_s);
    addRow(m_aliasName, m_alias);
    addRow(m_usernameName, m_username);
    addRow(m_phoneName, m_phone);

    m_copyId = paneButton(u"copyId"_s, this);
    m_copyCommand = paneButton(u"copyCommand"_s, this);
    m_copyEntry = paneButton(u"copyEntry"_s, this);
    m_test = paneButton(u"testMessage"_s, this);
    auto* buttons = new QGridLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copyId, 0, 0);
    buttons->addWidget(m_copyCommand, 0, 1);
    buttons->addWidget(m_copyEntry, 1, 0);
    buttons->addWidget(m_test, 1, 1);
    buttons->setColumnStretch(2, 1);

    m_report = new MutedLabel;
    m_report->setObjectName(u"report"_s);
    m_report->setMinimumHeight(m_report->fontMetrics().height());

    buildMembers();

    connect(m_copyId, &QPushButton::clicked, this,
            [this] { copy(m_contact->entry.id, tr("ID copied.")); });
    connect(m_copyCommand, &QPushButton::clicked, this, [this] {
        copy(sendCommand(m_profile, m_contact->entry.id, m_contact->isGroup,
                         tr("Hello from OpenClaw")),
             tr("The command was copied. Paste it into a terminal."));
    });
    connect(m_copyEntry, &QPushButton::clicked, this, [this] {
        copy(allowlistEntry(m_contact->entry.id, m_contact->isGroup),
             m_contact->isGroup ? tr("Copied. Paste it under channels.zalouser.groups.")
                                : tr("Copied. Paste it into channels.zalouser.allowFrom."));
    });
    connect(m_test, &QPushButton::clicked, this, &ContactDetails::testMessageRequested);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_duplicateNote);
    layout->addLayout(m_rows);
    layout->addLayout(buttons);
    layout->addWidget(m_report);
    layout->addWidget(m_membersTitle);
    layout->addWidget(m_membersNote);
    layout->addWidget(m_memberList, 1);
    m_rest = new QWidget;
    layout->addWidget(m_rest, 1);
}

void ContactDetails::buildMembers()
{
    m_membersTitle = new QLabel;
    setBold(m_membersTitle);
    m_membersNote = new MutedLabel;
    m_memberList = plainList(u"members"_s, &m_members);
    m_memberList->setMinimumHeight(120);
    m_memberList->setItemDelegate(new PersonDelegate(
        m_avatars,
        [](const QModelIndex& index) {
            return PersonLine { index.data(GroupMembersModel::IdRole).toString(),
                                index.data().toString(),
                                index.data(GroupMembersModel::AvatarRole).toString(),
                                index.data(GroupMembersModel::IdRole).toString(),
                                index.data(GroupMembersModel::RoleTextRole).toString() };
        },
        m_memberList));
    auto* copyMember = new QAction(m_memberList);
    copyMember->setObjectName(u"copyMemberId"_s);
    copyMember->setShortcut(QKeySequence::Copy);
    copyMember->setShortcutContext(Qt::WidgetShortcut);
    m_memberList->addAction(copyMember);
    m_memberList->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyMember, &QAction::triggered, this,
            [this] { copyMemberId(m_memberList->currentIndex()); });
}

void ContactDetails::addRow(QLabel*& name, QLabel*& value)
{
    name = new MutedLabel;
    name->setWordWrap(false);
    value = bodyLabel(this);
    name->setBuddy(value);
    const int row = m_rows->rowCount();
    m_rows->addWidget(name, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_rows->addWidget(value, row, 1);
}

void ContactDetails::setRow(QLabel* name, QLabel* value, const QString& text)
{
    value->setText(text);
    setAccessibleLabel(name->text(), value);
    name->setVisible(!text.isEmpty());
    value->setVisible(!text.isEmpty());
}

void ContactDetails::retranslate()
{
    m_idName->setText(tr("ID"));
    m_aliasName->setText(tr("Name on Zalo"));
    m_usernameName->setText(tr("Username"));
    m_phoneName->setText(tr("Phone"));
    m_duplicateNote->setText(tr("Another contact has the same name. The ID tells them apart."));
    m_copyId->setText(tr("Copy &ID"));
    m_copyCommand->setText(tr("Copy send &command"));
    m_copyCommand->setToolTip(
        tr("The command with which OpenClaw sends a message to this contact"));
    m_copyEntry->setText(tr("Copy &allowlist entry"));
    m_copyEntry->setToolTip(tr("What stands for this contact in the settings of OpenClaw"));
    m_test->setText(tr("Send a &test message…"));
    m_membersTitle->setText(tr("Members"));
    m_memberList->setAccessibleName(tr("Members"));
    m_memberList->actions().constFirst()->setText(tr("Copy ID"));
    fill();
}

void ContactDetails::setContact(const QString& profile, const ListedContactPtr& contact)
{
    const bool isOther = !m_contact || m_contact->entry.id != contact->entry.id
        || m_contact->isGroup != contact->isGroup || m_profile != profile;
    m_profile = profile;
    m_contact = contact;
    if (isOther) {
        m_members.refresh({});
        m_report->clear();
        m_membersNote->hide();
    }
    fill();
}

void ContactDetails::fill()
{
    if (!m_contact) {
        return;
    }
    const ContactEntry& entry = m_contact->entry;
    m_picture->setPixmap(m_avatars.picture({ entry.id, entry.name, entry.avatar }, PictureEdge,
                                           devicePixelRatioF()));
    m_name->setText(entry.name);
    m_kind->setText(m_contact->isGroup    ? tr("Group, %n members", nullptr, entry.memberCount)
                        : entry.isBlocked ? tr("Friend, blocked")
                                          : tr("Friend"));
    QPalette attention;
    attention.setColor(QPalette::WindowText, semanticColor(SemanticColor::Warning, palette()));
    m_duplicateNote->setPalette(attention);
    m_duplicateNote->setVisible(m_contact->hasDuplicateName);
    setRow(m_idName, m_id, entry.id);
    setRow(m_aliasName, m_alias, entry.zaloName == entry.name ? QString() : entry.zaloName);
    setRow(m_usernameName, m_username, entry.username);
    setRow(m_phoneName, m_phone, entry.phoneNumber);
    m_membersTitle->setVisible(m_contact->isGroup);
    m_memberList->setVisible(m_contact->isGroup);
    m_rest->setVisible(!m_contact->isGroup);
    if (!m_contact->isGroup) {
        m_membersNote->hide();
    }
}

void ContactDetails::showMembers(const QList<MemberWithRole>& members)
{
    m_membersNote->hide();
    m_members.refresh(members);
}

void ContactDetails::showMembersError(const QString& text)
{
    m_membersNote->setText(text);
    m_membersNote->show();
}

void ContactDetails::report(const QString& text)
{
    m_report->setText(text);
}

void ContactDetails::copy(const QString& text, const QString& report)
{
    QGuiApplication::clipboard()->setText(text);
    this->report(report);
}

void ContactDetails::copyMemberId(const QModelIndex& member)
{
    if (member.isValid()) {
        copy(member.data(GroupMembersModel::IdRole).toString(), tr("ID copied."));
    }
}

void ContactDetails::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
}

} // namespace zalo
