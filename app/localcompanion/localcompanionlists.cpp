// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What windows ask of the companion beyond the bridge: whole lists, texts, and what a person does
// about a message.

#include "localcompanion/localcompanion.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

void LocalCompanion::contacts(const QString& profile, QObject* context, Callback<ContactList> done)
{
    m_contacts.contacts(
        profile, context,
        [this, profile, context, done = std::move(done)](const Result<ContactList>& list) {
            if (!list || list->refreshedAtMs() > 0) {
                done(list);
                return;
            }
            refreshContacts(profile, context,
                            [this, profile, context, done](const Result<ContactCounts>& counts) {
                                counts ? m_contacts.contacts(profile, context, done)
                                       : done(tl::unexpected(counts.error()));
                            });
        });
}

void LocalCompanion::avatar(const QString& address, QObject* context, Callback<QImage> done)
{
    if (m_options.loadsPictures) {
        m_avatars.load(address, context, std::move(done));
    } else {
        QMetaObject::invokeMethod(
            this, [done = boundTo(context, std::move(done))] { done(failure(ErrorKind::Offline)); },
            Qt::QueuedConnection);
    }
}

void LocalCompanion::activity(const ActivityQuery& query, QObject* context,
                              Callback<ActivityList> done)
{
    if (!query.withText) {
        m_relayStore.activity().page(query, context, std::move(done));
        return;
    }
    m_relayStore.activity().page(
        query, context, [this, context, done = std::move(done)](const Result<ActivityList>& page) {
            if (!page) {
                done(page);
                return;
            }
            m_relayStore.profiles().pausedThreads(
                context,
                [this, context, page = *page, done](const Result<QList<LaneKey>>& paused) mutable {
                    QSet<QString> profiles;
                    for (ActivityItem& item : page.items) {
                        if (item.text) {
                            item.text->isThreadPaused =
                                paused && paused->contains(LaneKey { item.profile, item.thread });
                            profiles.insert(item.profile);
                        }
                    }
                    addNames(std::move(page), profiles.values(), context, done);
                });
        });
}

//! Puts in how the contacts of `profiles` are called, one profile after the other.
void LocalCompanion::addNames(ActivityList page, const QStringList& profiles, QObject* context,
                              Callback<ActivityList> done)
{
    if (profiles.isEmpty()) {
        done(std::move(page));
        return;
    }
    const QString profile = profiles.first();
    QSet<ThreadRef> threads;
    for (const ActivityItem& item : std::as_const(page.items)) {
        if (item.text && item.profile == profile) {
            threads.insert(item.thread);
        }
    }
    m_contacts.names(
        profile, threads.values(), context,
        [this, page = std::move(page), profiles, profile, context,
         done = std::move(done)](const Result<QHash<ThreadRef, QString>>& names) mutable {
            for (ActivityItem& item : page.items) {
                if (!item.text || item.profile != profile) {
                    continue;
                }
                QString& name = item.text->threadName;
                const QString known = names ? names->value(item.thread) : QString();
                if (!known.isEmpty()) {
                    name = known;
                } else if (name.isEmpty() && !item.thread.isGroup) {
                    name = item.text->senderName;
                }
            }
            addNames(std::move(page), profiles.mid(1), context, std::move(done));
        });
}

void LocalCompanion::sendAgain(qint64 id, QObject* context, Callback<OutboundRow> done)
{
    m_relayStore.outbound().byId(
        id, context,
        [this, context, done = std::move(done)](const Result<std::optional<OutboundRow>>& stored) {
            const bool isThere = stored && *stored;
            if (!isThere || (*stored)->thread.id.isEmpty()
                || ((*stored)->state != OutboundState::Failed
                    && (*stored)->state != OutboundState::Uncertain)) {
                done(stored ? failure(ErrorKind::BadRequest, u"it was sent, or is gone"_s)
                            : tl::unexpected(stored.error()));
                return;
            }
            const OutboundRow& row = **stored;
            OutboundRequest request = unsentOf(row);
            request.owner = u"local"_s;
            request.key = u"again:%1"_s.arg(row.id); // a second click joins the first
            send(request, context, done);
        });
}

void LocalCompanion::deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                                   Callback<bool> done)
{
    m_relay.deliverAnyway(profile, seq, context, std::move(done));
}

void LocalCompanion::discard(const QString& profile, qint64 seq, QObject* context,
                             Callback<bool> done)
{
    m_relay.discard(profile, seq, context, std::move(done));
}

void LocalCompanion::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                                     QObject* context, Callback<void> done)
{
    m_relay.setThreadPaused(
        profile, thread, paused, this,
        [this, profile, thread, paused,
         reply = boundTo<void>(context, std::move(done))](const Result<void>& stored) {
            if (stored) {
                m_outbox.setThreadPaused(profile, thread, paused);
            }
            reply(stored);
        });
}

} // namespace zalo
