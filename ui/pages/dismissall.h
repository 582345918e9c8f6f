// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitymodel.h"
#include "ui/widgets/confirm.h"

#include <QHash>
#include <QObject>

namespace zalo {

class DeliveryService;
class MessageService;

//! Dismisses all messages of a list that need a person's decision: reads the list to its end, says
//! how many there are and what it means, and does it to exactly these once that is confirmed.
class DismissAll : public QObject
{
    Q_OBJECT

public:
    //! The services outlive it. `page` owns this object; the question is shown above it.
    DismissAll(ActivityModel::Source source, MessageService& messages, DeliveryService& delivery,
               QWidget* page);
    ~DismissAll() override;

    //! Asks about what `filter` lets through; nothing while it still reads for an earlier question.
    void ask(const ActivityFilter& filter);
    //! Replaces the confirmation, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    //! The progress or result, as one sentence.
    void reported(const QString& text);

private:
    //! Rows to dismiss, by their profile.
    struct Found
    {
        QHash<QString, QList<qint64>> turns; //!< inbound: with the Gateway, dead or expired
        QHash<QString, QList<qint64>> sends;
        int count = 0;
    };
    struct Run;

    void readPage(const QString& cursor);
    void took(const Result<ActivityList>& page);
    void askFor(const ActivityFilter& filter, const Found& found);
    void dismiss(const Found& found);

    ActivityModel::Source m_source;
    MessageService& m_messages;
    DeliveryService& m_delivery;
    QWidget* m_page;
    Confirm m_confirm = &confirm;
    std::unique_ptr<Run> m_run; //!< while it reads
};

} // namespace zalo
