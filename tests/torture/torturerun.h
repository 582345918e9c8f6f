// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companionlink.h"
#include "doorwatch.h"
#include "faultinjector.h"
#include "inboundtraffic.h"
#include "ledger.h"
#include "outboundtraffic.h"
#include "statewatch.h"
#include "world.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace zalo::torture {

//! One run: traffic and misfortunes, then quiet until everything has found its end, then the
//! reckoning.
class TortureRun : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        quint32 seed = 0;
        int milliseconds = 0;
        QStringList only = {}; //!< as for faultPlan()
        Traffic traffic = Traffic::Printed; //!< Written: the misfortunes are those of breakPlan()
    };
    explicit TortureRun(const Options& options, QObject* parent = nullptr);

    //! False when something does not run.
    [[nodiscard]] bool start();
    [[nodiscard]] bool isClean() const { return m_ledger.isClean(); }
    [[nodiscard]] QString report() const;

signals:
    void finished();

private:
    void look();
    void readLog();
    void lookForDeadLetters();
    void settle();
    void lookForQuiet();
    void askHistoryOnce();
    [[nodiscard]] bool isQuiet() const;
    void askOutcomes();
    void askNextOutcome();
    void reckon();

    Options m_options;
    qint64 m_startedMs = 0;
    World m_world;
    Ledger m_ledger;
    CompanionLink m_link;
    FaultInjector m_faults;
    InboundTraffic m_inbound;
    OutboundTraffic m_outbound;
    StateWatch m_states;
    DoorWatch m_door;
    QTimer m_look;
    QByteArray m_logRest;
    QElapsedTimer m_settling;
    QElapsedTimer m_quiet; //!< valid while nothing happens any more
    bool m_isHistoryAsked = false; //!< for what was written last, amid a break perhaps
    QList<World::Person> m_toVisit; //!< whose messages wait for them, perhaps
    int m_deadLetters = 0;
    QList<QJsonObject> m_journal;
    QHash<QString, QJsonObject> m_outcomes;
    QStringList m_toAsk;
    QStringList m_outcomesLeft; //!< of m_toAsk, not asked yet
    int m_waiting = 0; //!< messages both ways, when it was last looked
};

} // namespace zalo::torture
