// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/connectionhistory.h"

#include "messagestore/sessionstore.h"

#include <algorithm>

namespace zalo {
namespace {

constexpr int ShownGaps = 20;
constexpr int ShownChanges = 20;

} // namespace

ConnectionHistory::ConnectionHistory(QString profile, SessionStore& store, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_store(store)
{ }

//! One question at a time; changes meanwhile are asked for once more at its end.
void ConnectionHistory::read(const QString& account)
{
    m_account = account;
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    m_store.gaps(m_profile, account, ShownGaps, this,
                 [this](const Result<QList<ConnectionGap>>& rows) {
                     m_gaps = rows.value_or(QList<ConnectionGap>());
                     std::reverse(m_gaps.begin(), m_gaps.end());
                 });
    m_store.events(m_profile, account, ShownChanges, this,
                   [this](const Result<QList<SessionEvent>>& rows) {
                       m_changes.clear();
                       if (rows) {
                           for (auto row = rows->crbegin(); row != rows->crend(); ++row) {
                               m_changes.append({ row->atMs, row->state, row->reason });
                           }
                       }
                       m_isReading = false;
                       emit changed();
                       if (std::exchange(m_readAgain, false)) {
                           read(m_account);
                       }
                   });
}

} // namespace zalo
