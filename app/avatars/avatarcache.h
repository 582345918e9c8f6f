// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "avatars/avatarfolder.h"
#include "core/callback.h"
#include "core/worker.h"
#include "fetch/filefetcher.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace zalo {

struct AvatarCacheOptions
{
    QString folder; //!< made when the first picture is stored
    int parallel = 4; //!< downloads at once
    int waiting = 64; //!< more than that: the oldest wishes are given up, they scrolled away
    qint64 maxBytes = 512 * 1024; //!< of one picture
    qint64 maxFolderBytes = 64 * 1024 * 1024; //!< the longest unused are deleted beyond it
    int edge = 128; //!< pictures are made this many pixels wide and high at the most
    std::chrono::minutes retryAfter { 10 }; //!< what failed is not asked for again before
};

//! Pictures of contacts by their address: from memory, from the disk, else fetched, a few at a
//! time, the latest wish first. Only small PNG, JPEG, WebP and GIF pictures are taken, and decoded
//! on a thread of their own.
class AvatarCache : public QObject
{
    Q_OBJECT

public:
    //! `fetcher` outlives the cache.
    AvatarCache(AvatarCacheOptions options, FileFetcher& fetcher, QObject* parent = nullptr);
    ~AvatarCache() override;

    //! Answered once. Cancelled: too many later wishes came. Else what the fetcher says, or
    //! FileUnreadable: no picture.
    void load(const QString& address, QObject* context, Callback<QImage> done);

private:
    void next();
    void serve(const QString& address);
    void download(const QString& address);
    void fail(const QString& address, const Error& error);
    void finish(const QString& address, const Result<QImage>& image);
    void answer(const QString& address, const Result<QImage>& image);

    AvatarCacheOptions m_options;
    FileFetcher& m_fetcher;
    QCache<QString, QImage> m_images;
    QHash<QString, qint64> m_failed; //!< until when, steady milliseconds
    QHash<QString, QList<Callback<QImage>>> m_wishes;
    QList<QString> m_queue; //!< the latest wish last
    QTimer m_next; //!< one is begun a turn: the latest wish comes first
    int m_underWay = 0;
    AvatarFolder m_folder; //!< used on the worker only
    Worker m_worker;
};

} // namespace zalo
