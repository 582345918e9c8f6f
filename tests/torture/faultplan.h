// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace zalo::torture {

//! One misfortune: when it begins, and how long it lasts.
struct Fault
{
    enum class Kind
    {
        CompanionKilled,
        CompanionStopped,
        ListenerKilled,
        ListenerStopped,
        ListenerSilent, //!< connected, but without heartbeats
        ListenerHangs, //!< the next one starts and never connects
        ListenerDiesMidline,
        GatewayKilled,
        GatewayStopped,
        NetworkOff,
        ConnectionDropped,
        Kicked3000,
        Kicked3003,
        Noise,
        SplitWrites,
        BigLine,
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
        ClockAhead,
        ClockBehind,
        Count
    };

    Kind kind = Kind::Count;
    int atMs = 0;
    int lengthMs = 0; //!< 0: an instant
};

//! The faults of a run, by their time. The same seed and time give the same faults. Every kind
//! comes once before one comes again.
[[nodiscard]] QList<Fault> faultPlan(quint32 seed, int totalMs);

//! In a person's words.
[[nodiscard]] QString faultName(Fault::Kind kind);

} // namespace zalo::torture
