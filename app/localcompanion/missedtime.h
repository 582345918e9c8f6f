// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/relayrows.h"

#include <QObject>

#include <optional>

namespace zalo {

class RelayStore;

//! The books of one profile's missed time: what came of asking Zalo's history goes to the gaps that
//! it was asked for, once all that it brought is stored.
class MissedTime : public QObject
{
    Q_OBJECT

public:
    //! `store` outlives it.
    MissedTime(QString profile, RelayStore& store, const Policy& policy, Clock clock,
               QObject* parent = nullptr);

    //! When the first gap began for which earlier runs did not ask to the end and that Zalo may
    //! still know, or the last one, if it was lately: what was written between a question and the
    //! connection takes another question (HistoryRecheck). 0: there is neither.
    void findUnasked(const QString& account, QObject* context, Callback<qint64> done);

    //! A message from the history is being stored; stored() says what came of it.
    void expect() { ++m_pending; }
    //! `isNew`: it was not known yet. Where it could not be stored lost() follows.
    void stored(const Result<bool>& isNew, qint64 writtenMs);

    //! Whose history it is, once that is certain; empty: it is not.
    void setAccount(const QString& account);
    //! Somebody else has logged in: what was asked is theirs, and they missed nothing.
    void forget();

    //! groupsKnown() follows, once it is certain whose they are.
    void askForGroups();

    //! The history was asked for what was written from `fromMs` on; `isComplete`: for all of it.
    //! What it brought was expected before.
    void asked(qint64 fromMs, bool isComplete);

signals:
    //! The groups of which the history may have something: where somebody wrote lately.
    void groupsKnown(const QStringList& groups);
    //! A message that was written then came from the history and could not be stored.
    void lost(qint64 writtenMs);
    //! The gaps say what came of it.
    void settled();

private:
    void readGroups();
    void settle();

    QString m_profile;
    QString m_account; //!< empty: not certain
    RelayStore& m_store;
    Policy m_policy;
    Clock m_clock;
    bool m_wantsGroups = false;
    int m_pending = 0; //!< being stored
    QList<qint64> m_writtenMs; //!< of new messages that no gap has yet
    bool m_isLost = false; //!< one of them could not be stored
    std::optional<RecoveryResult> m_asked; //!< not settled yet
};

} // namespace zalo
