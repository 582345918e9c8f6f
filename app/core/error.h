// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace zalo {

//! What kind of expected failure happened. People read errorText(); code decides by this. What is
//! known of each kind (name, code, sentence) stands in core/*errors.h, in this order.
enum class ErrorKind
{
    // zca
    ZcaMissing, //!< no such program anywhere we look
    ZcaNotExecutable, //!< found, but it may not be run
    ZcaBroken, //!< it runs, but does not answer as zca does
    ZcaFailed, //!< an error we know no better word for; detail: its own words
    ZcaSilent, //!< it lives, and says nothing any more
    ZcaUsage, //!< it did not understand our call: another version
    OutputTooLarge, //!< more output than any sane answer has
                    // zca's own refusals, before anything is sent
    FileTypeRefused, //!< detail: the file's ending
    FileTooLarge, //!< detail: how large it may be
    PictureUnreadable,
    MentionAmbiguous, //!< a name after an @ is that of several members
    ZcaRefused, //!< any other; detail: its words
    ZcaCannot, //!< the installed version does not know how
               // Zalo
    NotLoggedIn,
    Expired, //!< the cookie is dead, log in again
    Kicked, //!< closed with 3003: Zalo was opened elsewhere
    Duplicate, //!< closed with 3000: another program uses this session
    NativeChannel, //!< the same as one of them, and OpenClaw's own channel may be it; detail: its
                   //!< file
    AccountChanged, //!< detail: who was logged in and who is, a line each
    AccountInUse, //!< the account is connected in another profile; detail: which
    Offline, //!< Zalo could not be reached
    ZaloRefused, //!< Zalo answered no; detail: its words
    RateLimited, //!< Zalo's error 221
    LoginRefused, //!< by Zalo, without saying why: a dead cookie, a limit, or maintenance
    ThreadUnknown,
    MessageUnknown, //!< what is to be reacted to or taken back cannot be named to Zalo
    NothingSent, //!< exit 0 without a message id (ZCA.md 6): something may have been sent
    NotSent, //!< exit 0, and zca says that nothing was sent
    LoginDeclined,
    LoginExpired,
    LoginSuperseded, //!< a newer login took its place
                     // any command
    TimedOut,
    Cancelled,
    Uncertain, //!< it may or may not have happened
               // storage
    StorageReadOnly,
    StorageLocked,
    StorageDamaged,
    StorageNewer, //!< written by a newer version of this program
    StorageFull,
    StorageIoFailed, //!< the disk gave an error
    StorageFailed,
    // bridge
    NotAssociated,
    ApprovalNeeded,
    WrongKey,
    RoleRefused,
    ForeignProtocol,
    ProfileInUse,
    GatewayRefused, //!< the Gateway does not want this message; detail: its words
    GatewayFailed, //!< the Gateway could not take a message just now; detail: its words
    Paused,
    SendsTooMany, //!< the pace of sending did not let it go in time
    ProfilesTooMany, //!< detail: how many there are
    LoginsTooMany, //!< under way at once; detail: how many
    Busy, //!< as many as we serve at once are there already
    BadRequest,
    Disconnected,
    GatewayAway, //!< who is to do it is not connected
    PluginLacks, //!< the Gateway's plugin does not know what is asked of it
    PairingGone, //!< the request was answered elsewhere, or is too old
    PairingUnderWay, //!< an answer to it was asked for already, and is not there yet
    PairingRefused, //!< by the Gateway; detail: the command for its own computer
    PairingUnanswered, //!< the Gateway may have done it
                       // machine
    FolderNotOurs, //!< a folder of ours belongs to somebody else
    FolderNotPrivate, //!< a folder of ours is open to others and cannot be closed
    PathTooLong,
    AddressInUse, //!< somebody else answers on our socket's path
    AlreadyRunning,
    NotRunning, //!< no companion is there to ask
    NotAnswering, //!< one owns the data, but nobody answers on its control socket
    LockUnsupported, //!< the file system of the data has no locks
    MachineFull, //!< no file can be opened and no process started, for want of room; detail: which
    KeyUnavailable, //!< no keychain, and the file cannot be used either
    FileUnreadable,
    FileRefused, //!< it is there, and is none that this program gives away
    FileUnwritable,
    AddressRefused, //!< an address on the web that nothing here asks; detail: why
    DownloadTooLarge, //!< more than is fetched; detail: how many bytes would be
    DownloadFailed, //!< detail: what the server or the network said
    DemoMissing, //!< this copy came without the demo's simulator; detail: where it should be
                 // the Gateway's setup
    OpenClawMissing, //!< no such program anywhere we look
    OpenClawNotExecutable, //!< named or found, but it may not be run
    OpenClawTooOld, //!< detail: its version
    OpenClawFailed, //!< a command of it did not end well; detail: its last words
    PluginMissing, //!< this copy came without the plugin; detail: where it should be
    ConfigUnparsable, //!< OpenClaw's configuration is no JSON5; detail: file and line
    ConfigHasInclude, //!< what is to be written may stand in another file
    ConfigIsSymlink, //!< a symbolic link
    ConfigNotOurs, //!< of another user
    ConfigForbidsPlugin, //!< it switches plugins, or this one, off
    ConfigUnexpected, //!< something else stands where the channel belongs
    ConfigRefused, //!< OpenClaw does not take what was written; it was put back
    ConfigChanged, //!< by somebody else, meanwhile or since
    NothingToUndo,
    BridgeNotVerified, //!< set up, but the plugin did not come here; detail: why
    Internal
};

//! An expected failure as a value. `detail` is for the log and for the end of the sentence; it
//! never holds message texts, phone numbers, cookies or QR payloads.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T> using Result = tl::expected<T, Error>;

//! Short for `tl::unexpected(Error{kind, detail})`.
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString detail = {})
{
    return tl::unexpected<Error>(Error { kind, std::move(detail) });
}

//! The language of a sentence: people's, or English for the Gateway and the log.
enum class TextLanguage
{
    People,
    English
};

//! One sentence that says what is wrong and what to do next, with the detail where it helps.
[[nodiscard]] QString errorText(const Error& error, TextLanguage language = TextLanguage::People);

//! The word for `data.kind` on the bridge and in `--json` (PROTOCOL.md).
[[nodiscard]] QString errorKindName(ErrorKind kind);

//! How far the send of a message had come when an error ended it.
enum class SendStage
{
    NotBegun,
    Begun, //!< zca was started for it
    BegunInPieces //!< and it may send it in pieces: what is refused may be the second one
};

//! Whether a message may have reached Zalo though its send ended with an error of this kind. The
//! only place that decides it: for the outbox, the activity list and the Gateway.
[[nodiscard]] bool possiblySent(ErrorKind kind, SendStage stage);

} // namespace zalo
