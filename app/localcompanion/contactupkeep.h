// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "core/timing.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace zalo {

class ContactRefresher;
class ContactStore;
struct SenderKnowledge;

//! Keeps the stored contacts true, at a pace that a person has: friends and groups are asked for
//! every Timing::contactRefresh, and when a message comes from somebody who is not among them; the
//! members of a group where they are stored, when one writes who is not among them. Between two
//! questions of a profile is Timing::contactPause; who stays unknown is asked for once a round.
class ContactUpkeep : public QObject
{
    Q_OBJECT

public:
    //! `store` and `refresher` outlive it.
    ContactUpkeep(ContactStore& store, ContactRefresher& refresher, const Timing& timing,
                  Clock clock, QObject* parent = nullptr);

    //! Whether Zalo can be asked for this profile's contacts: it is connected, and it is certain
    //! whose they are.
    void setReady(const QString& profile, bool ready);
    //! A message came just now.
    void onMessage(const QString& profile, const ThreadRef& thread, const QString& senderId);
    //! The profile is gone.
    void forget(const QString& profile) { m_profiles.remove(profile); }

private:
    using Sender = std::pair<ThreadRef, QString>; //!< where somebody writes, and who

    struct Profile
    {
        bool isReady = false;
        bool isAsking = false; //!< a question is not answered yet
        bool wantsLists = false;
        qint64 nextRoundMs = 0; //!< steady, like the others; 0: never ready yet
        qint64 pauseUntilMs = 0;
        QStringList wantedGroups; //!< whose members are to be asked for
        QSet<QString> unknown; //!< ids that were asked for in this round
        QSet<Sender> lookedUp; //!< in this round, among the contacts as they are stored now
        QSet<QString> activeGroups; //!< in this round, of those whose members are stored
    };

    void judge(const QString& profile, const ThreadRef& thread, const QString& senderId,
               const SenderKnowledge& known);
    void beginRound(Profile& profile);
    void ask();
    void askFor(const QString& name, Profile& profile);
    void onAnswered(const QString& name);
    void armTimer();

    ContactStore& m_store;
    ContactRefresher& m_refresher;
    Timing m_timing;
    Clock m_clock;
    QHash<QString, Profile> m_profiles; //!< by name
    QTimer m_timer;
};

} // namespace zalo
