// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/messageaction.h"
#include "core/zcadialect.h"

#include <QFlags>
#include <QLatin1String>
#include <QList>
#include <QString>

#include <functional>
#include <span>

namespace zalo {

//! What a version of zca may or may not know. See zcaCapabilityTable().
enum class ZcaCapability
{
    QrPath = 0x01,
    QrBase64 = 0x02,
    Supervised = 0x04,
    Heartbeat = 0x08,
    ListenRaw = 0x10,
    SendRaw = 0x20,
    MsgVideo = 0x40,
    MsgVoice = 0x80,
    Database = 0x100,
    TextStyles = 0x200,
    SendReply = 0x400,
    MsgSticker = 0x800,
    MsgReact = 0x1000,
    MsgUndo = 0x2000,
    MsgRecent = 0x4000,
    NoDatabase = 0x8000,
};
Q_DECLARE_FLAGS(ZcaCapabilities, ZcaCapability)
Q_DECLARE_OPERATORS_FOR_FLAGS(ZcaCapabilities)

//! The program that was found, and what it can do (made by ZcaProbe).
struct ZcaProgram
{
    QString path;
    QString version;
    ZcaDialect dialect = ZcaDialect::ZcaCli;
    ZcaCapabilities capabilities;
    qint64 modifiedMs = 0; //!< of its file: the same version may have been installed anew

    [[nodiscard]] bool can(ZcaCapability capability) const
    {
        return capabilities.testFlag(capability);
    }

    friend bool operator==(const ZcaProgram&, const ZcaProgram&) = default;
};

//! What the program can do with messages besides sending them.
[[nodiscard]] QList<MessageAction> messageActions(const ZcaProgram& program);

//! What a listener does with the database that zca has for its profile.
enum class ListenDatabase
{
    AsConfigured,
    Off //!< writes nothing into it, where zca can be told so
};

//! Gives the program to use now, or why there is none. Tests give one that names their own program.
using ZcaProgramProvider = std::function<Result<ZcaProgram>()>;

//! The help texts that are read.
enum class ZcaHelpPage
{
    Root,
    AuthLogin,
    Listen,
    Msg,
    MsgSend
};

//! One row: the capability is there when a line of the page's help begins with the option, command
//! or words.
struct ZcaCapabilityRow
{
    ZcaCapability capability {};
    QLatin1String name; //!< for the cache and the log
    ZcaHelpPage page {};
    QLatin1String option;
    QLatin1String fallback; //!< what is done without it
};

[[nodiscard]] std::span<const ZcaCapabilityRow> zcaCapabilityTable();

//! The capabilities that this page's help text shows.
[[nodiscard]] ZcaCapabilities zcaCapabilitiesIn(ZcaHelpPage page, const QString& help);

} // namespace zalo
