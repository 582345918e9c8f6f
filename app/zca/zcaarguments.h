// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"
#include "core/policy.h"
#include "core/styledtext.h"
#include "zca/zcamessagename.h"
#include "zca/zcaprogram.h"

#include <QString>
#include <QStringList>

//! The argument lists of zca's commands, each with `--profile` (ZCA.md 1, 3, 5 to 7). They go to
//! the program as they are, never through a shell.
namespace zalo::zcaargs {

[[nodiscard]] QStringList version();
[[nodiscard]] QStringList help(ZcaHelpPage page);

//! Attached login; zca writes the QR to `qrPath`, which must not exist yet (ZCA.md 3).
[[nodiscard]] QStringList authLogin(const QString& profile, const QString& qrPath);
[[nodiscard]] QStringList authLoginBase64(const QString& profile);
[[nodiscard]] QStringList authStatus(const QString& profile);
[[nodiscard]] QStringList authLogout(const QString& profile);

[[nodiscard]] QStringList meInfo(const QString& profile);
[[nodiscard]] QStringList friendList(const QString& profile);
[[nodiscard]] QStringList friendFind(const QString& profile, const QString& query);
[[nodiscard]] QStringList groupList(const QString& profile);
[[nodiscard]] QStringList groupMembers(const QString& profile, const QString& groupId);

//! `text` goes with its styles where the program shows them, else verbatim (`--raw`) where it knows
//! that; it must fit one message (Policy::maxTextUnits). In a group only its mentions mention
//! somebody. U+0000 cannot be an argument and is left out. `quoted` is the message that it answers
//! (quotedMessage()), empty without one, and left out where the program cannot.
[[nodiscard]] QStringList sendText(const QString& profile, const ThreadRef& thread,
                                   const StyledText& text, const ZcaProgram& program,
                                   const QString& quoted = {});

//! True for what `msg image` takes, by the file's ending: with any other it waits for minutes,
//! sends nothing and ends as if all were well (ZCA.md 6).
[[nodiscard]] bool isImage(const QString& path);

//! True for a picture whose caption zca sends in one message with it.
[[nodiscard]] bool carriesCaption(const QString& path);

//! True for a text that openzca may send in several pieces, by its length or by the size of its
//! request (ZCA.md 6): it then says nothing of the pieces before the one that failed.
[[nodiscard]] bool mayBeCut(const StyledText& text);

//! `path` is an absolute path of an isImage(); `caption` may be empty.
[[nodiscard]] QStringList sendImage(const QString& profile, const ThreadRef& thread,
                                    const QString& path, const QString& caption);

//! Any other file. It lingers after its answer: use isMessageAnswer() as ZcaRequest::isAnswer.
[[nodiscard]] QStringList sendFile(const QString& profile, const ThreadRef& thread,
                                   const QString& path);

//! As a video or voice message where the program can do that, else as a file. openzca never can:
//! its commands for them want a connection of their own, and an account has only one. Beside a
//! listener `msg video` refuses, and `msg voice` of a file ends the listener (ZCA.md 6, 8).
[[nodiscard]] QStringList sendVideo(const QString& profile, const ThreadRef& thread,
                                    const QString& path, const ZcaProgram& program);
[[nodiscard]] QStringList sendVoice(const QString& profile, const ThreadRef& thread,
                                    const QString& path, const ZcaProgram& program);

[[nodiscard]] QStringList sendLink(const QString& profile, const ThreadRef& thread,
                                   const QString& url);
//! `stickerId` is a number of Zalo's.
[[nodiscard]] QStringList sendSticker(const QString& profile, const ThreadRef& thread,
                                      const QString& stickerId);

//! `reaction` is what zcaReaction() gives; empty takes it back.
[[nodiscard]] QStringList react(const QString& profile, const ThreadRef& thread,
                                const MessageName& named, const QString& reaction);

//! Takes a message of the account back, for everybody.
[[nodiscard]] QStringList undo(const QString& profile, const ThreadRef& thread,
                               const MessageName& named);

//! The newest `count` messages of a group, the account's own too. It asks beside a listener; where
//! Zalo does not answer that, it opens a websocket (ZCA.md 10).
[[nodiscard]] QStringList recent(const QString& profile, const QString& groupId, int count);

[[nodiscard]] QStringList typing(const QString& profile, const ThreadRef& thread);

//! The listener: raw, and supervised with heartbeats where the program knows that. zca's own
//! recycling is not asked for: supervised openzca ignores `--recycle-ms`.
[[nodiscard]] QStringList listen(const QString& profile, const ZcaProgram& program,
                                 std::chrono::milliseconds heartbeat,
                                 ListenDatabase database = ListenDatabase::AsConfigured);

//! The history of direct chats (ZCA.md 10). `file` becomes zca's database of the profile, into
//! which listeners write, too, until dbDisable().
[[nodiscard]] QStringList dbStatus(const QString& profile);
[[nodiscard]] QStringList dbEnable(const QString& profile, const QString& file);
[[nodiscard]] QStringList dbDisable(const QString& profile);
//! Reads the newest `count` messages of all persons into it. It opens a websocket: never beside a
//! listener.
[[nodiscard]] QStringList dbSyncChats(const QString& profile, int count);
//! What is in the database: no network.
[[nodiscard]] QStringList dbChatList(const QString& profile);
//! The newest `count` of what was written within `reach`, which counts in whole seconds.
[[nodiscard]] QStringList dbChatMessages(const QString& profile, const QString& threadId,
                                         std::chrono::milliseconds reach, int count);

} // namespace zalo::zcaargs
