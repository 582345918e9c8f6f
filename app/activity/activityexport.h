// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitymodel.h"
#include "core/worker.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace zalo {

//! What a line of the activity is, for somebody who helps: codes, ids and times, in the words of
//! the protocol whatever the window's language. What was written, and by whom, only where it is
//! shown.
[[nodiscard]] QString activityDetailsText(const ActivityItem& item, TextDisplay display);

//! `text` as a field of a CSV file (RFC 4180). A spreadsheet takes what begins like a formula for
//! one, and others wrote it: an apostrophe before it makes it a text
//! (https://owasp.org/www-community/attacks/CSV_Injection).
[[nodiscard]] QString csvField(const QString& text);

//! Writes what a filter of the activity lets through to a CSV file that only its owner can read:
//! read page by page, and put into words and written away from the GUI thread.
class ActivityExport : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        ActivityFilter filter = {};
        QString path = {};
        TextDisplay display = TextDisplay::Shown;
        QHash<QString, QString>
            accounts = {}; //!< names by profile; a profile without one names itself
    };

    explicit ActivityExport(ActivityModel::Source source, QObject* parent = nullptr);

    //! Answers how many lines were written, once. FileUnwritable, or what reading fails with:
    //! nothing is written then, and a file that was there stays.
    void start(const Options& options, QObject* context, Callback<int> done);
    [[nodiscard]] bool isRunning() const { return bool(m_run); }

private:
    struct Run;

    void readPage(const QString& cursor);
    void took(const Result<ActivityList>& page);
    void writeFile();
    void finish(const Result<int>& result);

    ActivityModel::Source m_source;
    std::shared_ptr<Run> m_run; //!< its text belongs to the worker
    Worker m_worker;
};

} // namespace zalo
