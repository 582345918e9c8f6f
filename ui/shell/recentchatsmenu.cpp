// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/recentchatsmenu.h"

#include "companion/activityservice.h"

#include <chrono>

using namespace std::chrono_literals;

namespace zalo {
namespace {

constexpr int MaxChats = 6; // a person looks for one of just now; the window has all

} // namespace

RecentChatsMenu::RecentChatsMenu(ActivityService& activity, QObject* parent)
    : TraySubmenu(parent),
      m_activity(activity)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &RecentChatsMenu::load);
    connect(&activity, &ActivityService::activityChanged, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    retranslate();
}

void RecentChatsMenu::setAccounts(const Snapshot& snapshot)
{
    m_snapshot = snapshot;
    present();
}

void RecentChatsMenu::load()
{
    m_activity.conversations({ .limit = MaxChats }, this,
                             [this](const Result<ConversationList>& list) {
                                 if (list) {
                                     m_conversations = list->items;
                                     present();
                                 }
                             });
}

void RecentChatsMenu::present()
{
    const QList<ChatView> chats = presentChats(m_conversations, m_snapshot);
    if (m_chats != chats) {
        m_chats = chats;
        refresh();
    }
}

void RecentChatsMenu::retranslate()
{
    menu()->setTitle(tr("Pause the bot in"));
    present();
}

//! Queued: what follows changes the conversations, and with them this menu.
void RecentChatsMenu::fill(QMenu& menu)
{
    for (const ChatView& chat : std::as_const(m_chats)) {
        QAction* entry = menu.addAction(entryText(chat.name));
        entry->setCheckable(true);
        entry->setChecked(chat.isPaused);
        connect(
            entry, &QAction::triggered, this,
            [this, profile = chat.profile, thread = chat.thread](bool paused) {
                emit pauseRequested(profile, thread, paused);
            },
            Qt::QueuedConnection);
    }
}

} // namespace zalo
