// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "messagestore/activitysummary.h"
#include "messagestore/conversationrows.h"

#include <QObject>

namespace zalo {

//! What happened: messages both ways and connection gaps. Every call answers once, unless `context`
//! dies.
class ActivityService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void activity(const ActivityQuery& query, QObject* context,
                          Callback<ActivityList> done) = 0;
    //! The threads of these messages, with names and pictures as the contacts have them.
    virtual void conversations(const ConversationQuery& query, QObject* context,
                               Callback<ConversationList> done) = 0;
    //! What came of the messages of a stretch of time.
    virtual void summary(const SummaryQuery& query, QObject* context,
                         Callback<ActivitySummary> done) = 0;

signals:
    //! Messages or gaps of a profile changed.
    void activityChanged(const QString& profile);
};

} // namespace zalo
