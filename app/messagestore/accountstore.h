// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/commitqueue.h"

#include <QHash>

namespace zalo {

class MediaStage;

//! Whose the stored things are. A profile is zca's folder of credentials, an account a person on
//! Zalo: what was stored belongs to the person, whoever logs in to the profile later.
class AccountStore
{
public:
    //! `queue` and `media` outlive the store.
    AccountStore(CommitQueue& queue, MediaStage& media);

    //! `account`, called `name`, was verified in the profile. What is nobody's there becomes its
    //! own, a bounded number of rows at a time: a message that it has already is dropped, and one
    //! that it wrote itself is not delivered. What it has waiting in other profiles comes here.
    //! Answered when all is done, also to messages whose files are still being kept.
    void claim(const QString& profile, const QString& account, const QString& name,
               QObject* context, Callback<void> done);
    //! What is nobody's in the profile was heard by a listener that has ended before it was known
    //! whose it was: it becomes that of `account`, who was verified last, and nobody else's.
    void leaveTo(const QString& profile, const QString& account);
    //! How the accounts were called when they were last verified, by their ids.
    void names(QObject* context, Callback<QHash<QString, QString>> done);
    //! Never delivers what waits of an account in a profile, its dead letters too; gives how many.
    void discard(const QString& profile, const QString& account, QObject* context,
                 Callback<int> done);

private:
    void settle(const QString& profile, const QString& account, const QString& name,
                Callback<void> done);
    void claimRest(const QString& profile, const QString& account, Callback<void> done);

    CommitQueue& m_queue;
    MediaStage& m_media;
};

} // namespace zalo
