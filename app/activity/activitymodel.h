// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "activity/pagecourse.h"
#include "core/callback.h"
#include "core/sortedlistmodel.h"
#include "messagestore/relayrows.h"

#include <functional>
#include <optional>

namespace zalo {

//! Which lines of the activity are wanted.
struct ActivityFilter
{
    QString profile; //!< empty: all
    QString threadId; //!< empty: all
    QList<ActivityState> states; //!< as ActivityQuery::states
    QString text; //!< in message, names, ids or reasons, without accents and case
    ActivityPart part = ActivityPart::All; //!< as ActivityQuery::part

    friend bool operator==(const ActivityFilter&, const ActivityFilter&) = default;
};

//! Whether `needle`, a foldedText(), stands in what a line says; an empty one does.
[[nodiscard]] bool activityMatches(const ActivityItem& item, const QString& needle);

//! Asks for a page of what `filter` lets through, but for its text: activityMatches() looks for
//! that.
[[nodiscard]] ActivityQuery activityQuery(const ActivityFilter& filter, const QString& cursor,
                                          int limit);

//! Messages and gaps, newest first: read page by page as a view asks for them, and read again
//! when something changed. What stays keeps its place; only another filter is a reset.
class ActivityModel : public SortedListModel<ActivityItem>
{
    Q_OBJECT

public:
    //! How pages are asked for.
    using Source = std::function<void(const ActivityQuery&, QObject*, Callback<ActivityList>)>;

    enum Role
    {
        KindRole = Qt::UserRole + 1, //!< an ActivityItem::Kind as int
        IdRole, //!< of its kind
        StateTextRole
    };
    Q_ENUM(Role)

    explicit ActivityModel(Source source, QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    [[nodiscard]] const ActivityItem& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] const ActivityFilter& filter() const { return m_filter; }
    //! Shows only what `filter` lets through, from the newest on.
    void setFilter(const ActivityFilter& filter);
    //! Whether a screen reader is told what was written.
    void setTextDisplay(TextDisplay display) { m_display = display; }
    [[nodiscard]] bool isLoading() const { return m_course.isReading(); }

public slots:
    //! Something changed: what is shown is read again soon, however often this is called.
    void refreshSoon() { m_course.refreshSoon(); }

signals:
    void loadingChanged();
    void failed(const zalo::Error& error);

private:
    struct Reading
    {
        bool isRefresh = false;
        qsizetype read = 0; //!< lines so far, before the text filter
        QList<ActivityItem> found;
        QString cursor;
    };

    void read(Reading reading);
    void took(Reading reading, const Result<ActivityList>& page);
    void append(const QList<ActivityItem>& items);

    Source m_source;
    ActivityFilter m_filter;
    QString m_needle;
    TextDisplay m_display = TextDisplay::Shown;
    std::optional<ActivityItem> m_deepest; //!< the oldest line that was read, matching or not
    PageCourse m_course;
};

} // namespace zalo
