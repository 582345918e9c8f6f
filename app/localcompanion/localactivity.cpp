// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localactivity.h"

#include <QHash>
#include <QSet>

namespace zalo {

LocalActivity::LocalActivity(RelayStore& store, ContactStore& contacts, QObject* parent)
    : ActivityService(parent),
      m_store(store),
      m_contacts(contacts)
{
    connect(&m_store.queue(), &CommitQueue::committed, this, &ActivityService::activityChanged);
}

void LocalActivity::activity(const ActivityQuery& query, QObject* context,
                             Callback<ActivityList> done)
{
    if (!query.withText) {
        m_store.activity().page(query, context, std::move(done));
        return;
    }
    m_store.activity().page(
        query, context, [this, context, done = std::move(done)](const Result<ActivityList>& page) {
            if (!page) {
                done(page);
                return;
            }
            m_store.profiles().threadPauses(
                context,
                [this, context, page = *page,
                 done](const Result<QList<ThreadPause>>& pauses) mutable {
                    QHash<LaneKey, ThreadPause> paused;
                    for (const ThreadPause& pause : pauses.value_or(QList<ThreadPause>())) {
                        paused.insert(pause.lane, pause);
                    }
                    QSet<QString> profiles;
                    for (ActivityItem& item : page.items) {
                        if (item.text) {
                            const LaneKey lane { item.profile, item.account, item.thread };
                            const ThreadPause pause = paused.value(lane);
                            item.text->isThreadPaused = paused.contains(lane);
                            item.text->pausedUntilMs = pause.untilMs;
                            item.text->pauseCause = pause.cause;
                            profiles.insert(item.profile);
                        }
                    }
                    addNames(std::move(page), profiles.values(), context, done);
                });
        });
}

//! Puts in how the contacts of `profiles` are called, one profile after the other.
void LocalActivity::addNames(ActivityList page, const QStringList& profiles, QObject* context,
                             Callback<ActivityList> done)
{
    if (profiles.isEmpty()) {
        done(std::move(page));
        return;
    }
    const QString& profile = profiles.first();
    QSet<ThreadRef> threads;
    for (const ActivityItem& item : std::as_const(page.items)) {
        if (item.text && item.profile == profile) {
            threads.insert(item.thread);
        }
    }
    m_contacts.faces(
        profile, threads.values(), context,
        [this, page = std::move(page), profiles, profile, context,
         done = std::move(done)](const Result<QHash<ThreadRef, ContactFace>>& faces) mutable {
            for (ActivityItem& item : page.items) {
                if (!item.text || item.profile != profile) {
                    continue;
                }
                QString& name = item.text->threadName;
                const QString known = faces ? faces->value(item.thread).name : QString();
                if (!known.isEmpty()) {
                    name = known;
                } else if (name.isEmpty() && !item.thread.isGroup) {
                    name = item.text->senderName;
                }
            }
            addNames(std::move(page), profiles.mid(1), context, std::move(done));
        });
}

void LocalActivity::conversations(const ConversationQuery& query, QObject* context,
                                  Callback<ConversationList> done)
{
    m_store.conversations().page(
        query, context,
        [this, context, done = std::move(done)](const Result<ConversationList>& page) {
            if (!page) {
                done(page);
                return;
            }
            QSet<QString> profiles;
            for (const Conversation& conversation : page->items) {
                profiles.insert(conversation.lane.profile);
            }
            addFaces(*page, profiles.values(), context, done);
        });
}

//! Puts in how the contacts of `profiles` are called and look, one profile after the other.
void LocalActivity::addFaces(ConversationList page, const QStringList& profiles, QObject* context,
                             Callback<ConversationList> done)
{
    if (profiles.isEmpty()) {
        done(std::move(page));
        return;
    }
    const QString& profile = profiles.first();
    QList<ThreadRef> threads;
    for (const Conversation& conversation : std::as_const(page.items)) {
        if (conversation.lane.profile == profile) {
            threads.append(conversation.lane.thread);
        }
    }
    m_contacts.faces(
        profile, threads, context,
        [this, page = std::move(page), profiles, profile, context,
         done = std::move(done)](const Result<QHash<ThreadRef, ContactFace>>& faces) mutable {
            for (Conversation& conversation : page.items) {
                if (!faces || conversation.lane.profile != profile) {
                    continue;
                }
                const ContactFace face = faces->value(conversation.lane.thread);
                conversation.avatar = face.avatar;
                if (!face.name.isEmpty()) {
                    conversation.name = face.name;
                }
            }
            addFaces(std::move(page), profiles.mid(1), context, std::move(done));
        });
}

} // namespace zalo
