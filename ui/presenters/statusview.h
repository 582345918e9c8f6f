// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "health/finding.h"

#include <QList>
#include <QStringList>

#include <optional>

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

//! A button of a status: what it does, and for whom.
struct StatusAction
{
    HealthAction what = HealthAction::None;
    QString profile {}; //!< empty: the default one, or all
    QList<ActivityState> states {}; //!< of the lines that ShowActivity opens; empty: all
    ActivityPart part = ActivityPart::All; //!< another one: `states` do not count

    friend bool operator==(const StatusAction&, const StatusAction&) = default;
};

//! One line of a status, below its first one.
struct StatusLine
{
    StatusIcon icon = StatusIcon::Working;
    QString text;
    std::optional<StatusAction> action;

    friend bool operator==(const StatusLine&, const StatusLine&) = default;
};

//! One state as text, shared by tray, window and tooltip.
struct StatusView
{
    StatusIcon icon = StatusIcon::Working;
    QString title; //!< the one sentence that says how things are
    QString detail; //!< one sentence: why, or what to do; may be empty
    std::optional<StatusAction> action; //!< what mends it
    QList<StatusLine> others; //!< what else keeps somebody from an answer, the worst first
    QStringList tooltip; //!< the program's name, then how things are, and with each account
};

//! The icon's name for tintedIcon(), such as `tray/online`.
[[nodiscard]] QString statusIconName(StatusIcon icon);

//! The action's button text; empty for None.
[[nodiscard]] QString statusActionText(HealthAction action);

} // namespace zalo

Q_DECLARE_METATYPE(zalo::StatusAction)
