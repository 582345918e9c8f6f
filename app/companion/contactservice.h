// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactlist.h"
#include "contacts/contactrows.h"
#include "core/callback.h"

#include <QImage>
#include <QObject>

namespace zalo {

//! The contacts of each profile. Every call answers once, unless `context` dies.
class ContactService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void friends(const QString& profile, const ContactQuery& query, QObject* context,
                         Callback<ContactPage<Friend>> done) = 0;
    virtual void groups(const QString& profile, const ContactQuery& query, QObject* context,
                        Callback<ContactPage<Group>> done) = 0;
    virtual void members(const QString& profile, const QString& groupId, const ContactQuery& query,
                         QObject* context, Callback<ContactPage<MemberWithRole>> done) = 0;
    //! Friends and groups, whole, as Zalo last listed them; where it never did, it is asked first.
    virtual void contacts(const QString& profile, QObject* context, Callback<ContactList> done) = 0;
    virtual void refreshContacts(const QString& profile, QObject* context,
                                 Callback<ContactCounts> done) = 0;
    //! A contact's picture by its address, as AvatarCache::load().
    virtual void avatar(const QString& address, QObject* context, Callback<QImage> done) = 0;

signals:
    void contactsChanged(const QString& profile);
};

} // namespace zalo
