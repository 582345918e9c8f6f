// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/chatview.h"

#include "activity/conversationtext.h"
#include "companion/accountname.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct ChatTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChatTexts)
};

} // namespace

QList<ChatView> presentChats(const QList<Conversation>& conversations, const Snapshot& snapshot)
{
    QList<ChatView> chats;
    for (const Conversation& conversation : conversations) {
        const LaneKey& lane = conversation.lane;
        const ProfileSnapshot* profile = snapshot.find(lane.profile);
        if (!profile || (profile->account && profile->account->userId != lane.account)) {
            continue;
        }
        const QString name = conversationName(conversation);
        chats << ChatView { lane.profile, lane.thread,
                            snapshot.profiles.size() > 1
                                ? ChatTexts::tr("%1 (%2)").arg(name, accountName(*profile))
                                : name,
                            conversation.pause.has_value() };
    }
    return chats;
}

} // namespace zalo
