// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of the Gateway's setup.
inline constexpr ErrorEntry setupErrors[] {
    { ErrorKind::OpenClawMissing, "OpenClawMissing", "openclawMissing", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw was not found. Install it (https://docs.openclaw.ai), or set "
                        "ZALO_COMPANION_OPENCLAW to the path of “openclaw”.") },
    { ErrorKind::OpenClawNotExecutable, "OpenClawNotExecutable", "openclawMissing",
      ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "%1 is not executable. Set ZALO_COMPANION_OPENCLAW to the path of “openclaw”.") },
    { ErrorKind::OpenClawTooOld, "OpenClawTooOld", "openclawTooOld", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw %1 is too old for the plugin, which needs 2026.9.0 or newer. "
                        "Update it: openclaw update") },
    { ErrorKind::OpenClawFailed, "OpenClawFailed", "openclawFailed", ErrorCode::Other,
      PossiblySent::Never, QT_TRANSLATE_NOOP("Error", "OpenClaw reported: %1") },
    { ErrorKind::PluginMissing, "PluginMissing", "pluginMissing", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This copy of Zalo Companion came without the Gateway's plugin. Install "
                        "Zalo Companion again; the plugin belongs here: %1") },
    { ErrorKind::ConfigUnparsable, "ConfigUnparsable", "config", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw's configuration cannot be read, so nothing was changed. Correct "
                        "it, with the help of “openclaw config validate”: %1") },
    { ErrorKind::ConfigHasInclude, "ConfigHasInclude", "config", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "OpenClaw's configuration is spread over several files ($include), so nothing was "
          "changed. Run “openclaw plugins install” with the plugin's folder, then write channels: "
          "{ zalouser: { enabled: true, dmPolicy: \"pairing\" } } yourself: %1") },
    { ErrorKind::ConfigIsSymlink, "ConfigIsSymlink", "config", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw's configuration is a symbolic link, which OpenClaw does not "
                        "write to, so nothing was changed. Put the file itself there, or set "
                        "OPENCLAW_CONFIG_PATH to it: %1") },
    { ErrorKind::ConfigNotOurs, "ConfigNotOurs", "config", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw's configuration belongs to another user, so nothing was changed. "
                        "Run this as that user: %1") },
    { ErrorKind::ConfigForbidsPlugin, "ConfigForbidsPlugin", "config", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw's configuration switches the plugin off (%1), so nothing was "
                        "changed. Allow it there first.") },
    { ErrorKind::ConfigUnexpected, "ConfigUnexpected", "config", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw's configuration has something unexpected at %1, so nothing was "
                        "changed. Correct it there first.") },
    { ErrorKind::ConfigRefused, "ConfigRefused", "config", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "OpenClaw does not accept its configuration with the channel in it, so it "
                        "was put back as it was: %1") },
    { ErrorKind::ConfigChanged, "ConfigChanged", "config", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "OpenClaw's configuration was changed by somebody else, so it was left as it is: %1") },
    { ErrorKind::NothingToUndo, "NothingToUndo", "nothingToUndo", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "There is nothing to undo: no Gateway was set up from here.") },
    { ErrorKind::BridgeNotVerified, "BridgeNotVerified", "bridgeNotVerified", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "Everything is in place, but the Gateway's plugin did not reach this companion: %1") },
};

} // namespace zalo
