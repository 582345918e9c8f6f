// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/error.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct Words
{
    const char* name;
    const char* sentence; //!< %1 is the detail
};

Words wordsFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ZcaMissing:
        return { "zcaMissing",
                 QT_TRANSLATE_NOOP("Error",
                                   "The program zca was not found. Install it with “npm install -g "
                                   "openzca”, or set ZALO_COMPANION_ZCA to its path.") };
    case ErrorKind::ZcaNotExecutable:
        return { "zcaMissing",
                 QT_TRANSLATE_NOOP("Error",
                                   "%1 may not be run. Make it executable with “chmod +x”, or set "
                                   "ZALO_COMPANION_ZCA to another zca.") };
    case ErrorKind::ZcaBroken:
        return { "zcaBroken",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "The program found as zca does not answer as zca does (%1). Try “zca "
                     "--version” in a terminal, and install it again if that fails too.") };
    case ErrorKind::ZcaFailed:
        return { "zcaBroken", QT_TRANSLATE_NOOP("Error", "zca reported an error: %1") };
    case ErrorKind::ZcaSilent:
        return { "timedOut",
                 QT_TRANSLATE_NOOP("Error",
                                   "zca gave no sign of life, so it is started again (%1).") };
    case ErrorKind::ZcaUsage:
        return { "zcaBroken",
                 QT_TRANSLATE_NOOP(
                     "Error", "This version of zca does not understand a call (%1). Update zca.") };
    case ErrorKind::OutputTooLarge:
        return { "zcaBroken",
                 QT_TRANSLATE_NOOP(
                     "Error", "zca printed more than any answer needs (%1), so it was stopped.") };
    case ErrorKind::NotLoggedIn:
        return { "notLoggedIn",
                 QT_TRANSLATE_NOOP("Error",
                                   "Nobody is logged in to Zalo here. Log in with the QR code: "
                                   "openclaw channels login --channel zalouser") };
    case ErrorKind::Expired:
        return { "expired",
                 QT_TRANSLATE_NOOP("Error",
                                   "Zalo ended this login. Log in again with the QR code: openclaw "
                                   "channels login --channel zalouser") };
    case ErrorKind::Kicked:
        return { "kicked",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "Zalo was opened elsewhere (Zalo Web or PC), which ended the connection here. "
                     "Close it there and reconnect: zalo-companion reconnect") };
    case ErrorKind::Duplicate:
        return { "duplicate",
                 QT_TRANSLATE_NOOP("Error",
                                   "Another program uses this Zalo login. Stop that program, then "
                                   "reconnect: zalo-companion reconnect") };
    case ErrorKind::NativeChannel:
        return { "nativeChannel",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "Zalo was opened elsewhere, perhaps by OpenClaw's own Zalo channel: it has a "
                     "login on this machine. Turn that channel off, or move its file away and "
                     "restart the Gateway; then reconnect with “zalo-companion reconnect”: %1") };
    case ErrorKind::Renewed:
        return { "renewed",
                 QT_TRANSLATE_NOOP("Error",
                                   "The connection to Zalo is renewed, as every half hour.") };
    case ErrorKind::Slept:
        return { "slept",
                 QT_TRANSLATE_NOOP("Error",
                                   "This computer was asleep; the connection to Zalo is made "
                                   "anew.") };
    case ErrorKind::Offline:
        return { "offline",
                 QT_TRANSLATE_NOOP("Error",
                                   "Zalo cannot be reached. Check the internet connection; it is "
                                   "tried again by itself.") };
    case ErrorKind::ZaloRefused:
        return { "zaloRefused", QT_TRANSLATE_NOOP("Error", "Zalo refused: %1") };
    case ErrorKind::RateLimited:
        return {
            "rateLimited",
            QT_TRANSLATE_NOOP(
                "Error",
                "Zalo asks for a pause: too many requests. Sending goes on by itself later.")
        };
    case ErrorKind::ThreadUnknown:
        return { "threadUnknown",
                 QT_TRANSLATE_NOOP("Error",
                                   "There is no such friend or group. Look the id up: openclaw "
                                   "directory peers list --channel zalouser") };
    case ErrorKind::NothingSent:
        return { "uncertain",
                 QT_TRANSLATE_NOOP("Error",
                                   "zca ended without saying that the message was sent. Look in "
                                   "Zalo whether it arrived before you send it again.") };
    case ErrorKind::LoginDeclined:
        return { "declined",
                 QT_TRANSLATE_NOOP("Error",
                                   "The login was declined on the phone. Start it again and tap "
                                   "“Log in” on the phone.") };
    case ErrorKind::LoginExpired:
        return { "expired",
                 QT_TRANSLATE_NOOP("Error",
                                   "The QR code was not scanned in time. Start the login again.") };
    case ErrorKind::LoginSuperseded:
        return {
            "cancelled",
            QT_TRANSLATE_NOOP(
                "Error",
                "A newer login took the place of this one. Use the QR code that was shown last.")
        };
    case ErrorKind::TimedOut:
        return { "timedOut",
                 QT_TRANSLATE_NOOP("Error", "There was no answer in time (%1). Try again.") };
    case ErrorKind::Cancelled:
        return { "cancelled", QT_TRANSLATE_NOOP("Error", "It was cancelled.") };
    case ErrorKind::Uncertain:
        return { "uncertain",
                 QT_TRANSLATE_NOOP("Error",
                                   "It is not certain whether the message was sent. Look in Zalo "
                                   "before you send it again.") };
    case ErrorKind::StorageReadOnly:
        return { "storage",
                 QT_TRANSLATE_NOOP("Error",
                                   "The data file cannot be written. Make its folder and the file "
                                   "writable for you: %1") };
    case ErrorKind::StorageLocked:
        return {
            "storage",
            QT_TRANSLATE_NOOP(
                "Error",
                "Another program has the data file open. Close that program and start again: %1")
        };
    case ErrorKind::StorageDamaged:
        return { "storage",
                 QT_TRANSLATE_NOOP("Error",
                                   "The data file is damaged. Nothing was changed; move it away to "
                                   "start with an empty one: %1") };
    case ErrorKind::StorageNewer:
        return {
            "storage",
            QT_TRANSLATE_NOOP(
                "Error",
                "The data file was written by a newer Zalo Companion. Install that version: %1")
        };
    case ErrorKind::StorageFull:
        return { "storage",
                 QT_TRANSLATE_NOOP("Error",
                                   "The disk is full, so no messages are taken in. Free some space "
                                   "and it goes on by itself: %1") };
    case ErrorKind::StorageIoFailed:
        return { "storage",
                 QT_TRANSLATE_NOOP("Error",
                                   "The disk could not be read or written, so no messages are "
                                   "taken in. Check it; it is tried again by itself: %1") };
    case ErrorKind::StorageFailed:
        return { "storage", QT_TRANSLATE_NOOP("Error", "The data file could not be used: %1") };
    case ErrorKind::NotAssociated:
        return { "notAssociated",
                 QT_TRANSLATE_NOOP("Error",
                                   "This program has not introduced itself yet: hello and auth or "
                                   "associate come first.") };
    case ErrorKind::ApprovalNeeded:
        return { "approvalNeeded",
                 QT_TRANSLATE_NOOP("Error",
                                   "This Gateway waits for approval. Approve it on the companion's "
                                   "machine: zalo-companion gateways approve %1") };
    case ErrorKind::WrongKey:
        return { "wrongKey",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "The key does not match the one this Gateway was approved with. If the "
                     "Gateway is yours, forget the old key: zalo-companion gateways revoke %1") };
    case ErrorKind::RoleRefused:
        return { "roleRefused",
                 QT_TRANSLATE_NOOP("Error", "This connection may not call that method: %1") };
    case ErrorKind::ForeignProtocol:
        return { "protocol",
                 QT_TRANSLATE_NOOP("Error",
                                   "The two ends speak different protocol versions (%1). Update "
                                   "the older one of Zalo Companion and the zalouser plugin.") };
    case ErrorKind::ProfileInUse:
        return { "profileInUse",
                 QT_TRANSLATE_NOOP(
                     "Error", "Another Gateway already receives this account's messages: %1") };
    case ErrorKind::GatewayRefused:
        return { "gatewayRefused",
                 QT_TRANSLATE_NOOP("Error", "The Gateway did not take the message: %1") };
    case ErrorKind::Paused:
        return { "paused",
                 QT_TRANSLATE_NOOP("Error", "The relay is paused. Resume it in Zalo Companion.") };
    case ErrorKind::SendsTooMany:
        return { "timedOut",
                 QT_TRANSLATE_NOOP("Error",
                                   "More messages waited than this account may send in that time, "
                                   "so it was not sent. Send it again later, or allow more "
                                   "messages per minute in Zalo Companion's settings.") };
    case ErrorKind::Busy:
        return { "busy",
                 QT_TRANSLATE_NOOP("Error",
                                   "Too many programs ask at once (%1). Try again in a moment.") };
    case ErrorKind::BadRequest:
        return { "params", QT_TRANSLATE_NOOP("Error", "The request cannot be understood: %1") };
    case ErrorKind::Disconnected:
        return { "disconnected",
                 QT_TRANSLATE_NOOP("Error", "The connection was closed before the answer came.") };
    case ErrorKind::FolderNotOurs:
        return {
            "folder",
            QT_TRANSLATE_NOOP(
                "Error",
                "This folder belongs to somebody else. Remove it, or give it to your user: %1")
        };
    case ErrorKind::FolderNotPrivate:
        return { "folder",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "This folder is open to other users. Close it with “chmod 700”: %1") };
    case ErrorKind::PathTooLong:
        return { "folder",
                 QT_TRANSLATE_NOOP("Error",
                                   "The socket's path is longer than 107 bytes. Set "
                                   "ZALO_COMPANION_SOCKET to a shorter one: %1") };
    case ErrorKind::AddressInUse:
        return { "addressInUse",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "Another program answers on the companion's socket. Stop that program: %1") };
    case ErrorKind::AlreadyRunning:
        return { "running",
                 QT_TRANSLATE_NOOP("Error",
                                   "Zalo Companion is already running (process %1). Stop it with "
                                   "“zalo-companion quit” to start another one.") };
    case ErrorKind::NotRunning:
        return { "notRunning",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "Zalo Companion is not running. Start it: zalo-companion --headless") };
    case ErrorKind::KeyUnavailable:
        return { "key",
                 QT_TRANSLATE_NOOP("Error",
                                   "The Gateways' keys cannot be used. Unlock the keyring and "
                                   "try again (%1).") };
    case ErrorKind::FileUnreadable:
        return { "file", QT_TRANSLATE_NOOP("Error", "This file cannot be read: %1") };
    case ErrorKind::FileUnwritable:
        return { "file", QT_TRANSLATE_NOOP("Error", "This file cannot be written: %1") };
    case ErrorKind::DemoMissing:
        return { "demo",
                 QT_TRANSLATE_NOOP("Error",
                                   "This copy of Zalo Companion has no demo: its simulator is not "
                                   "there (%1). Build it with -DZALO_DEMO=ON, or start Zalo "
                                   "Companion without --demo.") };
    case ErrorKind::OpenClawMissing:
        return { "openclawMissing",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw was not found. Install it (https://docs.openclaw.ai), "
                                   "or set ZALO_COMPANION_OPENCLAW to the path of “openclaw”.") };
    case ErrorKind::OpenClawNotExecutable:
        return { "openclawMissing",
                 QT_TRANSLATE_NOOP("Error",
                                   "%1 may not be run. Set ZALO_COMPANION_OPENCLAW to the path of "
                                   "“openclaw”.") };
    case ErrorKind::OpenClawTooOld:
        return { "openclawTooOld",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw %1 is too old for the plugin, which needs 2026.9.0 or "
                                   "newer. Update it: openclaw update") };
    case ErrorKind::OpenClawFailed:
        return { "openclawFailed", QT_TRANSLATE_NOOP("Error", "OpenClaw reported: %1") };
    case ErrorKind::PluginMissing:
        return { "pluginMissing",
                 QT_TRANSLATE_NOOP("Error",
                                   "This copy of Zalo Companion came without the Gateway's plugin. "
                                   "Install Zalo Companion again; the plugin belongs here: %1") };
    case ErrorKind::ConfigUnparsable:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw's configuration cannot be read, so nothing was "
                                   "changed. Correct it, with the help of “openclaw config "
                                   "validate”: %1") };
    case ErrorKind::ConfigHasInclude:
        return { "config",
                 QT_TRANSLATE_NOOP(
                     "Error",
                     "OpenClaw's configuration is spread over several files ($include), so nothing "
                     "was changed. Run “openclaw plugins install” with the plugin's folder, then "
                     "write channels: { zalouser: { enabled: true, dmPolicy: \"pairing\" } } "
                     "yourself: %1") };
    case ErrorKind::ConfigIsSymlink:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw's configuration is a symbolic link, which OpenClaw "
                                   "does not write to, so nothing was changed. Put the file itself "
                                   "there, or set OPENCLAW_CONFIG_PATH to it: %1") };
    case ErrorKind::ConfigNotOurs:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw's configuration belongs to another user, so nothing "
                                   "was changed. Run this as that user: %1") };
    case ErrorKind::ConfigForbidsPlugin:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw's configuration switches the plugin off (%1), so "
                                   "nothing was changed. Allow it there first.") };
    case ErrorKind::ConfigUnexpected:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw's configuration has something unexpected at %1, so "
                                   "nothing was changed. Correct it there first.") };
    case ErrorKind::ConfigRefused:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw does not accept its configuration with the channel in "
                                   "it, so it was put back as it was: %1") };
    case ErrorKind::ConfigChanged:
        return { "config",
                 QT_TRANSLATE_NOOP("Error",
                                   "OpenClaw's configuration was changed by somebody else, so it "
                                   "was left as it is: %1") };
    case ErrorKind::NothingToUndo:
        return { "nothingToUndo",
                 QT_TRANSLATE_NOOP("Error",
                                   "There is nothing to undo: no Gateway was set up from here.") };
    case ErrorKind::BridgeNotVerified:
        return { "bridgeNotVerified",
                 QT_TRANSLATE_NOOP("Error",
                                   "Everything is in place, but the Gateway's plugin did not reach "
                                   "this companion: %1") };
    case ErrorKind::Internal:
        return { "internal",
                 QT_TRANSLATE_NOOP("Error", "Something went wrong inside Zalo Companion: %1") };
    }
    Q_UNREACHABLE();
}

} // namespace

QString errorText(const Error& error, TextLanguage language)
{
    const Words words = wordsFor(error.kind);
    const QString sentence = language == TextLanguage::People
        ? QCoreApplication::translate("Error", words.sentence)
        : QString::fromUtf8(words.sentence);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(error.detail).trimmed() : sentence;
}

QString errorKindName(ErrorKind kind)
{
    return QString::fromLatin1(wordsFor(kind).name);
}

} // namespace zalo
