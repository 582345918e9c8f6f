// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>

namespace zalo {

// What the setup writes into OpenClaw's configuration. Texts in, texts out; files are for
// configfile.h. ConfigUnparsable, ConfigUnexpected.

//! Whether the channel can be written into this text, or why not: ConfigHasInclude,
//! ConfigForbidsPlugin.
[[nodiscard]] Result<void> checkEditable(const QByteArray& text);

//! Enables the plugin and the channel, `dmPolicy` "pairing" where there is none. `written` is the
//! same configuration as OpenClaw left it when it installed the plugin: its note `meta` is taken
//! over, without which OpenClaw takes the file for a damaged one and puts its own back. The result
//! was read again: everything else in it has the value it had.
[[nodiscard]] Result<QByteArray> withChannel(const QByteArray& text, const QByteArray& written);

//! Whether withChannel() has nothing to do.
[[nodiscard]] bool hasChannel(const QByteArray& text);

//! Whether `text` says the same as `before`, but for what withChannel() and OpenClaw's installation
//! did.
[[nodiscard]] bool isOnlyOurs(const QByteArray& text, const QByteArray& before);

//! Takes out of `text` what withChannel() put into `before`. ConfigChanged (detail: the path):
//! somebody built upon it.
[[nodiscard]] Result<QByteArray> withoutChannel(const QByteArray& text, const QByteArray& before);

//! Without the sections of plugin and channel. Where they stand and no plugin is installed,
//! OpenClaw fetches the official one of that name before it does anything else.
[[nodiscard]] Result<QByteArray> withoutSections(const QByteArray& text);

} // namespace zalo
