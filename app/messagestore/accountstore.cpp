// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/accountstore.h"

#include "messagestore/accounttable.h"
#include "messagestore/mediastage.h"

namespace zalo {
namespace {

constexpr int MaxClaimed = 2000; // rows of one transaction: other jobs wait meanwhile

} // namespace

AccountStore::AccountStore(CommitQueue& queue, MediaStage& media)
    : m_queue(queue),
      m_media(media)
{ }

void AccountStore::claim(const QString& profile, const QString& account, const QString& name,
                         QObject* context, Callback<void> done)
{
    // What is not written yet would be nobody's until somebody is verified again.
    m_media.afterThese([=, this, reply = boundTo<void>(context, std::move(done))] {
        settle(profile, account, name, reply);
    });
}

void AccountStore::leaveTo(const QString& profile, const QString& account)
{
    m_media.afterThese([=, this] { claimRest(profile, account, [](const Result<void>&) {}); });
}

void AccountStore::settle(const QString& profile, const QString& account, const QString& name,
                          Callback<void> done)
{
    m_queue.write<void>(
        profile,
        [=](Database& db) {
            return accounttable::settle(db, profile, account, name).and_then([&] {
                return accounttable::move(db, profile, account);
            });
        },
        &m_queue,
        [this, profile, account, done = std::move(done)](const Result<void>& settled) {
            if (settled) {
                claimRest(profile, account, done);
            } else {
                done(settled);
            }
        });
}

void AccountStore::claimRest(const QString& profile, const QString& account, Callback<void> done)
{
    m_queue.write<bool>(
        profile,
        [=](Database& db) { return accounttable::claim(db, profile, account, MaxClaimed); },
        &m_queue,
        [this, profile, account, done = std::move(done)](const Result<bool>& more) {
            if (more && *more) {
                claimRest(profile, account, done);
            } else {
                done(more.map([](bool) {}));
            }
        });
}

void AccountStore::names(QObject* context, Callback<QHash<QString, QString>> done)
{
    m_queue.read<QHash<QString, QString>>(&accounttable::names, context, std::move(done));
}

void AccountStore::discard(const QString& profile, const QString& account, QObject* context,
                           Callback<int> done)
{
    m_queue.write<int>(
        profile, [=](Database& db) { return accounttable::discard(db, profile, account); }, context,
        std::move(done));
}

} // namespace zalo
