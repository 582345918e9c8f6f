// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/carriedout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! Whom or what a cure of this message is for. A person is allowed in direct chats and in groups
//! apart.
QString subjectOf(const ActivityItem& item, Cure cure)
{
    const QString senderId = item.text ? item.text->senderId : QString();
    return QStringList { cureName(cure), item.profile,
                         item.thread.isGroup ? u"group"_s : u"direct"_s,
                         cure == Cure::AllowSender ? senderId : item.thread.id }
        .join(u'/');
}

} // namespace

void CarriedOut::onCured(const ActivityItem& item, Cure cure, qint64 nowMs)
{
    const QString subject = subjectOf(item, cure);
    m_curedMs.insert(subject, nowMs);
    m_cureOf.insert(item.id, subject);
}

void CarriedOut::onUndone(const ActivityItem& item)
{
    m_curedMs.remove(m_cureOf.take(item.id));
}

void CarriedOut::onTried(const ActivityItem& item, qint64 nowMs)
{
    m_triedMs.insert(item.id, nowMs);
}

ActivityActions CarriedOut::stillOf(ActivityActions actions, const ActivityItem& item,
                                    qint64 approvedMs) const
{
    if (item.kind != ActivityItem::Kind::Inbound) {
        return actions;
    }
    // It is on its way already, however old it is.
    if (item.state == ActivityState::Waiting && m_triedMs.contains(item.id)) {
        actions.deliverAnyway = false;
    }
    if (actions.cure) {
        const qint64 curedMs =
            std::max(m_curedMs.value(subjectOf(item, *actions.cure)),
                     !item.thread.isGroup && lacksApproval(item) ? approvedMs : 0);
        if (curedMs > lastTryMs(item)) {
            actions.cure.reset();
        }
    }
    return actions;
}

//! A cure did not help what the Gateway turned away after it.
qint64 CarriedOut::lastTryMs(const ActivityItem& item) const
{
    return std::max(item.timeMs, m_triedMs.value(item.id));
}

} // namespace zalo
