// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localcontacts.h"

#include "localcompanion/sessiongate.h"

namespace zalo {

LocalContacts::LocalContacts(SessionGate& gate, ContactStore& store, ContactRefresher& refresher,
                             AvatarCache* avatars, QObject* parent)
    : ContactService(parent),
      m_gate(gate),
      m_store(store),
      m_refresher(refresher),
      m_avatars(avatars)
{
    connect(&m_store, &ContactStore::changed, this, &ContactService::contactsChanged);
}

//! Asks the cache; what was never fetched is fetched first.
template <typename Page, typename Ask>
void LocalContacts::ask(const QString& profile, QObject* context, Callback<Page> done, Ask question)
{
    whenReady(m_gate, profile, context, done, [this, profile, context, done, question] {
        question([this, profile, context, done, question](const Result<Page>& page) {
            if (!page || page->refreshedAtMs > 0) {
                done(page);
                return;
            }
            m_refresher.refresh(profile, context,
                                [done, question](const Result<ContactCounts>& counts) {
                                    counts ? question(done) : done(tl::unexpected(counts.error()));
                                });
        });
    });
}

void LocalContacts::friends(const QString& profile, const ContactQuery& query, QObject* context,
                            Callback<ContactPage<Friend>> done)
{
    ask(profile, context, std::move(done),
        [this, profile, query, context](Callback<ContactPage<Friend>> answer) {
            m_store.friends(profile, query, context, std::move(answer));
        });
}

void LocalContacts::groups(const QString& profile, const ContactQuery& query, QObject* context,
                           Callback<ContactPage<Group>> done)
{
    ask(profile, context, std::move(done),
        [this, profile, query, context](Callback<ContactPage<Group>> answer) {
            m_store.groups(profile, query, context, std::move(answer));
        });
}

void LocalContacts::members(const QString& profile, const QString& groupId,
                            const ContactQuery& query, QObject* context,
                            Callback<ContactPage<MemberWithRole>> done)
{
    whenReady(m_gate, profile, context, done, [this, profile, groupId, query, context, done] {
        const auto read = [this, profile, groupId, query,
                           context](Callback<ContactPage<MemberWithRole>> answer) {
            m_store.members(profile, groupId, query, context, std::move(answer));
        };
        read([this, profile, groupId, context, read,
              done](const Result<ContactPage<MemberWithRole>>& page) {
            const bool unknown = !page && page.error().kind == ErrorKind::ThreadUnknown;
            if (!unknown && (!page || page->refreshedAtMs > 0)) {
                done(page);
                return;
            }
            m_refresher.refreshMembers(profile, groupId, context,
                                       [read, done](const Result<int>& count) {
                                           count ? read(done) : done(tl::unexpected(count.error()));
                                       });
        });
    });
}

void LocalContacts::contacts(const QString& profile, QObject* context, Callback<ContactList> done)
{
    m_store.contacts(
        profile, context,
        [this, profile, context, done = std::move(done)](const Result<ContactList>& list) {
            if (!list || list->refreshedAtMs() > 0) {
                done(list);
                return;
            }
            refreshContacts(profile, context,
                            [this, profile, context, done](const Result<ContactCounts>& counts) {
                                counts ? m_store.contacts(profile, context, done)
                                       : done(tl::unexpected(counts.error()));
                            });
        });
}

void LocalContacts::refreshContacts(const QString& profile, QObject* context,
                                    Callback<ContactCounts> done)
{
    whenReady(m_gate, profile, context, done,
              [this, profile, context, done] { m_refresher.refresh(profile, context, done); });
}

void LocalContacts::avatar(const QString& address, QObject* context, Callback<QImage> done)
{
    if (m_avatars) {
        m_avatars->load(address, context, std::move(done));
    } else {
        QMetaObject::invokeMethod(
            this, [done = boundTo(context, std::move(done))] { done(failure(ErrorKind::Offline)); },
            Qt::QueuedConnection);
    }
}

} // namespace zalo
