// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace zalo::torture {

//! One misfortune: when it begins, and how long it lasts.
struct Fault
{
    enum class Kind
    {
        CompanionKilled,
        CompanionStopped,
        CompanionQuit, //!< in an orderly way, amid sends
        SecondStart, //!< on the same data, with another runtime folder
        RuntimeSwept, //!< the folder with the sockets is removed
        LogUnread, //!< its log is a full pipe
        ListenerKilled,
        ListenerStopped,
        ListenerSilent, //!< connected, but without heartbeats
        ListenerHangs, //!< the next one starts and never connects
        ListenerDiesMidline,
        GatewayKilled,
        GatewayStopped,
        GatewaySilent, //!< reads, and answers nothing
        GatewayRefusing, //!< can store nothing
        GatewayDiesAfterTaking, //!< before it says that it took
        GatewaysFight, //!< two processes of it, each takes the connection from the other
        NetworkOff,
        ConnectionDropped,
        Kicked3000,
        Kicked3003,
        Noise,
        SplitWrites,
        BigLine,
        BurstOutOfOrder, //!< Zalo's times are not in the order of the lines
        SendHangs,
        SendThenHang,
        SendLingers,
        SendDiesMidline,
        SendRefused,
        NothingSent,
        RateLimit,
        SlowZca,
        DiskFull,
        DiskSlow,
        DatabaseLocked, //!< for less than the companion's patience
        DatabaseLockedLong,
        ClockAhead,
        ClockBehind,
        ClockFarAhead,
        ClockFarBehind,
        OtherAccount, //!< another person is logged in for a while
        MachineSleeps, //!< companion and listener stand still
        Reconnect, //!< a person asks for a new connection
        Count
    };

    Kind kind = Kind::Count;
    int atMs = 0;
    int lengthMs = 0; //!< 0: an instant
};

//! The faults of a run, by their time. The same seed and time give the same faults. Every kind
//! comes once before one comes again; where `only` is not empty, only those that have one of these
//! words in their names, and none where no name has one.
[[nodiscard]] QList<Fault> faultPlan(quint32 seed, int totalMs, const QStringList& only = {});

//! Breaks of the connection, one after the other, each of 2 to 60 s: mostly the network, but now
//! and then a sleep, a killed companion, a new connection that somebody asked for. In 20 minutes
//! there are 30.
[[nodiscard]] QList<Fault> breakPlan(quint32 seed, int totalMs);

//! In a person's words.
[[nodiscard]] QString faultName(Fault::Kind kind);

//! The simulator's setting (`KEY=VALUE`) that makes it happen; empty where that takes more.
[[nodiscard]] QString faultSetting(Fault::Kind kind);

} // namespace zalo::torture
