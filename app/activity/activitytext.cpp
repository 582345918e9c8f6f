// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activitytext.h"

#include "core/singleline.h"
#include "core/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct Activity
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

//! Empty for a text.
QString mediumText(ActivityMedium medium)
{
    switch (medium) {
    case ActivityMedium::None:
        return {};
    case ActivityMedium::Image:
        return Activity::tr("Photo");
    case ActivityMedium::Video:
        return Activity::tr("Video");
    case ActivityMedium::Voice:
        return Activity::tr("Voice message");
    case ActivityMedium::Link:
        return Activity::tr("Link");
    case ActivityMedium::File:
        return Activity::tr("File");
    case ActivityMedium::Sticker:
        return Activity::tr("Sticker");
    case ActivityMedium::Reaction:
        return Activity::tr("Reaction");
    case ActivityMedium::Unsend:
        return Activity::tr("Taken back");
    }
    Q_UNREACHABLE();
}

//! Empty where it was one message, or none of them went, or all did.
QString partsText(int sent, int all, TextLanguage language)
{
    if (sent == 0 || sent >= all) {
        return {};
    }
    const char* text = QT_TRANSLATE_NOOP("Activity", "%1 of %2 parts went out.");
    return (language == TextLanguage::People ? Activity::tr(text) : QString::fromUtf8(text))
        .arg(sent)
        .arg(all);
}

//! The other sentence alone where there is only one.
QString withParts(const QString& parts, const QString& text)
{
    return parts.isEmpty() || text.isEmpty() ? parts + text : QString(parts + u' ' + text);
}

QString whyNotSent(const ActivityItem& item)
{
    if (item.state == ActivityState::Uncertain) {
        return Activity::tr("It may have arrived. Look in Zalo before you send it again.");
    }
    if (item.error && item.error->kind == ErrorKind::Offline) {
        return Activity::tr("Zalo could not be reached. Send it again when it can.");
    }
    return item.error ? errorText(*item.error) : QString();
}

QString gapReasonText(const ActivityItem& item)
{
    switch (item.recovery) {
    case GapRecovery::NotAsked:
        return Activity::tr("Messages of this time may be missing here; look for them on the "
                            "phone.");
    case GapRecovery::Failed:
        return Activity::tr(
            "Zalo's history could not be asked for all of this time yet. It is asked "
            "again later.");
    case GapRecovery::Asked:
        return item.recovered > 0
            ? Activity::tr("%n messages of this time came from Zalo's history.", nullptr,
                           item.recovered)
            : Activity::tr("Zalo's history has no messages of this time that are not here.");
    }
    Q_UNREACHABLE();
}

//! A code speaks for itself; a sentence of a plugin is told as its words.
QString outcomeText(const OutcomeReason& reason)
{
    const QString text = outcomeReasonText(reason);
    return reason.code || text.isEmpty() ? text : Activity::tr("The Gateway says: %1").arg(text);
}

//! Whether the Gateway may answer a message that it did not answer, once something was changed or
//! time has passed.
bool isWorthAnother(const OutcomeReason& reason)
{
    if (!reason.code) {
        return true;
    }
    switch (*reason.code) {
    case OutcomeCode::NoText:
    case OutcomeCode::OwnMessage:
    case OutcomeCode::OnlySticker:
    case OutcomeCode::OnlyReaction:
    case OutcomeCode::OnlyContact:
        return false;
    case OutcomeCode::DirectOff:
    case OutcomeCode::SenderNotAllowed:
    case OutcomeCode::PairingPending:
    case OutcomeCode::PairingCodeNotSent:
    case OutcomeCode::CommandNotAllowed:
    case OutcomeCode::GroupsOff:
    case OutcomeCode::NoGroupAllowed:
    case OutcomeCode::GroupNotAllowed:
    case OutcomeCode::GroupDisabled:
    case OutcomeCode::GroupSenderNotAllowed:
    case OutcomeCode::NoMention:
    case OutcomeCode::OtherRule:
    case OutcomeCode::NoTurn:
    case OutcomeCode::ReplyNotDelivered:
    case OutcomeCode::TurnFailed:
        return true;
    }
    Q_UNREACHABLE();
}

//! What lets the bot answer a message that it did not answer for this reason.
std::optional<Cure> cureOf(OutcomeCode code)
{
    switch (code) {
    case OutcomeCode::DirectOff:
    case OutcomeCode::SenderNotAllowed:
    case OutcomeCode::PairingPending:
    case OutcomeCode::PairingCodeNotSent:
    case OutcomeCode::GroupSenderNotAllowed:
        return Cure::AllowSender;
    case OutcomeCode::GroupsOff:
    case OutcomeCode::NoGroupAllowed:
    case OutcomeCode::GroupNotAllowed:
    case OutcomeCode::GroupDisabled:
        return Cure::AnswerGroup;
    case OutcomeCode::NoMention:
        return Cure::WithoutMention;
    case OutcomeCode::CommandNotAllowed: // who commands the bot is nothing for one press
    case OutcomeCode::OtherRule:
    case OutcomeCode::NoText:
    case OutcomeCode::OwnMessage:
    case OutcomeCode::OnlySticker:
    case OutcomeCode::OnlyReaction:
    case OutcomeCode::OnlyContact:
    case OutcomeCode::NoTurn:
    case OutcomeCode::ReplyNotDelivered:
    case OutcomeCode::TurnFailed:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString sendErrorText(const OutboundRow& row, const Error& error, TextLanguage language)
{
    const auto sent =
        std::count_if(row.parts.cbegin(), row.parts.cend(), [](const OutboundPartRow& part) {
            return part.state == OutboundState::Sent;
        });
    return withParts(partsText(int(sent), int(row.parts.size()), language),
                     errorText(error, language));
}

ActivityMark activityMark(const ActivityItem& item)
{
    switch (item.effectiveState()) {
    case ActivityState::Waiting:
    case ActivityState::Queued:
    case ActivityState::Sending:
        return ActivityMark::Waiting;
    case ActivityState::Accepted:
        return ActivityMark::Received;
    case ActivityState::Dispatched:
        return ActivityMark::Answered;
    case ActivityState::Dropped:
    case ActivityState::Discarded:
    case ActivityState::Own:
        return ActivityMark::Dropped;
    case ActivityState::Sent:
        return ActivityMark::Sent;
    case ActivityState::Uncertain:
        return ActivityMark::Uncertain;
    case ActivityState::Dismissed:
        return ActivityMark::Dropped;
    case ActivityState::Dead:
    case ActivityState::Expired:
    case ActivityState::Failed:
        return ActivityMark::Failed;
    case ActivityState::GapOpen:
    case ActivityState::GapClosed:
        return ActivityMark::Gap;
    }
    Q_UNREACHABLE();
}

QString gapCauseText(GapCause cause)
{
    switch (cause) {
    case GapCause::NotRunning:
        return Activity::tr("Zalo Companion was not running");
    case GapCause::Offline:
        return Activity::tr("Zalo could not be reached");
    case GapCause::Kicked:
        return Activity::tr("Zalo was opened elsewhere");
    case GapCause::Duplicate:
        return Activity::tr("Another program used this login");
    case GapCause::Expired:
        return Activity::tr("The login had expired");
    case GapCause::ZcaSilent:
        return Activity::tr("zca was silent");
    case GapCause::NotLoggedIn:
        return Activity::tr("Nobody was logged in");
    case GapCause::NativeChannel:
        return Activity::tr("Perhaps OpenClaw's own Zalo channel took it");
    case GapCause::Renewed:
        return Activity::tr("Scheduled reconnect");
    case GapCause::Slept:
        return Activity::tr("The computer was asleep");
    case GapCause::ZcaMissing:
        return Activity::tr("zca was missing");
    case GapCause::ZcaBroken:
        return Activity::tr("zca failed");
    case GapCause::Storage:
        return Activity::tr("Messages could not be stored");
    case GapCause::AsksHistory:
        return Activity::tr("Missed messages were asked for");
    case GapCause::Interrupted:
        return Activity::tr("The connection to Zalo was interrupted");
    }
    Q_UNREACHABLE();
}

QString activityStateText(const ActivityItem& item)
{
    switch (item.effectiveState()) {
    case ActivityState::Waiting:
        return Activity::tr("Waiting for the bot");
    case ActivityState::Accepted:
        return Activity::tr("With the Gateway");
    case ActivityState::Dead:
        return Activity::tr("Could not be delivered");
    case ActivityState::Discarded:
        return item.reason.isEmpty() ? Activity::tr("Discarded")
                                     : Activity::tr("Not answered, settled");
    case ActivityState::Own:
        return Activity::tr("Written by you on another device");
    case ActivityState::Expired:
        return Activity::tr("Too old to deliver");
    case ActivityState::Dispatched:
        return Activity::tr("Handled by the bot");
    case ActivityState::Dropped:
        return Activity::tr("Ignored by the Gateway");
    case ActivityState::Queued:
        return Activity::tr("Waits to be sent");
    case ActivityState::Sending:
        return Activity::tr("Being sent");
    case ActivityState::Sent:
        return Activity::tr("Sent");
    case ActivityState::Uncertain:
        return Activity::tr("Possibly sent");
    case ActivityState::Dismissed:
        return Activity::tr("Not sent, settled");
    case ActivityState::Failed:
        if (item.kind == ActivityItem::Kind::Inbound) {
            return Activity::tr("The bot failed");
        }
        return item.partsSent > 0 ? Activity::tr("Partly sent") : Activity::tr("Not sent");
    case ActivityState::GapOpen:
        return Activity::tr("Not connected now");
    case ActivityState::GapClosed:
        return Activity::tr("Not connected");
    }
    Q_UNREACHABLE();
}

QString pauseText(const ThreadPause& pause)
{
    if (pause.untilMs == 0) {
        return Activity::tr("The bot is paused in this chat.");
    }
    const QString until = timeText(pause.untilMs);
    switch (pause.cause) {
    case PauseCause::Person:
        return Activity::tr("You took this chat over. The bot is paused here until %1.").arg(until);
    case PauseCause::Owner:
        return Activity::tr("The bot is paused in this chat until %1, because you wrote here "
                            "yourself.")
            .arg(until);
    }
    Q_UNREACHABLE();
}

QString activityReasonText(const ActivityItem& item)
{
    switch (item.kind) {
    case ActivityItem::Kind::Gap:
        return gapReasonText(item);
    case ActivityItem::Kind::Outbound:
        return withParts(partsText(item.partsSent, item.parts, TextLanguage::People),
                         whyNotSent(item));
    case ActivityItem::Kind::Inbound:
        if (item.outcome != InboundOutcome::None || !item.reason.isEmpty()) {
            return outcomeText(item.reason);
        }
        if (item.state == ActivityState::Expired) {
            return Activity::tr("It waited too long for the Gateway, and an answer might come too "
                                "late. Have it delivered if it still matters.");
        }
        if (item.text && item.text->isThreadPaused
            && (item.state == ActivityState::Waiting || item.state == ActivityState::Own)) {
            return pauseText({ {}, item.text->pausedUntilMs, item.text->pauseCause });
        }
        break;
    }
    return item.error ? errorText(*item.error) : QString();
}

QString activitySummary(const ActivityItem& item, TextDisplay display)
{
    if (item.kind == ActivityItem::Kind::Gap) {
        return gapCauseText(item.cause);
    }
    if (!item.text) {
        return {};
    }
    const QString medium = mediumText(item.text->medium);
    if (display == TextDisplay::Hidden) {
        return medium.isEmpty() ? Activity::tr("Message") : medium;
    }
    const QString text = singleLine(item.text->body);
    if (medium.isEmpty() || text.isEmpty()) {
        return medium + text;
    }
    return medium + u": "_s + text;
}

QString activityLine(const ActivityItem& item, TextDisplay display)
{
    const QString text = activitySummary(item, display);
    const bool isOthers =
        item.kind == ActivityItem::Kind::Inbound && item.state != ActivityState::Own;
    const QString sender = item.text && item.thread.isGroup && isOthers
        ? singleLine(item.text->senderName)
        : QString();
    return sender.isEmpty()
        ? text
        : Activity::tr("%1: %2", "who wrote in a group, and what").arg(sender, text);
}

QString activityThreadName(const ActivityItem& item)
{
    return item.text && !item.text->threadName.isEmpty() ? item.text->threadName : item.thread.id;
}

bool lacksApproval(const ActivityItem& item)
{
    return item.outcome == InboundOutcome::Dropped
        && (item.reason.code == OutcomeCode::PairingPending
            || item.reason.code == OutcomeCode::PairingCodeNotSent);
}

ActivityActions activityActions(const ActivityItem& item)
{
    ActivityActions actions;
    actions.pauseThread = item.kind != ActivityItem::Kind::Gap;
    if (item.kind == ActivityItem::Kind::Outbound) {
        actions.confirmArrived = item.state == ActivityState::Uncertain;
        actions.dismiss = item.state == ActivityState::Failed;
        actions.sendAgain = actions.confirmArrived || actions.dismiss;
    } else if (item.kind == ActivityItem::Kind::Inbound) {
        actions.deliverExpired = item.state == ActivityState::Expired;
        actions.deliverAnyway = actions.deliverExpired || item.state == ActivityState::Dead
            || item.state == ActivityState::Waiting;
        actions.discard = actions.deliverAnyway;
        // What was dropped or failed at is with the Gateway, and this is its end there.
        const bool isDropped = item.outcome == InboundOutcome::Dropped;
        const bool hasFailed = item.outcome == InboundOutcome::Failed;
        // A failed turn that needs nobody any more may still be worth one.
        const bool isSettled =
            item.effectiveState() == ActivityState::Discarded && !item.reason.isEmpty();
        actions.handAgain = (isDropped || hasFailed || isSettled) && isWorthAnother(item.reason);
        // Where no turn began nobody decided that it needs no answer.
        actions.dismiss = hasFailed || (isDropped && item.reason.code == OutcomeCode::NoTurn);
        if (isDropped && item.reason.code) {
            actions.cure = cureOf(*item.reason.code);
        }
    }
    return actions;
}

} // namespace zalo
