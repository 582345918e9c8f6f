// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace zalo {

struct AvatarCacheOptions
{
    QString folder; //!< made when the first picture is stored
    int parallel = 4; //!< downloads at once
    int waiting = 64; //!< more than that: the oldest wishes are given up, they scrolled away
    qint64 maxBytes = 512 * 1024; //!< of one picture
    qint64 maxFolderBytes = 64 * 1024 * 1024; //!< the longest unused are deleted beyond it
    int edge = 128; //!< pictures are made this many pixels wide and high at the most
    std::chrono::milliseconds deadline { 10'000 };
    std::chrono::minutes retryAfter { 10 }; //!< what failed is not asked for again before
};

//! Pictures of contacts by their address: from memory, from the disk, else loaded by http or https,
//! a few at a time, the latest wish first. Only small PNG, JPEG, WebP and GIF pictures are taken.
class AvatarCache : public QObject
{
    Q_OBJECT

public:
    explicit AvatarCache(AvatarCacheOptions options, QObject* parent = nullptr);
    ~AvatarCache() override;

    //! Answered once. Cancelled: too many later wishes came. BadRequest: not an address we load.
    void load(const QString& address, QObject* context, Callback<QImage> done);

private:
    void next();
    void serve(const QString& address);
    void download(const QString& address);
    void received(QNetworkReply* reply, const QString& address);
    void answer(const QString& address, const Result<QImage>& image);
    [[nodiscard]] QString fileOf(const QString& address) const;
    [[nodiscard]] Result<QImage> decoded(const QByteArray& bytes) const;
    void store(const QString& address, const QByteArray& bytes);
    void makeRoom();

    AvatarCacheOptions m_options;
    QNetworkAccessManager* m_network = nullptr; //!< made for the first download
    QCache<QString, QImage> m_images;
    QHash<QString, qint64> m_failed; //!< until when, steady milliseconds
    QHash<QString, QList<Callback<QImage>>> m_wishes;
    QList<QString> m_queue; //!< the latest wish last
    QTimer m_next; //!< one picture is read a turn: the event loop goes on in between
    int m_downloads = 0;
    qint64 m_folderBytes = -1; //!< unknown
};

} // namespace zalo
