// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/outcomereason.h"

#include "core/errorentry.h"
#include "core/singleline.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace zalo {
namespace {

//! All that is known of one code, in the order of OutcomeCode.
struct CodeEntry
{
    OutcomeCode code;
    const char* name;
    const char* sentence; //!< for translation; %1 is the detail
};

constexpr CodeEntry table[] {
    { OutcomeCode::DirectOff, "directOff",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot answers no direct messages.") },
    { OutcomeCode::SenderNotAllowed, "senderNotAllowed",
      QT_TRANSLATE_NOOP("OutcomeReason", "This person is not allowed to write to the bot.") },
    { OutcomeCode::PairingPending, "pairingPending",
      QT_TRANSLATE_NOOP("OutcomeReason",
                        "This person is new and waits for approval to write to the bot.") },
    { OutcomeCode::PairingCodeNotSent, "pairingCodeNotSent",
      QT_TRANSLATE_NOOP("OutcomeReason",
                        "This person is new and waits for approval. The pairing code could not be "
                        "sent and goes out with their next message.") },
    { OutcomeCode::CommandNotAllowed, "commandNotAllowed",
      QT_TRANSLATE_NOOP("OutcomeReason", "This person may not give commands to the bot.") },
    { OutcomeCode::GroupsOff, "groupsOff",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot answers in no group.") },
    { OutcomeCode::NoGroupAllowed, "noGroupAllowed",
      QT_TRANSLATE_NOOP("OutcomeReason", "No group has been allowed for the bot yet.") },
    { OutcomeCode::GroupNotAllowed, "groupNotAllowed",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot is not allowed to answer in this group.") },
    { OutcomeCode::GroupDisabled, "groupDisabled",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot is switched off in this group.") },
    { OutcomeCode::GroupSenderNotAllowed, "groupSenderNotAllowed",
      QT_TRANSLATE_NOOP("OutcomeReason",
                        "This person is not allowed to write to the bot in groups.") },
    { OutcomeCode::NoMention, "noMention",
      QT_TRANSLATE_NOOP("OutcomeReason",
                        "The bot was not mentioned. In this group it answers only when somebody "
                        "mentions it.") },
    { OutcomeCode::OtherRule, "otherRule",
      QT_TRANSLATE_NOOP("OutcomeReason", "A rule of OpenClaw turned the message away: %1") },
    { OutcomeCode::NoText, "noText",
      QT_TRANSLATE_NOOP("OutcomeReason", "There is nothing in it to answer.") },
    { OutcomeCode::OwnMessage, "ownMessage",
      QT_TRANSLATE_NOOP("OutcomeReason", "It was written from the bot's own account.") },
    { OutcomeCode::OnlySticker, "onlySticker",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot does not answer a sticker alone.") },
    { OutcomeCode::OnlyReaction, "onlyReaction",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot does not answer a reaction.") },
    { OutcomeCode::OnlyContact, "onlyContact",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot does not answer a contact card alone.") },
    { OutcomeCode::NoTurn, "noTurn",
      QT_TRANSLATE_NOOP("OutcomeReason",
                        "OpenClaw was busy in this conversation and did not take the message "
                        "up.") },
    { OutcomeCode::ReplyNotDelivered, "replyNotDelivered",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot answered, but its answer could not be sent.") },
    { OutcomeCode::TurnFailed, "turnFailed",
      QT_TRANSLATE_NOOP("OutcomeReason", "The bot could not work on it: %1") },
};

consteval bool everyCodeHasItsRow()
{
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (table[i].code != OutcomeCode(i)) {
            return false;
        }
    }
    return std::size(table) == std::size_t(OutcomeCode::TurnFailed) + 1;
}
static_assert(everyCodeHasItsRow(), "the rows stand in the order of OutcomeCode, one for each");

const CodeEntry& entryOf(OutcomeCode code)
{
    return table[std::size_t(code)];
}

QString translated(const char* sentence, TextLanguage language)
{
    return language == TextLanguage::People ? QCoreApplication::translate("OutcomeReason", sentence)
                                            : QString::fromUtf8(sentence);
}

//! What the error says whose kind the plugin named; empty where that takes more than the kind.
QString errorTextOf(const QString& kindName, TextLanguage language)
{
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        if (errorKindName(ErrorKind(kind)) == kindName) {
            const bool needsDetail =
                QLatin1String(errorEntry(ErrorKind(kind)).sentence).contains(QLatin1String("%1"));
            return needsDetail ? QString() : errorText({ ErrorKind(kind), {} }, language);
        }
    }
    return {};
}

} // namespace

QString outcomeCodeName(OutcomeCode code)
{
    return QString::fromLatin1(entryOf(code).name);
}

std::optional<OutcomeCode> outcomeCode(QStringView name)
{
    const auto* const found =
        std::find_if(std::begin(table), std::end(table),
                     [name](const CodeEntry& entry) { return name == QLatin1String(entry.name); });
    return found == std::end(table) ? std::optional<OutcomeCode>() : found->code;
}

QString outcomeReasonText(const OutcomeReason& reason, TextLanguage language)
{
    const QString detail = singleLine(reason.detail);
    if (!reason.code) {
        return detail;
    }
    const QString sentence = translated(entryOf(*reason.code).sentence, language);
    if (reason.code == OutcomeCode::ReplyNotDelivered) {
        return QString(sentence + u' ' + errorTextOf(detail, language)).trimmed();
    }
    return sentence.contains(u"%1") ? sentence.arg(detail).trimmed() : sentence;
}

QString storedOutcomeReason(const OutcomeReason& reason)
{
    return reason.code ? QString(outcomeCodeName(*reason.code) + u'\n' + reason.detail)
                       : reason.detail;
}

OutcomeReason outcomeReasonFromStored(const QString& stored)
{
    const qsizetype end = stored.indexOf(u'\n');
    if (end < 0) {
        return { {}, stored };
    }
    // Written by a newer version, whose code means nothing here.
    return { outcomeCode(QStringView(stored).left(end)), stored.mid(end + 1) };
}

} // namespace zalo
