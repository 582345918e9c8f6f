// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "core/clock.h"
#include "core/error.h"
#include "core/inboundmessage.h"
#include "core/policy.h"
#include "zca/zcahistoryparser.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <optional>

namespace zalo {

class ZcaRunner;
enum class ListenDatabase;
struct ZcaProgram;

//! Asks Zalo's history for the direct messages that were written while no listener was connected.
//! It opens a websocket, so it is asked before a listener starts, never beside one (ZCA.md 10).
//! What it brought is read while the listener connects, where that can be kept from writing into
//! the same database. What zca writes down for that is in a private folder, and gone at the end.
class HistoryRecovery : public QObject
{
    Q_OBJECT

public:
    //! `runner` outlives it; `workFolder` is a private folder of ours.
    HistoryRecovery(QString profile, ZcaRunner& runner, QString workFolder, const Policy& policy,
                    Clock clock, QObject* parent = nullptr);
    ~HistoryRecovery() override;

    //! Nothing was received from `ms` on, by the wall clock. An earlier beginning stays.
    void missedSince(qint64 ms);

    //! A listener is connected: what was handed on is not asked for again. What could not be asked
    //! is, the next time, and what was written between the question and this.
    void endMissed();

    //! Something was missed, and `program` can be asked for it.
    [[nodiscard]] bool isMissed(const ZcaProgram& program) const;
    //! The same, and it is not too early: after failures that are zca's own it is asked rarely.
    [[nodiscard]] bool isDue(const ZcaProgram& program) const;
    //! What was written from then on is or was asked for, by the wall clock.
    [[nodiscard]] qint64 fromMs() const;
    //! When it was asked since the last endMissed(), by the wall clock; 0: it was not.
    [[nodiscard]] qint64 askedMs() const { return m_askedMs; }
    //! The last start() asked for all of it.
    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }

    //! Asks, once: connectionFree(), messages, and one finished(), never from inside this call.
    void start(const ZcaProgram& program);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    //! What a listener may do with zca's database while this runs.
    [[nodiscard]] ListenDatabase listenDatabase() const;
    //! Breaks it off; finished(Cancelled) follows, and no message.
    void cancel();

signals:
    //! zca's own connection is over: a listener may start.
    void connectionFree();
    //! The oldest first; the owner's own too.
    void message(const zalo::InboundMessage& message);
    //! What was missed was handed on, as far as Zalo keeps it and Limits go; or `error` says why
    //! not: TimedOut, Cancelled, ZcaBroken where the answer was empty, which proves nothing, or
    //! what a command said.
    void finished(const std::optional<zalo::Error>& error);

private:
    template <typename T>
    void run(const QStringList& arguments, Result<T> (*parse)(const QByteArray&),
             std::function<void(const T&)> next, const QString& websocketOf = {});
    void enable(const HistoryDatabase& database);
    void sync();
    [[nodiscard]] qint64 readFromMs() const;
    [[nodiscard]] bool isWanted(const InboundMessage& message) const;
    void readChats(QList<HistoryChat> chats);
    void readNextChat();
    void giveUp(const Error& error);
    void stopBecauseOf(const Error& error);
    void cleanUp();
    void freeConnection();
    void countFailure();
    void finish();

    QString m_profile;
    ZcaRunner& m_runner;
    QString m_workFolder;
    Policy m_policy;
    Clock m_clock;
    QTimer m_deadline;
    std::optional<QTemporaryDir> m_folder; //!< of zca's database; empty: it is not ours
    qint64 m_sinceMs = 0; //!< 0: nothing was missed
    qint64 m_askedMs = 0;
    qint64 m_untoldFromMs = 0; //!< neither the last question nor the connection told…
    qint64 m_untoldToMs = 0; //!< …of what was written in between; 0: there was no question
    bool m_isRunning = false;
    bool m_mayOverlap = false; //!< a listener may start before finished()
    bool m_isConnectionFree = false;
    Backoff m_retry;
    qint64 m_notBefore = 0; //!< steady
    bool m_isAnswered = false; //!< by the last start()
    bool m_isOutdated = false; //!< more was missed since it
    quint64 m_ticket = 0; //!< of the command that runs; 0: none that may be broken off
    std::optional<Error> m_error;
    QStringList m_chats; //!< still to be read
    QList<InboundMessage> m_messages;
};

} // namespace zalo
