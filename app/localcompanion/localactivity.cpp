// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localactivity.h"

#include <QHash>
#include <QSet>

namespace zalo {
namespace {

//! The page with how its threads' contacts are called now.
ActivityList named(ActivityList page, const LocalActivity::Faces& faces)
{
    for (ActivityItem& item : page.items) {
        if (!item.text) {
            continue;
        }
        QString& name = item.text->threadName;
        const QString known = faces[item.profile][item.thread].name;
        if (!known.isEmpty()) {
            name = known;
        } else if (name.isEmpty() && !item.thread.isGroup) {
            name = item.text->senderName;
        }
    }
    return page;
}

} // namespace

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
                    QHash<QString, QSet<ThreadRef>> threads;
                    for (ActivityItem& item : page.items) {
                        if (item.text) {
                            const LaneKey lane { item.profile, item.account, item.thread };
                            const ThreadPause pause = paused.value(lane);
                            item.text->isThreadPaused = paused.contains(lane);
                            item.text->pausedUntilMs = pause.untilMs;
                            item.text->pauseCause = pause.cause;
                            threads[item.profile].insert(item.thread);
                        }
                    }
                    findFaces(threads, {}, context,
                              [page = std::move(page), done](const Faces& faces) {
                                  done(named(page, faces));
                              });
                });
        });
}

//! Asks how the contacts of these threads are called and look, one profile after the other.
void LocalActivity::findFaces(QHash<QString, QSet<ThreadRef>> threads, Faces found,
                              QObject* context, std::function<void(const Faces&)> done)
{
    if (threads.isEmpty()) {
        done(found);
        return;
    }
    const QString profile = threads.begin().key();
    const QList<ThreadRef> wanted = threads.take(profile).values();
    m_contacts.faces(
        profile, wanted, context,
        [this, threads = std::move(threads), found = std::move(found), profile, context,
         done = std::move(done)](const Result<QHash<ThreadRef, ContactFace>>& faces) mutable {
            found.insert(profile, faces.value_or(QHash<ThreadRef, ContactFace>()));
            findFaces(std::move(threads), std::move(found), context, std::move(done));
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
            QHash<QString, QSet<ThreadRef>> threads;
            for (const Conversation& conversation : page->items) {
                threads[conversation.lane.profile].insert(conversation.lane.thread);
            }
            findFaces(threads, {}, context, [page = *page, done](const Faces& faces) mutable {
                for (Conversation& conversation : page.items) {
                    const ContactFace face =
                        faces[conversation.lane.profile][conversation.lane.thread];
                    conversation.avatar = face.avatar;
                    if (!face.name.isEmpty()) {
                        conversation.name = face.name;
                    }
                }
                done(std::move(page));
            });
        });
}

void LocalActivity::summary(const SummaryQuery& query, QObject* context,
                            Callback<ActivitySummary> done)
{
    m_store.activity().summary(query, context, std::move(done));
}

} // namespace zalo
