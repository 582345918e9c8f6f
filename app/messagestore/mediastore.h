// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "platform/fileguard.h"

// The files that came with messages from Zalo. zca leaves them in a folder of its own, which other
// programs and people tidy up; a message that waits for the Gateway needs them longer. For jobs on
// a worker: a copy of many megabytes takes its time.
namespace zalo::mediastore {

//! `row.payload` with its files copied, and on the disk, into `folder`/<profile>/ (mode 0700, files
//! 0600). zca's own file stays as it is: no link is made, because another program may write to it.
//! A file that cannot be read, or that `guard` refuses, becomes `missing: true`. What exceeds zca's
//! bounds (four files of 20 MB), or cannot be kept for a reason of its own, stays where zca put it.
//! StorageFull: not kept; try again.
[[nodiscard]] Result<QJsonObject> keep(const QString& folder, const FileGuard& guard,
                                       const InboundRow& row);

//! One file that is to be fetched.
struct Target
{
    int index = 0; //!< in the payload's media
    QString url;
    QString file; //!< where it is to be written
};
//! Of one file.
inline constexpr qint64 MaxBytes = 20 * 1024 * 1024;
//! Whether a message has media that are only known by their address.
[[nodiscard]] bool wantsFetching(const QJsonObject& payload);
//! What of a stored message is to be fetched, its folder made. FileUnwritable, StorageFull: try
//! again.
[[nodiscard]] Result<QList<Target>> targets(const QString& folder, const InboundRow& row);

//! `payload` without the paths of files that are not there any more: a medium with an address can
//! be fetched again, any other is missing.
[[nodiscard]] QJsonObject withoutGone(const QJsonObject& payload);

//! Whether zca saved files of a message.
[[nodiscard]] bool hasFiles(const QJsonObject& payload);

//! A kept file.
struct File
{
    QString path;
    QString profile;
    QString msgId;
    qint64 sinceMs = 0; //!< kept since then
};
[[nodiscard]] QList<File> list(const QString& folder);
//! Deletes a file, unless a row has taken it in since it was listed.
void remove(const File& file);

} // namespace zalo::mediastore
