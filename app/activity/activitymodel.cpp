// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activitymodel.h"

#include "core/foldedtext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int LinesPerPage = 100;
constexpr int LinesPerSearch = 500; // a text is looked for in more lines than are shown
constexpr qsizetype MaxRefreshed = 5000; // deeper ones are read anew when they are scrolled to

//! Newest first, as ActivityList has them.
bool itemBefore(const ActivityItem& left, const ActivityItem& right)
{
    return std::tuple(-left.timeMs, int(left.kind), -left.id)
        < std::tuple(-right.timeMs, int(right.kind), -right.id);
}

QString spoken(const ActivityItem& item, TextDisplay display)
{
    const QString when =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(item.timeMs), QLocale::ShortFormat);
    QStringList parts { activityStateText(item), activitySummary(item, display), when };
    if (item.kind == ActivityItem::Kind::Inbound) {
        parts.prepend(ActivityModel::tr("From %1").arg(activityThreadName(item)));
    } else if (item.kind == ActivityItem::Kind::Outbound) {
        parts.prepend(ActivityModel::tr("To %1").arg(activityThreadName(item)));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

bool activityMatches(const ActivityItem& item, const QString& needle)
{
    if (needle.isEmpty()) {
        return true;
    }
    const ActivityText text = item.text.value_or(ActivityText());
    const QStringList texts { text.body,
                              text.threadName,
                              text.senderName,
                              item.thread.id,
                              item.messageId,
                              activitySummary(item),
                              item.kind == ActivityItem::Kind::Gap
                                  ? gapCauseName(item.cause)
                                  : outcomeReasonText(item.reason) };
    return foldedText(texts.join(u' ')).contains(needle);
}

ActivityQuery activityQuery(const ActivityFilter& filter, const QString& cursor, int limit)
{
    return { .profile = filter.profile,
             .threadId = filter.threadId,
             .limit = limit,
             .cursor = cursor,
             .states = filter.states,
             .part = filter.part,
             .withText = true };
}

ActivityModel::ActivityModel(Source source, QObject* parent)
    : SortedListModel(parent),
      m_source(std::move(source))
{
    connect(&m_course, &PageCourse::loadingChanged, this, &ActivityModel::loadingChanged);
    connect(&m_course, &PageCourse::refreshDue, this, [this] {
        if (m_deepest) {
            read({ true, 0, {}, {} });
        } else {
            m_course.reopen();
            fetchMore({});
        }
    });
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ActivityItem& item = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return activitySummary(item, m_display);
    case Qt::AccessibleTextRole:
        return spoken(item, m_display);
    case KindRole:
        return int(item.kind);
    case IdRole:
        return item.id;
    case StateTextRole:
        return activityStateText(item);
    default:
        return {};
    }
}

QHash<int, QByteArray> ActivityModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({ { KindRole, "kind" }, { IdRole, "id" }, { StateTextRole, "stateText" } });
    return names;
}

bool ActivityModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_course.canRead();
}

void ActivityModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        read({ false, 0, {}, m_course.cursor() });
    }
}

void ActivityModel::setFilter(const ActivityFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    m_needle = foldedText(filter.text.trimmed());
    m_rows.clear();
    m_deepest.reset();
    m_course.restart();
    endResetModel();
    fetchMore({});
}

void ActivityModel::read(Reading reading)
{
    const int limit = !m_needle.isEmpty() ? LinesPerSearch
        : reading.isRefresh ? std::min(int(m_rows.size()) + LinesPerPage, LinesPerSearch)
                            : LinesPerPage;
    const ActivityQuery query = activityQuery(m_filter, reading.cursor, limit);
    m_course.begin();
    m_source(query, this,
             [this, round = m_course.round(),
              reading = std::move(reading)](const Result<ActivityList>& page) mutable {
                 if (m_course.isCurrent(round)) {
                     took(std::move(reading), page);
                 }
             });
}

void ActivityModel::took(Reading reading, const Result<ActivityList>& page)
{
    if (!page) {
        m_course.fail(reading.isRefresh);
        emit failed(page.error());
        return;
    }
    QList<ActivityItem> found;
    std::copy_if(page->items.cbegin(), page->items.cend(), std::back_inserter(found),
                 [this](const ActivityItem& item) { return activityMatches(item, m_needle); });
    reading.read += page->items.size();
    reading.found += found;
    reading.cursor = page->nextCursor;
    const bool isLast = page->nextCursor.isEmpty();
    const bool isDeepEnough = reading.isRefresh ? reading.read >= MaxRefreshed
            || (!page->items.isEmpty() && !itemBefore(page->items.constLast(), *m_deepest))
                                                : reading.found.size() >= LinesPerPage;
    if (!reading.isRefresh) {
        append(found);
    }
    if (!isLast && !isDeepEnough) {
        if (!reading.isRefresh && !page->items.isEmpty()) {
            m_deepest = page->items.constLast();
        }
        read(std::move(reading));
        return;
    }
    if (!page->items.isEmpty()) {
        m_deepest = page->items.constLast();
    }
    if (reading.isRefresh) {
        mergeRows(reading.found, itemBefore, std::equal_to<>());
    }
    m_course.finish(reading.cursor);
}

void ActivityModel::append(const QList<ActivityItem>& items)
{
    if (!items.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + items.size() - 1));
        m_rows += items;
        endInsertRows();
    }
}

} // namespace zalo
