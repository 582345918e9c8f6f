// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companionprocess.h"
#include "databaselock.h"
#include "falsemachine.h"
#include "fulldisk.h"
#include "gatewaymood.h"
#include "logpipe.h"
#include "secondstart.h"
#include "simulator.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
#include <functional>

namespace zalo::torture {

//! Everything that runs: the imagined Zalo, the companion, the Gateway; each can be ended and
//! started again. Nothing here waits.
class World : public QObject
{
    Q_OBJECT

public:
    //! Whether a listener is connected, seen from the simulator's side.
    enum class Truth
    {
        Connected,
        Stopped, //!< connected, and does nothing (SIGSTOP)
        None
    };

    //! Who is logged in.
    enum class Person
    {
        First,
        Second
    };

    World();
    ~World() override;

    //! Starts everything; false when something does not run.
    [[nodiscard]] bool start();

    void startCompanion();
    void killCompanion();
    //! True while it should run.
    [[nodiscard]] bool isCompanionWanted() const { return m_companionWanted; }
    [[nodiscard]] bool isCompanionRunning() const { return m_companion.isRunning(); }
    //! It stands still (SIGSTOP), so nobody waits for it.
    [[nodiscard]] bool isCompanionStopped() const;
    [[nodiscard]] int companionEndedWith() const { return m_companion.endedWith(); }
    [[nodiscard]] qint64 companionPid() const { return m_companion.processId(); }
    //! Asks it to end; it is started again once it has, or once it has not for too long.
    void quitCompanion();
    //! Looks after quitCompanion(): what was wrong about its end, else nothing.
    [[nodiscard]] QString checkQuit();
    [[nodiscard]] QString bridgePath() const { return m_companion.bridgePath(); }
    [[nodiscard]] QString runFolder() const { return m_companion.runFolder(); }
    //! `zalo-companion reconnect`, as a person would; `done` is called once it has ended.
    void reconnect(const std::function<void()>& done = {});

    //! Logs a person in to the profile while no companion runs, and starts it then.
    void logIn(Person person);
    //! The one who was logged in last, or is being logged in.
    [[nodiscard]] Person person() const { return m_person; }
    //! Whose messages a listener prints; empty while another one logs in.
    [[nodiscard]] QString account() const;

    void startGateway();
    void killGateway();
    void setGatewayMood(GatewayMood mood);
    //! Neither running nor killed by us nor made to die.
    [[nodiscard]] bool hasGatewayEnded();
    //! A second process of the same Gateway, with the same journal.
    void startRival();
    void killRival() { endProcess(m_rival); }
    [[nodiscard]] qint64 gatewayPid() const { return m_gateway.processId(); }
    [[nodiscard]] QString gatewayId() const { return u"gateway-of-the-torture"_s; }
    [[nodiscard]] const QByteArray& gatewayKey() const { return m_key; }
    [[nodiscard]] QString journalPath() const { return m_folder.filePath(u"journal"_s); }

    //! `zca-sim ctl set …`, one after the other in the order of the calls.
    void set(const QString& assignment);
    //! `zca-sim ctl …` to a running listener, whose answer nobody waits for.
    void steer(const QStringList& words);
    //! A new process of the simulator, started by nobody yet.
    [[nodiscard]] QProcess* newSimProcess(QObject* parent) const;
    //! True once all that was set is in force.
    [[nodiscard]] bool isSettled() const
    {
        return !m_setting && m_settings.isEmpty() && !m_loggingIn && !m_quitting.isValid();
    }

    [[nodiscard]] Truth truth() const;
    //! 0 when there is none.
    [[nodiscard]] qint64 listenerPid() const;
    [[nodiscard]] QList<QJsonObject> outbox() const { return m_sim.outbox(); }
    //! Every message of the account that is logged in, oldest first, with whether it reached a
    //! connection.
    [[nodiscard]] QList<QJsonObject> history() const;
    //! When the companion asked for it, in ms since 1970, oldest first.
    [[nodiscard]] QList<qint64> historyQuestions() const
    {
        return m_sim.starts(QStringLiteral("db.sync.chats"));
    }
    [[nodiscard]] FalseMachine& machine() { return m_machine; }
    [[nodiscard]] DatabaseLock& database() { return m_database; }
    [[nodiscard]] SecondStart& second() { return m_second; }
    [[nodiscard]] test::LogPipe& log() { return m_log; }
    FullDisk disk;

private:
    [[nodiscard]] bool hasJustBegun() const;
    void setNext();
    void logInNow();
    void launch(QProcess& gateway);
    static void endProcess(QProcess& process);

    test::Simulator m_sim;
    test::CompanionProcess m_companion;
    QTemporaryDir m_folder;
    FalseMachine m_machine;
    test::LogPipe m_log;
    DatabaseLock m_database;
    SecondStart m_second;
    QProcess m_gateway;
    QProcess m_rival;
    GatewayMood m_mood = GatewayMood::Well;
    bool m_mayDie = false; //!< since its start the Gateway was told to die after a message
    QElapsedTimer m_launched; //!< since the companion was
    qint64 m_quitAfterMs = 0; //!< so long after it was asked to quit last
    QElapsedTimer m_quitting; //!< valid while the companion is asked to end
    bool m_loggingIn = false;
    Person m_person = Person::First;
    QString m_account;
    mutable bool m_isAccountListening = true; //!< a listener of m_account has been connected
    QByteArray m_key;
    QStringList m_settings;
    bool m_setting = false;
    bool m_companionWanted = false;
    bool m_gatewayWanted = false;
};

} // namespace zalo::torture
