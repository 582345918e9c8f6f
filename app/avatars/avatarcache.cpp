// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "avatars/avatarcache.h"

#include "core/atomicfile.h"
#include "core/logging.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxImagesInMemory = 400;
constexpr int MaxEdge = 4096; // of a picture that is decoded at all

bool mayLoad(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == u"https" || url.scheme() == u"http");
}

qint64 steadyMs()
{
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

} // namespace

AvatarCache::AvatarCache(AvatarCacheOptions options, QObject* parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_images(MaxImagesInMemory)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &AvatarCache::next);
}

AvatarCache::~AvatarCache() = default;

void AvatarCache::load(const QString& address, QObject* context, Callback<QImage> done)
{
    const auto reply = boundTo<QImage>(context, std::move(done));
    if (const QImage* image = m_images.object(address)) {
        reply(*image);
        return;
    }
    if (!mayLoad(QUrl(address, QUrl::StrictMode))) {
        reply(failure(ErrorKind::BadRequest, u"address"_s));
        return;
    }
    if (const auto failed = m_failed.constFind(address); failed != m_failed.cend()) {
        if (*failed > steadyMs()) {
            reply(failure(ErrorKind::FileUnreadable));
            return;
        }
        m_failed.erase(failed);
    }
    const bool isUnderWay = m_wishes.contains(address) && !m_queue.contains(address);
    m_wishes[address].append(reply);
    if (!isUnderWay) {
        m_queue.removeAll(address);
        m_queue.append(address);
        if (m_queue.size() > m_options.waiting) {
            answer(m_queue.takeFirst(), failure(ErrorKind::Cancelled));
        }
        m_next.start();
    }
}

void AvatarCache::next()
{
    if (m_queue.isEmpty() || m_downloads >= m_options.parallel) {
        return;
    }
    m_next.start();
    serve(m_queue.takeLast());
}

void AvatarCache::serve(const QString& address)
{
    QFile file(fileOf(address));
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
        && file.size() <= m_options.maxBytes) {
        const Result<QImage> image = decoded(file.readAll());
        if (image) {
            file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
            answer(address, image);
            return;
        }
    }
    download(address);
}

void AvatarCache::download(const QString& address)
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
    }
    QNetworkRequest request((QUrl(address)));
    request.setTransferTimeout(int(m_options.deadline.count()));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(3);
    QNetworkReply* reply = m_network->get(request);
    ++m_downloads;
    connect(reply, &QNetworkReply::downloadProgress, this,
            [this, reply](qint64 received, qint64 total) {
                if (received > m_options.maxBytes || total > m_options.maxBytes) {
                    reply->abort();
                }
            });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, address] { received(reply, address); });
}

void AvatarCache::received(QNetworkReply* reply, const QString& address)
{
    reply->deleteLater();
    --m_downloads;
    m_next.start();
    const QByteArray bytes =
        reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    const Result<QImage> image = bytes.size() > m_options.maxBytes
        ? Result<QImage>(failure(ErrorKind::OutputTooLarge))
        : decoded(bytes);
    if (image) {
        store(address, bytes);
    } else {
        qCDebug(lcContacts) << "no picture:" << reply->error();
        m_failed.insert(address,
                        steadyMs() + std::chrono::milliseconds(m_options.retryAfter).count());
    }
    answer(address, image);
}

void AvatarCache::answer(const QString& address, const Result<QImage>& image)
{
    if (image) {
        m_images.insert(address, new QImage(*image));
    }
    const QList<Callback<QImage>> waiting = m_wishes.take(address);
    for (const Callback<QImage>& done : waiting) {
        done(image);
    }
}

QString AvatarCache::fileOf(const QString& address) const
{
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
    return m_options.folder + u'/' + QString::fromLatin1(hash.toHex());
}

Result<QImage> AvatarCache::decoded(const QByteArray& bytes) const
{
    static const QList<QByteArray> formats { "png", "jpeg", "jpg", "webp", "gif" };
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!formats.contains(reader.format()) || size.isEmpty() || size.width() > MaxEdge
        || size.height() > MaxEdge) {
        return failure(ErrorKind::FileUnreadable);
    }
    if (size.width() > m_options.edge || size.height() > m_options.edge) {
        reader.setScaledSize(
            size.scaled(m_options.edge, m_options.edge, Qt::KeepAspectRatioByExpanding));
    }
    const QImage image = reader.read();
    return image.isNull() ? Result<QImage>(failure(ErrorKind::FileUnreadable)) : image;
}

void AvatarCache::store(const QString& address, const QByteArray& bytes)
{
    if (!QDir().mkpath(m_options.folder)) {
        return;
    }
    if (!writeFileAtomically(fileOf(address), bytes)) {
        return; // a cache: it is loaded again another time
    }
    if (m_folderBytes >= 0) {
        m_folderBytes += bytes.size();
    }
    makeRoom();
}

void AvatarCache::makeRoom()
{
    if (m_folderBytes >= 0 && m_folderBytes <= m_options.maxFolderBytes) {
        return;
    }
    // Oldest use last.
    const QFileInfoList files = QDir(m_options.folder).entryInfoList(QDir::Files, QDir::Time);
    m_folderBytes = 0;
    // Down to three quarters, so that this is not done for every picture.
    const bool isFull = [&] {
        qint64 bytes = 0;
        for (const QFileInfo& file : files) {
            bytes += file.size();
        }
        return bytes > m_options.maxFolderBytes;
    }();
    const qint64 room = isFull ? m_options.maxFolderBytes / 4 * 3 : m_options.maxFolderBytes;
    for (const QFileInfo& file : files) {
        if (m_folderBytes + file.size() > room) {
            QFile::remove(file.filePath());
        } else {
            m_folderBytes += file.size();
        }
    }
}

} // namespace zalo
