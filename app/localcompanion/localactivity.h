// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/activityservice.h"
#include "contacts/contactstore.h"
#include "messagestore/relaystore.h"

namespace zalo {

//! Reads what the relay has stored, and puts in how the contacts are called.
class LocalActivity : public ActivityService
{
    Q_OBJECT

public:
    //! By profile and thread.
    using Faces = QHash<QString, QHash<ThreadRef, ContactFace>>;

    //! Both outlive it.
    LocalActivity(RelayStore& store, ContactStore& contacts, QObject* parent = nullptr);

    void activity(const ActivityQuery& query, QObject* context,
                  Callback<ActivityList> done) override;

    void conversations(const ConversationQuery& query, QObject* context,
                       Callback<ConversationList> done) override;

    void summary(const SummaryQuery& query, QObject* context,
                 Callback<ActivitySummary> done) override;

private:
    void findFaces(QHash<QString, QSet<ThreadRef>> threads, Faces found, QObject* context,
                   std::function<void(const Faces&)> done);

    RelayStore& m_store;
    ContactStore& m_contacts;
};

} // namespace zalo
