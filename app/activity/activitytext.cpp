// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activitytext.h"

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

//! The outcome where there is one, else the state.
QString effectiveState(const ActivityItem& item)
{
    return item.outcome.isEmpty() ? item.state : item.outcome;
}

QString mediumText(const QString& medium)
{
    if (medium == u"image") {
        return Activity::tr("Photo");
    }
    if (medium == u"video") {
        return Activity::tr("Video");
    }
    if (medium == u"audio" || medium == u"voice") {
        return Activity::tr("Voice message");
    }
    if (medium == u"link") {
        return Activity::tr("Link");
    }
    return medium.isEmpty() ? QString() : Activity::tr("File");
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
    if (item.state == u"uncertain") {
        return Activity::tr("It may have arrived. Look in Zalo before you send it again.");
    }
    if (item.error && item.error->kind == ErrorKind::Offline) {
        return Activity::tr("Zalo could not be reached. Send it again when it can.");
    }
    return item.error ? errorText(*item.error) : QString();
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
    if (item.kind == ActivityItem::Kind::Gap) {
        return ActivityMark::Gap;
    }
    static const std::pair<QLatin1String, ActivityMark> marks[] {
        { "waiting"_L1, ActivityMark::Waiting },     { "queued"_L1, ActivityMark::Waiting },
        { "sending"_L1, ActivityMark::Waiting },     { "taken"_L1, ActivityMark::Received },
        { "dispatched"_L1, ActivityMark::Answered }, { "dropped"_L1, ActivityMark::Dropped },
        { "discarded"_L1, ActivityMark::Dropped },   { "sent"_L1, ActivityMark::Sent },
        { "uncertain"_L1, ActivityMark::Uncertain },
    };
    const QString word = effectiveState(item);
    for (const auto& [name, mark] : marks) {
        if (name == word) {
            return mark;
        }
    }
    return ActivityMark::Failed;
}

QString gapCauseText(const QString& cause)
{
    static const std::pair<QLatin1String, const char*> causes[] {
        { "notRunning"_L1, QT_TRANSLATE_NOOP("Activity", "Zalo Companion was not running") },
        { "offline"_L1, QT_TRANSLATE_NOOP("Activity", "Zalo could not be reached") },
        { "kicked"_L1, QT_TRANSLATE_NOOP("Activity", "Zalo was opened elsewhere") },
        { "duplicate"_L1, QT_TRANSLATE_NOOP("Activity", "Another program used this login") },
        { "expired"_L1, QT_TRANSLATE_NOOP("Activity", "The login had expired") },
        { "timedOut"_L1, QT_TRANSLATE_NOOP("Activity", "zca was silent") },
        { "notLoggedIn"_L1, QT_TRANSLATE_NOOP("Activity", "Nobody was logged in") },
        { "nativeChannel"_L1,
          QT_TRANSLATE_NOOP("Activity", "Perhaps OpenClaw's own Zalo channel took it") },
        { "renewed"_L1, QT_TRANSLATE_NOOP("Activity", "The connection was renewed") },
        { "slept"_L1, QT_TRANSLATE_NOOP("Activity", "The computer was asleep") },
        { "zcaMissing"_L1, QT_TRANSLATE_NOOP("Activity", "zca was missing") },
        { "zcaBroken"_L1, QT_TRANSLATE_NOOP("Activity", "zca failed") },
        { "storage"_L1, QT_TRANSLATE_NOOP("Activity", "Messages could not be stored") },
    };
    for (const auto& [name, text] : causes) {
        if (name == cause) {
            return Activity::tr(text);
        }
    }
    return Activity::tr("The connection to Zalo was interrupted");
}

QString activityStateText(const ActivityItem& item)
{
    if (item.kind == ActivityItem::Kind::Gap) {
        return item.endMs == 0 ? Activity::tr("Not connected now") : Activity::tr("Not connected");
    }
    const QString word = effectiveState(item);
    if (item.kind == ActivityItem::Kind::Outbound) {
        if (word == u"queued") {
            return Activity::tr("Waits to be sent");
        }
        if (word == u"sending") {
            return Activity::tr("Being sent");
        }
        if (word == u"sent") {
            return Activity::tr("Sent");
        }
        if (word == u"uncertain") {
            return Activity::tr("Perhaps sent");
        }
        return item.partsSent > 0 ? Activity::tr("Partly sent") : Activity::tr("Not sent");
    }
    if (word == u"waiting") {
        return Activity::tr("Waits for the Gateway");
    }
    if (word == u"taken") {
        return Activity::tr("With the Gateway");
    }
    if (word == u"dispatched") {
        return Activity::tr("Handled by the bot");
    }
    if (word == u"dropped") {
        return Activity::tr("Ignored by the Gateway");
    }
    if (word == u"discarded") {
        return Activity::tr("Discarded");
    }
    return word == u"dead" ? Activity::tr("Could not be delivered")
                           : Activity::tr("The bot failed");
}

QString activityReasonText(const ActivityItem& item)
{
    switch (item.kind) {
    case ActivityItem::Kind::Gap:
        return Activity::tr("Messages of this time did not arrive here; look for them on the "
                            "phone.");
    case ActivityItem::Kind::Outbound:
        return withParts(partsText(item.partsSent, item.parts, TextLanguage::People),
                         whyNotSent(item));
    case ActivityItem::Kind::Inbound:
        if (!item.outcome.isEmpty()) {
            return item.reason.isEmpty() ? QString()
                                         : Activity::tr("The Gateway says: %1").arg(item.reason);
        }
        if (item.text && item.text->isThreadPaused && item.state == u"waiting") {
            return Activity::tr("The bot is paused in this conversation.");
        }
        break;
    }
    return item.error ? errorText(*item.error) : QString();
}

QString activitySummary(const ActivityItem& item)
{
    if (item.kind == ActivityItem::Kind::Gap) {
        return gapCauseText(item.reason);
    }
    if (!item.text) {
        return {};
    }
    const QString medium = mediumText(item.text->medium);
    const QString text = item.text->body.simplified();
    if (medium.isEmpty() || text.isEmpty()) {
        return medium + text;
    }
    return medium + u": "_s + text;
}

QString activityThreadName(const ActivityItem& item)
{
    return item.text && !item.text->threadName.isEmpty() ? item.text->threadName : item.thread.id;
}

ActivityActions activityActions(const ActivityItem& item)
{
    ActivityActions actions;
    actions.pauseThread = item.kind != ActivityItem::Kind::Gap;
    if (item.kind == ActivityItem::Kind::Outbound) {
        actions.sendAgain = item.state == u"failed" || item.state == u"uncertain";
    } else if (item.kind == ActivityItem::Kind::Inbound) {
        actions.deliverAnyway = item.state == u"dead" || item.state == u"waiting";
        actions.discard = actions.deliverAnyway;
    }
    return actions;
}

} // namespace zalo
