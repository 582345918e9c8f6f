// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/conversationspage.h"

#include "activity/conversationtext.h"
#include "companion/activityservice.h"
#include "companion/contactservice.h"
#include "companion/snapshotprovider.h"
#include "ui/pages/conversationpane.h"
#include "ui/presenters/waittext.h"
#include "ui/widgets/accountchoice.h"
#include "ui/widgets/conversationdelegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr auto TypingPause = std::chrono::milliseconds(150);

//! As the combo box has them.
constexpr std::array Choices { ConversationChoice::All, ConversationChoice::ActionRequired,
                               ConversationChoice::Waiting, ConversationChoice::Paused };

} // namespace

ConversationsPage::ConversationsPage(const Roles& roles, QWidget* parent)
    : QWidget(parent),
      m_roles(roles),
      m_avatars(roles.contacts),
      m_model([this](const ConversationQuery& query, QObject* context,
                     Callback<ConversationList> done) {
          m_roles.activity.conversations(query, context, std::move(done));
      })
{
    build();
    connectParts();
    retranslate();
    showAccounts();
}

void ConversationsPage::build()
{
    m_pane = new ConversationPane(m_roles.activity, m_roles.delivery, m_avatars);
    m_pane->setObjectName(u"conversation"_s);
    m_paneNote = noteLabel(u"conversationPaneNote"_s);
    m_paneOrNote = new QStackedWidget;
    m_paneOrNote->addWidget(m_paneNote);
    m_paneOrNote->addWidget(m_pane);
    layOutMasterDetail(this, buildList(), m_paneOrNote, { 380, 440, 2, 3 });
}

QWidget* ConversationsPage::buildList()
{
    m_search = new QLineEdit;
    m_search->setObjectName(u"conversationSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_choice = new QComboBox;
    m_choice->setObjectName(u"conversationChoice"_s);
    for (std::size_t i = 0; i < Choices.size(); ++i) {
        m_choice->addItem(QString());
    }
    m_account = new AccountChoice;
    m_account->setObjectName(u"conversationAccounts"_s);
    m_why = bodyLabel(nullptr);
    m_why->setObjectName(u"conversationWhy"_s);
    m_list = plainList(u"conversations"_s, &m_model);
    m_delegate = new ConversationDelegate(m_model, m_avatars, m_list);
    m_list->setItemDelegate(m_delegate);
    m_note = noteLabel(u"conversationListNote"_s);
    m_listOrNote = new QStackedWidget;
    m_listOrNote->addWidget(m_list);
    m_listOrNote->addWidget(m_note);

    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_choice);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    head->addLayout(filters);
    head->addWidget(m_account);
    head->addWidget(m_why);
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_listOrNote, 1);
    return widget;
}

void ConversationsPage::connectParts()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ConversationsPage::filter);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ConversationsPage::filter);
    connect(m_account, &AccountChoice::profileChanged, this, &ConversationsPage::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConversationsPage::showCurrent);
    connect(&m_model, &ConversationModel::loadingChanged, this, &ConversationsPage::fillState);
    connect(&m_model, &ConversationModel::failed, this, [this](const Error& error) {
        m_error = errorText(error);
        fillState();
        m_error.clear();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ConversationsPage::showCurrent);
    connect(&m_roles.activity, &ActivityService::activityChanged, this,
            &ConversationsPage::refresh);
    connect(&m_roles.contacts, &ContactService::contactsChanged, this,
            &ConversationsPage::refresh); // names may have changed
    connect(&m_roles.snapshots, &SnapshotProvider::snapshotChanged, this,
            &ConversationsPage::showAccounts);
    connect(&m_avatars, &Avatars::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_pane, &ConversationPane::detailsRequested, this, [this] {
        const Conversation& shown = *m_pane->shown();
        emit detailsRequested(shown.lane.thread.id, conversationName(shown));
    });
    bindFindShortcut(m_search, this);
}

void ConversationsPage::showOnly(ConversationChoice choice, const QString& profile)
{
    m_search->clear();
    m_account->setProfile(profile);
    const auto wanted = std::find(Choices.begin(), Choices.end(), choice);
    m_choice->setCurrentIndex(int(wanted - Choices.begin()));
    filter(); // another account may be all that changed
    m_list->setFocus(Qt::OtherFocusReason);
}

void ConversationsPage::retranslate()
{
    m_search->setPlaceholderText(tr("Name or last message"));
    m_search->setAccessibleName(tr("Search the conversations"));
    m_choice->setAccessibleName(tr("Which conversations"));
    m_list->setAccessibleName(tr("Conversations"));
    m_paneNote->setText(tr("Choose a conversation to read it."));
    showAccounts();
    fillState();
}

//! Whose conversations there are, and in how many of them the bot is paused.
void ConversationsPage::showAccounts()
{
    const Snapshot& now = m_roles.snapshots.snapshot();
    m_account->setAccounts(now);
    m_delegate->setAccounts(m_account->names());
    qsizetype paused = 0;
    for (const ProfileSnapshot& profile : now.profiles) {
        paused += profile.pauses.size();
    }
    const QStringList names { tr("All"), tr("Action required"), tr("Waiting"),
                              paused > 0 ? tr("Paused (%1)").arg(paused) : tr("Paused") };
    for (int i = 0; i < m_choice->count(); ++i) {
        m_choice->setItemText(i, names.at(i));
    }
    showWhy();
    showCurrent();
}

//! What keeps those waiting who are listed.
void ConversationsPage::showWhy()
{
    QStringList reasons;
    if (Choices.at(std::size_t(m_choice->currentIndex())) == ConversationChoice::Waiting) {
        reasons = waitingReasons(m_roles.snapshots.snapshot(), m_account->profile());
    }
    m_why->setText(reasons.join(u'\n'));
    m_why->setVisible(!reasons.isEmpty());
}

void ConversationsPage::filter()
{
    showWhy();
    m_paneOrNote->setCurrentIndex(0);
    m_model.setFilter({ m_account->profile(), Choices.at(std::size_t(m_choice->currentIndex())),
                        m_search->text() });
    fillState();
}

void ConversationsPage::refresh()
{
    if (isVisible()) {
        m_model.refreshSoon();
        m_pane->refreshSoon();
    } else {
        m_isStale = true;
    }
}

void ConversationsPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const Conversation& chosen = m_model.at(current.row());
    const ProfileSnapshot* profile = m_roles.snapshots.snapshot().find(chosen.lane.profile);
    m_pane->setAccountText(m_account->names().value(chosen.lane.profile));
    // A pause is of the account that is logged in: another one's conversations wait anyway.
    m_pane->setCanPause(profile
                        && (!profile->account || profile->account->userId == chosen.lane.account));
    m_pane->setConversation(chosen);
    m_paneOrNote->setCurrentIndex(1);
}

void ConversationsPage::fillState()
{
    QString note;
    if (m_model.rowCount() == 0) {
        note = !m_error.isEmpty() ? m_error
            : m_model.isLoading() ? tr("Loading…")
            : m_model.filter() != ConversationFilter()
            ? tr("No matching conversations.")
            : tr("No conversations yet. They appear here as messages arrive.");
    }
    m_note->setText(note);
    m_listOrNote->setCurrentIndex(note.isEmpty() ? 0 : 1);
    if (!m_list->currentIndex().isValid()) {
        m_paneOrNote->setCurrentIndex(0);
    }
}

void ConversationsPage::setTextDisplay(TextDisplay display)
{
    m_model.setTextDisplay(display);
    m_delegate->setTextDisplay(display);
    m_list->viewport()->update();
    m_pane->setTextDisplay(display);
}

void ConversationsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_isShown, true)) {
        m_model.fetchMore({});
    } else if (std::exchange(m_isStale, false)) {
        refresh();
    }
}

void ConversationsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace zalo
