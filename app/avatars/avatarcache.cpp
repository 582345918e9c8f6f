// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "avatars/avatarcache.h"

#include "core/logging.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxImagesInMemory = 400;

qint64 steadyMs()
{
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

} // namespace

AvatarCache::AvatarCache(AvatarCacheOptions options, FileFetcher& fetcher, QObject* parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_fetcher(fetcher),
      m_images(MaxImagesInMemory),
      m_folder(m_options.folder, m_options.maxFolderBytes, m_options.edge),
      m_worker(u"pictures"_s)
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
    if (m_queue.isEmpty() || m_underWay >= m_options.parallel) {
        return;
    }
    m_next.start();
    serve(m_queue.takeLast());
}

//! From the disk, where it is there.
void AvatarCache::serve(const QString& address)
{
    ++m_underWay;
    m_worker.run(
        this, [this, address] { return m_folder.find(address); },
        [this, address](const Result<QImage>& image) {
            if (image) {
                finish(address, image);
            } else {
                download(address);
            }
        });
}

void AvatarCache::download(const QString& address)
{
    m_fetcher.fetch(
        { address, {}, m_options.maxBytes }, this, [this, address](const Result<Fetched>& got) {
            if (!got) {
                fail(address, got.error());
                return;
            }
            m_worker.run(
                this, [this, address, bytes = got->bytes] { return m_folder.take(address, bytes); },
                [this, address](const Result<QImage>& image) {
                    if (image) {
                        finish(address, image);
                    } else {
                        fail(address, image.error());
                    }
                });
        });
}

void AvatarCache::fail(const QString& address, const Error& error)
{
    qCDebug(lcContacts).noquote() << "no picture:" << errorText(error, TextLanguage::English);
    m_failed.insert(address, steadyMs() + std::chrono::milliseconds(m_options.retryAfter).count());
    finish(address, tl::unexpected(error));
}

void AvatarCache::finish(const QString& address, const Result<QImage>& image)
{
    --m_underWay;
    m_next.start();
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

} // namespace zalo
