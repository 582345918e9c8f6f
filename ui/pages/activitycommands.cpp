// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/activitycommands.h"

#include "activity/activitytext.h"
#include "companion/deliveryservice.h"
#include "companion/messageservice.h"
#include "companion/pairingservice.h"
#include "ui/presenters/curetext.h"

#include <QDateTime>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

CuredMessage curedMessage(const ActivityItem& item)
{
    return { item.profile, item.thread, item.messageId };
}

} // namespace

ActivityCommands::ActivityCommands(const Roles& roles, QWidget* page)
    : QObject(page),
      m_messages(roles.messages),
      m_delivery(roles.delivery),
      m_cures(roles.cures),
      m_pairings(roles.pairings),
      m_page(page)
{ }

void ActivityCommands::sendAgain(const ActivityItem& item)
{
    const bool isUncertain = item.state == ActivityState::Uncertain;
    const QString name = activityThreadName(item);
    m_confirm(
        m_page,
        { tr("Send again"),
          isUncertain ? tr("This message may have reached %1 already. Look in Zalo first. Send it "
                           "again?")
                            .arg(name)
                      : tr("Send this message to %1 again?").arg(name),
          tr("Send again") },
        [this, item] {
            emit reported(item, tr("Sending…"));
            m_messages.sendAgain(item.id, this, [this, item](const Result<OutboundRow>& row) {
                const std::optional<Error> error = row ? row->error : std::optional(row.error());
                emit reported(item,
                              error ? sendErrorText(row.value_or(OutboundRow()), *error)
                                    : tr("It was sent."));
            });
        });
}

//! Says what came of it: `done`, or `known` where there was nothing to do any more.
Callback<bool> ActivityCommands::reportOf(const ActivityItem& item, const QString& done,
                                          const QString& known)
{
    return [=, this](const Result<bool>& result) {
        emit reported(item, !result ? errorText(result.error()) : *result ? done : known);
    };
}

void ActivityCommands::deliverAnyway(const ActivityItem& item)
{
    m_carriedOut.onTried(item, QDateTime::currentMSecsSinceEpoch());
    m_delivery.deliverAnyway(item.profile, item.id, this,
                             reportOf(item,
                                      tr("It is delivered as soon as a Gateway is connected."),
                                      tr("The Gateway has it already.")));
}

void ActivityCommands::confirmArrived(const ActivityItem& item)
{
    m_messages.settle(
        item.profile, item.id, SendSettlement::Arrived, this,
        reportOf(item, tr("It is listed as sent now."), tr("This was settled already.")));
}

void ActivityCommands::handAgain(const ActivityItem& item)
{
    m_carriedOut.onTried(item, QDateTime::currentMSecsSinceEpoch());
    m_delivery.deliverAnyway(
        item.profile, item.id, this,
        reportOf(item, tr("It is handed to the bot again."), tr("The bot has it already.")));
}

void ActivityCommands::dismiss(const ActivityItem& item)
{
    const Callback<bool> report = reportOf(item, tr("Dismissed."), tr("This was settled already."));
    if (item.kind == ActivityItem::Kind::Outbound) {
        m_messages.settle(item.profile, item.id, SendSettlement::Dismissed, this, report);
    } else {
        m_delivery.discard(item.profile, item.id, this, report);
    }
}

void ActivityCommands::deliverExpired(const ActivityItem& item)
{
    m_confirm(m_page,
              { tr("Deliver anyway"),
                tr("The bot will see every message of this account that is too old, and may answer "
                   "each."),
                tr("Deliver all") },
              [this, item] {
                  m_delivery.deliverExpired(
                      item.profile, this, [this, item](const Result<int>& count) {
                          emit reported(item,
                                        count ? tr("%n message(s) will be delivered as soon as a "
                                                   "Gateway is connected.",
                                                   nullptr, *count)
                                              : errorText(count.error()));
                      });
              });
}

void ActivityCommands::discard(const ActivityItem& item)
{
    m_confirm(m_page,
              { tr("Discard"),
                tr("The bot will never see this message from %1.").arg(activityThreadName(item)),
                tr("Discard message"), tr("Keep") },
              [this, item] {
                  m_delivery.discard(
                      item.profile, item.id, this,
                      reportOf(item, tr("It was discarded."), tr("The Gateway has it already.")));
              });
}

void ActivityCommands::cure(const ActivityItem& item, Cure cure)
{
    m_cures.plan(item.profile, cure, item.thread, item.text ? item.text->senderId : QString(), this,
                 [this, item, cure](const Result<CurePlan>& plan) {
                     if (!plan) {
                         emit reported(item, errorText(plan.error()));
                     } else if (plan->changes.isEmpty()) {
                         m_carriedOut.onCured(item, cure, QDateTime::currentMSecsSinceEpoch());
                         emit cured(item);
                         emit reported(item,
                                       tr("The bot is set up for this already. Hand the message to "
                                          "it again."));
                     } else {
                         askForCure(item, cure, *plan);
                     }
                 });
}

void ActivityCommands::askForCure(const ActivityItem& item, Cure cure, const CurePlan& plan)
{
    QStringList paragraphs { cureMeaning(cure, item),
                             tr("This changes in OpenClaw's configuration:") + u'\n'
                                 + changeLines(plan.changes).join(u'\n') };
    if (plan.losesComments) {
        paragraphs << tr("OpenClaw writes the file anew; comments in it are lost.");
    }
    m_confirm(m_page, { cureTitle(cure), paragraphs.join(u"\n\n"_s), cureTitle(cure) },
              [this, item, cure, plan] { applyCure(item, cure, plan); });
}

void ActivityCommands::applyCure(const ActivityItem& item, Cure cure, const CurePlan& plan)
{
    emit reported(item, tr("OpenClaw is changing its configuration…"));
    m_cures.apply(curedMessage(item), plan, this, [this, item, cure](const Result<void>& done) {
        if (!done) {
            emit reported(item, errorText(done.error()));
            return;
        }
        m_carriedOut.onCured(item, cure, QDateTime::currentMSecsSinceEpoch());
        emit cured(item);
        emit reported(item, cureDoneText(cure) + u' ' + tr("Hand the message to the bot again?"));
    });
}

void ActivityCommands::undoCure(const ActivityItem& item)
{
    if (!canUndoCure(item)) {
        return;
    }
    emit reported(item, tr("OpenClaw is changing its configuration…"));
    m_cures.undo(curedMessage(item), this, [this, item](const Result<void>& done) {
        if (done) {
            m_carriedOut.onUndone(item);
        }
        emit cured(item);
        emit reported(item, done ? tr("The change was undone.") : errorText(done.error()));
    });
}

bool ActivityCommands::canUndoCure(const ActivityItem& item) const
{
    return item.kind == ActivityItem::Kind::Inbound
        && m_cures.undoState(curedMessage(item)) == CureUndo::Possible;
}

void ActivityCommands::checkCure(const ActivityItem& item)
{
    if (item.kind != ActivityItem::Kind::Inbound
        || m_cures.undoState(curedMessage(item)) != CureUndo::Unchecked) {
        return;
    }
    m_cures.checkUndo(curedMessage(item), this, [this, item](const Result<bool>& isHeld) {
        if (!isHeld) {
            return; // nobody asked for anything, so nobody hears that the Gateway is away
        }
        emit cured(item);
        if (!*isHeld) {
            emit reported(item,
                          tr("The configuration was changed again since then. This change can no "
                             "longer be undone here."));
        }
    });
}

ActivityActions ActivityCommands::actionsOf(const ActivityItem& item) const
{
    const QString senderId = item.text ? item.text->senderId : QString();
    return m_carriedOut.stillOf(activityActions(item), item,
                                m_pairings.approvedMs(item.profile, senderId));
}

void ActivityCommands::approvePairing(const ActivityItem& item, const QString& requestId)
{
    emit reported(item, tr("The Gateway is asked to approve…"));
    m_pairings.approve(requestId, this, [this, item](const Result<void>& done) {
        emit reported(item,
                      done ? tr("Approved.") + u' ' + tr("Hand the message to the bot again?")
                           : errorText(done.error()));
    });
}

void ActivityCommands::pauseThread(const ActivityItem& item, bool paused)
{
    m_delivery.setThreadPaused(
        item.profile, item.thread, paused, this, [this, item, paused](const Result<void>& done) {
            emit reported(item,
                          !done        ? errorText(done.error())
                              : paused ? tr("Bot paused in this chat. Messages wait.")
                                       : tr("Bot resumed in this chat."));
        });
}

} // namespace zalo
