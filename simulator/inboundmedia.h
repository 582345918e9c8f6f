// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"
#include "messagekind.h"
#include "value.h"

#include <QJsonObject>

namespace zalo::sim {

//! What zca downloads of a message before it prints it: as its environment says (ZCA.md 10).
struct MediaPlan
{
    QByteArray mediaKind; //!< image, video, audio or file; empty for none
    QList<Attachment> files;
    QList<Attachment> quotedFiles; //!< of the message that is replied to
    QByteArray caption; //!< the words with it; of no use where there is no file
};

//! The plan for a complete message (completeMessage()).
[[nodiscard]] MediaPlan planMedia(const QJsonObject& message);

//! A file that zca was to download.
struct CachedFile
{
    Attachment source;
    QByteArray path; //!< empty where it was not downloaded
};

//! Small real files in the profile's media folder, or `given` as each of them; none where a file is
//! larger than zca takes.
[[nodiscard]] QList<CachedFile> downloadFiles(const Home& home, const QString& profile,
                                              const QList<Attachment>& files, const QString& given);

//! The same files, none of them downloaded.
[[nodiscard]] QList<CachedFile> missingFiles(const QList<Attachment>& files);

//! `mediaPath`, `mediaPaths`, `mediaUrl` … of the files; `prefix` "media" or "quoteMedia".
[[nodiscard]] Value::Object mediaFields(const QByteArray& prefix, const QList<CachedFile>& files);

//! The note that stands before the text: `label` is "media" or "reply media"; nothing without
//! files.
[[nodiscard]] QByteArray mediaNote(const QByteArray& label, const QByteArray& mediaKind,
                                   const QList<CachedFile>& files);

} // namespace zalo::sim
