// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/mediafetcher.h"

#include "core/logging.h"
#include "core/medialoss.h"
#include "core/redact.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxMessages = 16; // under way at once

//! Nothing where another try may help.
std::optional<MediaLoss> finalLoss(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::AddressRefused:
        return MediaLoss::Refused;
    case ErrorKind::DownloadTooLarge:
        return MediaLoss::TooLarge;
    default:
        return std::nullopt;
    }
}

QJsonObject lost(QJsonObject entry, MediaLoss loss)
{
    entry[u"missing"_s] = true;
    entry[u"reason"_s] = mediaLossName(loss);
    if (loss == MediaLoss::Refused) {
        entry.remove(u"url"); // nobody else shall ask it either
    }
    return entry;
}

} // namespace

MediaFetcher::MediaFetcher(RelayStore& store, FileFetcher& fetcher, const Policy& policy,
                           Clock clock, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_fetcher(fetcher),
      m_policy(policy),
      m_clock(std::move(clock))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &MediaFetcher::look);
    connect(&store.queue(), &CommitQueue::stateChanged, this, [this](CommitQueue::State state) {
        if (state == CommitQueue::State::Running) {
            look();
        }
    });
}

void MediaFetcher::look()
{
    if (m_isLooking) {
        m_looksAgain = true;
        return;
    }
    if (m_underWay.size() >= MaxMessages) {
        return; // the end of one looks again
    }
    m_isLooking = true;
    // Those under way come first among them, for their next try was due before.
    m_store.pendingMedia().first(MaxMessages + 1, this,
                                 [this](const Result<QList<InboundRow>>& rows) {
                                     m_isLooking = false;
                                     if (rows) {
                                         onFound(*rows);
                                     }
                                     if (std::exchange(m_looksAgain, false)) {
                                         look();
                                     }
                                 });
}

void MediaFetcher::onFound(const QList<InboundRow>& rows)
{
    // The wall clock may have been set meanwhile: never longer than one pause.
    const qint64 longest = 2 * qint64(m_policy.mediaRetry.longest.count());
    for (const InboundRow& row : rows) {
        if (m_underWay.contains(row.seq)) {
            continue;
        }
        if (m_underWay.size() >= MaxMessages) {
            return;
        }
        const qint64 pause = std::clamp<qint64>(row.nextMediaMs - m_clock.nowMs(), 0, longest);
        if (pause > 0) {
            m_next.start(int(pause));
            return;
        }
        begin(row);
    }
}

void MediaFetcher::begin(const InboundRow& row)
{
    m_underWay.insert(row.seq);
    auto current = std::make_shared<Try>();
    current->row = row;
    current->media = row.payload.value(u"media").toArray();
    m_store.pendingMedia().prepare(
        row, this, [this, current](const Result<QList<mediastore::Target>>& targets) {
            current->isWorthAnother = !targets;
            current->targets = targets.value_or(QList<mediastore::Target>());
            current->open = int(current->targets.size());
            if (current->open == 0) {
                finish(current);
                return;
            }
            for (const mediastore::Target& target : std::as_const(current->targets)) {
                m_fetcher.fetch({ target.url, target.file, mediastore::MaxBytes }, this,
                                [this, current, target](const Result<Fetched>& result) {
                                    onFetched(current, target, result);
                                });
            }
        });
}

void MediaFetcher::onFetched(const TryPtr& current, const mediastore::Target& target,
                             const Result<Fetched>& result)
{
    QJsonObject entry = current->media.at(target.index).toObject();
    if (result) {
        entry[u"path"_s] = target.file;
        if (!result->mime.isEmpty()) {
            entry[u"mime"_s] = result->mime;
        }
    } else {
        qCInfo(lcRelay).noquote() << "a file of message" << redactId(current->row.msgId)
                                  << "did not come:"
                                  << errorText(result.error(), TextLanguage::English);
        if (const auto loss = finalLoss(result.error().kind)) {
            entry = lost(entry, *loss);
        } else {
            current->isWorthAnother = true;
        }
    }
    current->media[target.index] = entry;
    if (--current->open == 0) {
        finish(current);
    }
}

void MediaFetcher::finish(const TryPtr& current)
{
    InboundRow& row = current->row;
    row.mediaTries += 1;
    row.wantsMedia = current->isWorthAnother && row.mediaTries < m_policy.mediaTries;
    if (row.wantsMedia) {
        postpone(row);
    } else {
        for (const mediastore::Target& target : std::as_const(current->targets)) {
            const QJsonObject entry = current->media.at(target.index).toObject();
            if (!entry.contains(u"path") && !entry.contains(u"missing")) {
                current->media[target.index] = lost(entry, MediaLoss::Failed);
            }
        }
    }
    row.payload[u"media"_s] = current->media;
    m_store.pendingMedia().settle(
        row, current->targets, this,
        [this, seq = row.seq](const Result<std::optional<InboundRow>>& stored) {
            m_underWay.remove(seq);
            if (!stored) {
                return; // the store looks for it again when it is well
            }
            if (*stored && !(*stored)->wantsMedia) {
                emit settled({ (*stored)->profile, (*stored)->account, (*stored)->thread });
            }
            look();
        });
}

void MediaFetcher::postpone(InboundRow& row) const
{
    Backoff backoff(m_policy.mediaRetry);
    std::chrono::milliseconds pause {};
    for (int i = 0; i < row.mediaTries; ++i) {
        pause = backoff.next();
    }
    row.nextMediaMs = m_clock.nowMs() + pause.count();
}

} // namespace zalo
