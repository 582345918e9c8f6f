// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "avatars/avatarcache.h"
#include "companion/contactservice.h"
#include "contacts/contactrefresher.h"
#include "contacts/contactstore.h"

namespace zalo {

class SessionGate;

//! The contacts from the cache on this machine; what was never fetched is fetched first.
class LocalContacts : public ContactService
{
    Q_OBJECT

public:
    //! All outlive it. `avatars` is null where no pictures are loaded: avatar() answers Offline.
    LocalContacts(SessionGate& gate, ContactStore& store, ContactRefresher& refresher,
                  AvatarCache* avatars, QObject* parent = nullptr);

    void friends(const QString& profile, const ContactQuery& query, QObject* context,
                 Callback<ContactPage<Friend>> done) override;
    void groups(const QString& profile, const ContactQuery& query, QObject* context,
                Callback<ContactPage<Group>> done) override;
    void members(const QString& profile, const QString& groupId, const ContactQuery& query,
                 QObject* context, Callback<ContactPage<MemberWithRole>> done) override;
    void contacts(const QString& profile, QObject* context, Callback<ContactList> done) override;
    void refreshContacts(const QString& profile, QObject* context,
                         Callback<ContactCounts> done) override;
    void avatar(const QString& address, QObject* context, Callback<QImage> done) override;

private:
    template <typename Page, typename Ask>
    void ask(const QString& profile, QObject* context, Callback<Page> done, Ask question);

    SessionGate& m_gate;
    ContactStore& m_store;
    ContactRefresher& m_refresher;
    AvatarCache* m_avatars;
};

} // namespace zalo
