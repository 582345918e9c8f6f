// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/errorcode.h"

namespace zalo {

QString storedErrorKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ZcaMissing:
        return QStringLiteral("ZcaMissing");
    case ErrorKind::ZcaNotExecutable:
        return QStringLiteral("ZcaNotExecutable");
    case ErrorKind::ZcaBroken:
        return QStringLiteral("ZcaBroken");
    case ErrorKind::ZcaFailed:
        return QStringLiteral("ZcaFailed");
    case ErrorKind::ZcaSilent:
        return QStringLiteral("ZcaSilent");
    case ErrorKind::ZcaUsage:
        return QStringLiteral("ZcaUsage");
    case ErrorKind::OutputTooLarge:
        return QStringLiteral("OutputTooLarge");
    case ErrorKind::NotLoggedIn:
        return QStringLiteral("NotLoggedIn");
    case ErrorKind::Expired:
        return QStringLiteral("Expired");
    case ErrorKind::Kicked:
        return QStringLiteral("Kicked");
    case ErrorKind::Duplicate:
        return QStringLiteral("Duplicate");
    case ErrorKind::NativeChannel:
        return QStringLiteral("NativeChannel");
    case ErrorKind::Renewed:
        return QStringLiteral("Renewed");
    case ErrorKind::Slept:
        return QStringLiteral("Slept");
    case ErrorKind::Offline:
        return QStringLiteral("Offline");
    case ErrorKind::ZaloRefused:
        return QStringLiteral("ZaloRefused");
    case ErrorKind::RateLimited:
        return QStringLiteral("RateLimited");
    case ErrorKind::ThreadUnknown:
        return QStringLiteral("ThreadUnknown");
    case ErrorKind::NothingSent:
        return QStringLiteral("NothingSent");
    case ErrorKind::LoginDeclined:
        return QStringLiteral("LoginDeclined");
    case ErrorKind::LoginExpired:
        return QStringLiteral("LoginExpired");
    case ErrorKind::LoginSuperseded:
        return QStringLiteral("LoginSuperseded");
    case ErrorKind::TimedOut:
        return QStringLiteral("TimedOut");
    case ErrorKind::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorKind::Uncertain:
        return QStringLiteral("Uncertain");
    case ErrorKind::StorageReadOnly:
        return QStringLiteral("StorageReadOnly");
    case ErrorKind::StorageLocked:
        return QStringLiteral("StorageLocked");
    case ErrorKind::StorageDamaged:
        return QStringLiteral("StorageDamaged");
    case ErrorKind::StorageNewer:
        return QStringLiteral("StorageNewer");
    case ErrorKind::StorageFull:
        return QStringLiteral("StorageFull");
    case ErrorKind::StorageIoFailed:
        return QStringLiteral("StorageIoFailed");
    case ErrorKind::StorageFailed:
        return QStringLiteral("StorageFailed");
    case ErrorKind::NotAssociated:
        return QStringLiteral("NotAssociated");
    case ErrorKind::ApprovalNeeded:
        return QStringLiteral("ApprovalNeeded");
    case ErrorKind::WrongKey:
        return QStringLiteral("WrongKey");
    case ErrorKind::RoleRefused:
        return QStringLiteral("RoleRefused");
    case ErrorKind::ForeignProtocol:
        return QStringLiteral("ForeignProtocol");
    case ErrorKind::ProfileInUse:
        return QStringLiteral("ProfileInUse");
    case ErrorKind::GatewayRefused:
        return QStringLiteral("GatewayRefused");
    case ErrorKind::Paused:
        return QStringLiteral("Paused");
    case ErrorKind::SendsTooMany:
        return QStringLiteral("SendsTooMany");
    case ErrorKind::BadRequest:
        return QStringLiteral("BadRequest");
    case ErrorKind::Busy:
        return QStringLiteral("Busy");
    case ErrorKind::Disconnected:
        return QStringLiteral("Disconnected");
    case ErrorKind::FolderNotOurs:
        return QStringLiteral("FolderNotOurs");
    case ErrorKind::FolderNotPrivate:
        return QStringLiteral("FolderNotPrivate");
    case ErrorKind::PathTooLong:
        return QStringLiteral("PathTooLong");
    case ErrorKind::AddressInUse:
        return QStringLiteral("AddressInUse");
    case ErrorKind::AlreadyRunning:
        return QStringLiteral("AlreadyRunning");
    case ErrorKind::NotRunning:
        return QStringLiteral("NotRunning");
    case ErrorKind::KeyUnavailable:
        return QStringLiteral("KeyUnavailable");
    case ErrorKind::FileUnreadable:
        return QStringLiteral("FileUnreadable");
    case ErrorKind::FileUnwritable:
        return QStringLiteral("FileUnwritable");
    case ErrorKind::DemoMissing:
        return QStringLiteral("DemoMissing");
    case ErrorKind::OpenClawMissing:
        return QStringLiteral("OpenClawMissing");
    case ErrorKind::OpenClawNotExecutable:
        return QStringLiteral("OpenClawNotExecutable");
    case ErrorKind::OpenClawTooOld:
        return QStringLiteral("OpenClawTooOld");
    case ErrorKind::OpenClawFailed:
        return QStringLiteral("OpenClawFailed");
    case ErrorKind::PluginMissing:
        return QStringLiteral("PluginMissing");
    case ErrorKind::ConfigUnparsable:
        return QStringLiteral("ConfigUnparsable");
    case ErrorKind::ConfigHasInclude:
        return QStringLiteral("ConfigHasInclude");
    case ErrorKind::ConfigIsSymlink:
        return QStringLiteral("ConfigIsSymlink");
    case ErrorKind::ConfigNotOurs:
        return QStringLiteral("ConfigNotOurs");
    case ErrorKind::ConfigForbidsPlugin:
        return QStringLiteral("ConfigForbidsPlugin");
    case ErrorKind::ConfigUnexpected:
        return QStringLiteral("ConfigUnexpected");
    case ErrorKind::ConfigRefused:
        return QStringLiteral("ConfigRefused");
    case ErrorKind::ConfigChanged:
        return QStringLiteral("ConfigChanged");
    case ErrorKind::NothingToUndo:
        return QStringLiteral("NothingToUndo");
    case ErrorKind::BridgeNotVerified:
        return QStringLiteral("BridgeNotVerified");
    case ErrorKind::Internal:
        return QStringLiteral("Internal");
    }
    Q_UNREACHABLE();
}

ErrorKind errorKindFromStored(const QString& name)
{
    // Internal is the last one; the switch above keeps this list complete.
    for (int value = 0; value < int(ErrorKind::Internal); ++value) {
        if (storedErrorKind(ErrorKind(value)) == name) {
            return ErrorKind(value);
        }
    }
    return ErrorKind::Internal;
}

} // namespace zalo
