// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

namespace zalo {

//! The icon of a state; each has a distinct shape (`resources/icons/tray`).
enum class StatusIcon
{
    Online,
    Working, //!< in progress, no action needed
    ActionRequired,
    Paused,
    Off, //!< another part is unavailable; no action needed here
    Error
};

//! What the user can do about a state.
enum class StatusAction
{
    LogIn,
    Reconnect,
    FindZca, //!< install zca, or set its path
    ResumeRelay,
    EndCoolDown, //!< resume sending before Zalo's limit ends
    Reset, //!< start over with an empty database: this one is damaged
    ApproveGateways,
    SetUpGateway,
    UpdatePlugin, //!< the Gateway's plugin is older than this program
    ShowActivity
};

//! One state as text, shared by tray, window and tooltip.
struct StatusView
{
    StatusIcon icon = StatusIcon::Working;
    QString title; //!< a few words
    QString detail; //!< one sentence: why, or what to do; may be empty
    QStringList tooltip; //!< the program's name, then a line for each account
    QList<StatusAction> actions; //!< the next step first
    QString profile; //!< of the account concerned; empty: none or all
};

//! The icon's name for tintedIcon(), such as `tray/online`.
[[nodiscard]] QString statusIconName(StatusIcon icon);

//! The action's button text.
[[nodiscard]] QString statusActionText(StatusAction action);

} // namespace zalo
