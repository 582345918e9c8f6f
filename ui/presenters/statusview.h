// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

namespace zalo {

//! The picture of a state; each has a shape of its own (`resources/icons/tray`).
enum class StatusIcon
{
    Online,
    Working, //!< it gets there by itself
    ActionRequired,
    Paused,
    Off, //!< something on the way is away; nothing to do here
    Error
};

//! What a person can do about it.
enum class StatusAction
{
    LogIn,
    Reconnect,
    FindZca, //!< install zca, or say where it is
    ResumeRelay,
    EndCoolDown, //!< send again before Zalo's limit is over
    Reset, //!< with an empty data file: this one is damaged
    ApproveGateways,
    SetUpGateway,
    UpdatePlugin, //!< the Gateway's is older than this program
    ShowActivity
};

//! One state as text, for tray, window and tooltip alike.
struct StatusView
{
    StatusIcon icon = StatusIcon::Working;
    QString title; //!< a few words
    QString detail; //!< one sentence: why, or what to do; may be empty
    QStringList tooltip; //!< the program's name, then a line for each account
    QList<StatusAction> actions; //!< the next step first
    QString profile; //!< the account that it is about; empty: none or all
};

//! `tray/online` …, a picture's name for tintedIcon().
[[nodiscard]] QString statusIconName(StatusIcon icon);

//! The action as a button says it.
[[nodiscard]] QString statusActionText(StatusAction action);

} // namespace zalo
