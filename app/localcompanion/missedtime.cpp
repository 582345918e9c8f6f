// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/missedtime.h"

#include "messagestore/relaystore.h"

#include <memory>

namespace zalo {

MissedTime::MissedTime(QString profile, RelayStore& store, const Policy& policy, Clock clock,
                       QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_store(store),
      m_policy(policy),
      m_clock(std::move(clock))
{ }

void MissedTime::findUnasked(const QString& account, QObject* context, Callback<qint64> done)
{
    const qint64 now = m_clock.nowMs();
    const auto last = std::make_shared<qint64>(0);
    const qint64 lately = now - m_policy.historyRetry.longest.count();
    m_store.sessions().gaps(m_profile, account, 2, context, // one of them is open
                            [last, lately](const Result<QList<ConnectionGap>>& gaps) {
                                for (const ConnectionGap& gap :
                                     gaps.value_or(QList<ConnectionGap>())) {
                                    if (*last == 0 && gap.toMs > lately) {
                                        *last = gap.fromMs;
                                    }
                                }
                            });
    m_store.sessions().firstUnsettledGap(
        m_profile, account, now - m_policy.historyReach.count(), context,
        [last, done = std::move(done)](const Result<qint64>& first) {
            const bool isLast = first && *last > 0 && (*first == 0 || *last < *first);
            done(isLast ? Result<qint64>(*last) : first);
        });
}

void MissedTime::stored(const Result<bool>& isNew, qint64 writtenMs)
{
    --m_pending;
    if (!isNew) {
        m_isLost = true;
        emit lost(writtenMs);
    } else if (*isNew) {
        m_writtenMs.append(writtenMs);
    }
    settle();
}

void MissedTime::setAccount(const QString& account)
{
    m_account = account;
    readGroups();
    settle();
}

void MissedTime::forget()
{
    m_asked.reset();
    m_writtenMs.clear();
    m_isLost = false;
}

void MissedTime::askForGroups()
{
    m_wantsGroups = true;
    readGroups();
}

void MissedTime::readGroups()
{
    if (m_account.isEmpty() || !std::exchange(m_wantsGroups, false)) {
        return;
    }
    m_store.profiles().activeGroups(
        m_profile, m_account, m_clock.nowMs() - m_policy.groupActive.count(),
        m_policy.historyGroups, this, [this](const Result<QStringList>& groups) {
            emit groupsKnown(groups.value_or(QStringList()));
        });
}

void MissedTime::asked(qint64 fromMs, bool isComplete)
{
    m_asked = RecoveryResult { fromMs, isComplete, {} };
    settle();
}

void MissedTime::settle()
{
    if (!m_asked || m_pending > 0 || m_account.isEmpty()) {
        return;
    }
    RecoveryResult result = *std::exchange(m_asked, {});
    result.writtenMs = std::exchange(m_writtenMs, {});
    const bool isLost = std::exchange(m_isLost, false);
    result.isComplete = result.isComplete && !isLost;
    m_store.sessions().settleGaps(m_profile, m_account, result, this,
                                  [this](const auto&) { emit settled(); });
}

} // namespace zalo
