// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/waitinggateways.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! After so many refusals before this one.
std::chrono::seconds quietAfter(int refusals)
{
    std::chrono::seconds quiet = WaitingGateways::RefusedQuiet;
    for (int i = 0; i < refusals && quiet < WaitingGateways::MaxRefusedQuiet; ++i) {
        quiet *= 4;
    }
    return std::min<std::chrono::seconds>(quiet, WaitingGateways::MaxRefusedQuiet);
}

} // namespace

WaitingGateways::WaitingGateways(GatewayRegistry& registry, Clock clock)
    : m_registry(registry),
      m_clock(std::move(clock))
{ }

QDateTime WaitingGateways::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC);
}

void WaitingGateways::forgetOld()
{
    forgetPending(PendingLife);
    forgetRefused();
}

Result<void> WaitingGateways::add(GatewayRecord record)
{
    record.state = GatewayRecord::State::Pending;
    record.quietUntil = {};
    record.lastSeen = now();
    forgetPending(PendingLife);
    if (inState(GatewayRecord::State::Pending).size() >= MaxPending
        && !forgetPending(PendingQuiet)) {
        return failure(ErrorKind::Busy, u"%1 Gateways wait for approval already"_s.arg(MaxPending));
    }
    m_registry.put(record);
    auto saved = m_registry.save();
    if (!saved) {
        m_registry.remove(record.id);
    }
    return saved;
}

bool WaitingGateways::isQuiet(const GatewayRecord& record) const
{
    return record.state == GatewayRecord::State::Refused && now() < record.quietUntil;
}

Result<void> WaitingGateways::addAgain(const GatewayRecord& record)
{
    auto added = add(record);
    if (!added) {
        m_registry.put(record);
    }
    return added;
}

Result<void> WaitingGateways::refuse(const QString& id)
{
    auto record = m_registry.find(id);
    if (!record || !record->isPending()) {
        return failure(ErrorKind::BadRequest, u"no Gateway “%1” waits for approval"_s.arg(id));
    }
    const QList<GatewayRecord> before = m_registry.list();
    record->state = GatewayRecord::State::Refused;
    record->quietUntil = now().addSecs(quietAfter(record->refusals).count());
    ++record->refusals;
    m_registry.put(*record);
    forgetRefused();
    auto saved = m_registry.save();
    if (!saved) {
        for (const GatewayRecord& known : before) {
            m_registry.put(known);
        }
    }
    return saved;
}

QList<GatewayRecord> WaitingGateways::inState(GatewayRecord::State state) const
{
    QList<GatewayRecord> records = m_registry.list();
    records.removeIf([state](const GatewayRecord& record) { return record.state != state; });
    return records;
}

bool WaitingGateways::forgetPending(std::chrono::seconds quietFor)
{
    const QDateTime time = now().addSecs(-quietFor.count());
    bool any = false;
    const auto pending = inState(GatewayRecord::State::Pending);
    for (const GatewayRecord& record : pending) {
        if (record.lastSeen < time) {
            m_registry.remove(record.id);
            any = true;
        }
    }
    return any;
}

//! Those that came no more after their time, and the ones next to it where there are too many.
void WaitingGateways::forgetRefused()
{
    QList<GatewayRecord> refused = inState(GatewayRecord::State::Refused);
    std::sort(refused.begin(), refused.end(),
              [](const auto& one, const auto& other) { return one.quietUntil < other.quietUntil; });
    const QDateTime time = now().addSecs(-std::chrono::seconds(PendingLife).count());
    for (qsizetype i = 0; i < refused.size(); ++i) {
        const bool isTooMany = refused.size() - i > MaxRefused;
        if (isTooMany || std::max(refused[i].quietUntil, refused[i].lastSeen) < time) {
            m_registry.remove(refused[i].id);
        }
    }
}

} // namespace zalo
