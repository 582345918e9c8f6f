// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/missedtime.h"

#include "messagestore/relaystore.h"

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
    m_store.sessions().firstUnsettledGap(m_profile, account,
                                         m_clock.nowMs() - m_policy.historyReach.count(), context,
                                         std::move(done));
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
