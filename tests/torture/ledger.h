// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace zalo::torture {

//! One message to the account that the listener may have printed.
struct Injected
{
    int number = 0; //!< grows over the whole run; the last word of the text
    QString threadId;
    QString msgId; //!< empty: whether it was printed is not known
    qint64 timeMs = 0;
    QString account = {}; //!< to whom; empty: another one logged in just then
    int burst = 0; //!< those of one burst may come in any order; 0: of none
    bool isUntold = false; //!< neither a question to the history nor a listener told it (untold.h)
};

//! One message that the Gateway asked to send.
struct Requested
{
    int number = 0;
    QString key;
    QString threadId;
    QString answer; //!< sent, failed, uncertain, refused (nothing was stored), or empty: none came
    qint64 timeMs = 0;
    QString account = {}; //!< from whom; empty: not known
    bool isAskedAnew = false; //!< after a refusal: where nothing had been stored it takes its place
                              //!< among what came meanwhile
};

//! What must be true at the end, from what the simulator and the Gateway know.
class Ledger
{
public:
    enum class Kind
    {
        Lost,
        Doubled,
        OutOfOrder,
        Misdirected, //!< to or from another account than its own
        DeadLetter, //!< given up, though nothing is wrong with any message
        WrongState,
        WrongAnswer,
        WrongTime, //!< a time or a length that cannot be
        Leaked, //!< a text in the log
        TwoAtOnce, //!< companions on the same data
        Ended //!< the companion ended by itself
    };

    void add(Kind kind, const QString& details);
    void injected(const Injected& message) { m_injected.append(message); }
    void requested(const Requested& message) { m_requested.append(message); }

    //! Compares with the Gateway's journal: every printed message once and in order within its
    //! thread (but for a burst), and as its account's. Only the newest delivery of a thread may
    //! come again: its answer may have been lost.
    void checkInbound(const QList<QJsonObject>& journal);
    //! Compares with what Zalo got. `outcomes`: the companion's last word by key.
    void checkOutbound(const QList<QJsonObject>& outbox,
                       const QHash<QString, QJsonObject>& outcomes);

    //! The times that the companion tells of its profile at the end, the clock being right again.
    //! `startedMs`: the run's start.
    void checkTimes(const QJsonObject& profile, qint64 startedMs, qint64 nowMs);

    [[nodiscard]] bool isClean() const { return m_violations.isEmpty(); }
    [[nodiscard]] QString report() const;

private:
    [[nodiscard]] QHash<int, int> burstsByNumber() const;
    [[nodiscard]] static bool isLate(const QJsonObject& entry, const QJsonObject& first);
    [[nodiscard]] static bool isAfterBreak(const QJsonObject& entry, const QJsonObject& first);
    void checkDelivery(const Injected& message, const QJsonObject& first);
    [[nodiscard]] QHash<QString, QString> accountsOfTags() const;
    [[nodiscard]] QSet<int> askedAnew() const;
    void checkKey(const Requested& message, const QJsonObject& outcome, const QStringList& texts);

    QList<Injected> m_injected;
    QList<Requested> m_requested;
    QMap<Kind, QStringList> m_violations;
    QString m_first;
    int m_delivered = 0;
    int m_repeated = 0; //!< deliveries that came again, as they may
    int m_late = 0; //!< direct messages that nobody heard and that came behind newer ones
    QMap<QString, int> m_answers;
};

} // namespace zalo::torture
