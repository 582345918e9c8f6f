// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/conversationtext.h"

#include "core/timetext.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct Conversations
{
    Q_DECLARE_TR_FUNCTIONS(Conversations)
};

bool isMark(const Conversation& conversation, ActivityMark mark)
{
    return conversation.last && activityMark(*conversation.last) == mark;
}

} // namespace

QString conversationName(const Conversation& conversation)
{
    return conversation.name.isEmpty() ? conversation.lane.thread.id : conversation.name;
}

QString conversationLine(const Conversation& conversation, TextDisplay display)
{
    if (!conversation.last) {
        return {};
    }
    const ActivityItem& last = *conversation.last;
    const QString text = activitySummary(last, display);
    if (last.kind == ActivityItem::Kind::Outbound) {
        return Conversations::tr("Bot: %1").arg(text);
    }
    if (last.state == ActivityState::Own) {
        return Conversations::tr("You: %1").arg(text);
    }
    return activityLine(last, display);
}

ActivityMark conversationMark(const Conversation& conversation)
{
    if (conversation.open > 0) {
        return isMark(conversation, ActivityMark::Uncertain) ? ActivityMark::Uncertain
                                                             : ActivityMark::Failed;
    }
    if (conversation.waiting > 0) {
        return ActivityMark::Waiting;
    }
    return conversation.last ? activityMark(*conversation.last) : ActivityMark::Dropped;
}

QString conversationStateText(const Conversation& conversation)
{
    if (conversation.open > 0 && !isMark(conversation, ActivityMark::Uncertain)
        && !isMark(conversation, ActivityMark::Failed)) {
        return Conversations::tr("Action required");
    }
    if (conversation.open == 0 && conversation.waiting > 1) {
        return Conversations::tr("%n waiting", nullptr, conversation.waiting);
    }
    return conversation.last ? activityStateText(*conversation.last) : QString();
}

QString conversationPauseText(const Conversation& conversation)
{
    if (!conversation.pause) {
        return {};
    }
    return conversation.pause->untilMs > 0
        ? Conversations::tr("Paused until %1").arg(timeText(conversation.pause->untilMs))
        : Conversations::tr("Paused");
}

} // namespace zalo
