// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "session/sessioncommands.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Who is logged in in a profile: certain only since it was last asked. A profile is a folder of
//! credentials, and anybody can log in to it, also without this program.
class IdentityCheck : public QObject
{
    Q_OBJECT

public:
    //! `commands` outlives it; `retry` are the pauses after answers that failed, `refused` those
    //! after a login that Zalo refused: each question is one.
    IdentityCheck(const SessionCommands& commands, Backoff::Range retry, Backoff::Range refused,
                  QObject* parent = nullptr);

    //! Asks `me info`. answered() follows once, unless invalidate() or another ask() comes first.
    void ask();
    //! The answer holds: it came while nothing had changed.
    void accept();
    //! It may be somebody else from now on; what is being asked says nothing about that.
    void invalidate();
    //! Asks again later, after an answer of this kind.
    void askLater(ErrorKind error);
    //! Ends askLater().
    void pause() { m_retry.stop(); }

    [[nodiscard]] bool isCertain() const { return m_isCertain; }

signals:
    void answered(const zalo::Result<zalo::Account>& account);
    void certaintyChanged();

private:
    const SessionCommands& m_commands;
    Backoff m_pauses;
    Backoff m_refusals;
    QTimer m_retry;
    quint64 m_question = 0; //!< counts questions: an answer is told from an outdated one
    bool m_isCertain = false;
};

} // namespace zalo
