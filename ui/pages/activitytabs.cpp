// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/activitytabs.h"

#include "ui/pages/activitypage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace zalo {

ActivityTabs::ActivityTabs(const ConversationsPage::Roles& roles,
                           const ActivityCommands::Roles& commands, Settings& settings,
                           QWidget* parent)
    : QWidget(parent),
      m_texts(settings),
      m_tabs(new QTabBar),
      m_reveal(new QToolButton),
      m_pages(new QStackedWidget),
      m_conversations(new ConversationsPage(roles)),
      m_messages(new ActivityPage(roles.activity, roles.contacts, roles.snapshots, commands))
{
    m_tabs->setObjectName(u"activityTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_reveal->setObjectName(u"revealTexts"_s);
    m_reveal->setCheckable(true);
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    m_pages->addWidget(m_conversations);
    m_pages->addWidget(m_messages);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 10, 12, 0);
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(m_reveal);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_reveal, &QToolButton::toggled, &m_texts, &MessageTexts::setRevealed);
    connect(&m_texts, &MessageTexts::changed, this, &ActivityTabs::showTexts);
    connect(m_conversations, &ConversationsPage::detailsRequested, this,
            [this](const QString& threadId, const QString& name) {
                showMessages().showThread(threadId, name);
            });
    retranslate();
    showTexts();
}

ActivityPage& ActivityTabs::showMessages()
{
    m_tabs->setCurrentIndex(1);
    return *m_messages;
}

void ActivityTabs::showOnly(const StatusAction& action)
{
    showMessages().showOnly(action);
}

void ActivityTabs::showPausedChats(const QString& profile)
{
    m_tabs->setCurrentIndex(0);
    m_conversations->showOnly(ConversationChoice::Paused, profile);
}

void ActivityTabs::showWaitingChats()
{
    m_tabs->setCurrentIndex(0);
    m_conversations->showOnly(ConversationChoice::Waiting, {});
}

void ActivityTabs::showTexts()
{
    const TextDisplay display = m_texts.display();
    m_reveal->setVisible(m_texts.areHidden());
    const QSignalBlocker quiet(m_reveal);
    m_reveal->setChecked(display == TextDisplay::Shown);
    m_conversations->setTextDisplay(display);
    m_messages->setTextDisplay(display);
}

void ActivityTabs::retranslate()
{
    m_tabs->setAccessibleName(tr("What is listed"));
    m_tabs->setTabText(0, tr("Conversations"));
    m_tabs->setTabText(1, tr("All messages"));
    m_reveal->setText(tr("Show texts"));
}

//! What was asked to be seen is hidden again once nobody looks.
void ActivityTabs::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_texts.setRevealed(false);
}

void ActivityTabs::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace zalo
