// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "gatewaysetup/configfile.h"
#include "gatewaysetup/openclawlocator.h"
#include "gatewaysetup/pluginfolder.h"
#include "gatewaysetup/setupjournal.h"

#include <QList>
#include <QString>

#include <optional>

namespace zalo {

//! One thing that the setup or its undoing does, told before it is done.
struct SetupStep
{
    enum class Kind
    {
        KeepConfig,
        RemoveOther, //!< another plugin of the same id is in the way
        InstallPlugin,
        EnableChannel,
        StartCompanion,
        CheckConnection, //!< changes nothing
        UninstallPlugin,
        RestoreConfig
    };

    Kind kind = Kind::CheckConnection;
    QString title; //!< what is done, or, where it is not needed, what is so already
    QString detail; //!< with which command, or to which file; may be empty
    bool isNeeded = true;

    friend bool operator==(const SetupStep&, const SetupStep&) = default;
};

//! What will be done, in this order.
struct SetupPlan
{
    bool isUndo = false;
    QString openclaw; //!< the program, with its version
    QString config; //!< the path of OpenClaw's configuration
    QList<SetupStep> steps;

    //! False: everything is as it should be, and only the check is left.
    [[nodiscard]] bool changesSomething() const;

    friend bool operator==(const SetupPlan&, const SetupPlan&) = default;
};

//! Everything that was found when it was looked, and that a plan follows from.
struct SetupFacts
{
    OpenClawProgram openclaw;
    QString openclawVersion;
    ConfigFile config;
    PluginFolder packaged; //!< the plugin that came with this program
    std::optional<PluginFolder> installed; //!< the one of that id in OpenClaw
    std::optional<SetupJournal> journal; //!< of an earlier setup
    bool companionRuns = false;

    //! The text that the channel is written into: the one before the setup, where an earlier one
    //! was interrupted after OpenClaw had rewritten it.
    [[nodiscard]] QByteArray base() const;
    //! Whether the file can be put back to the very bytes before the setup.
    [[nodiscard]] bool canRestoreBytes() const;

    friend bool operator==(const SetupFacts&, const SetupFacts&) = default;
};

//! Names a kind of step, for `--json`: `keepConfig`, `removeOther` …
[[nodiscard]] QString setupStepName(SetupStep::Kind kind);

//! What the setup has to do. ConfigUnparsable and its kin: it must not, and nothing was changed.
[[nodiscard]] Result<SetupPlan> planSetup(const SetupFacts& facts, TextLanguage language);

//! What its undoing has to do. NothingToUndo, ConfigChanged.
[[nodiscard]] Result<SetupPlan> planUndo(const SetupFacts& facts, TextLanguage language);

} // namespace zalo
