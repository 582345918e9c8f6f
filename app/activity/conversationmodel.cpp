// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/conversationmodel.h"

#include "activity/conversationtext.h"
#include "core/foldedtext.h"
#include "core/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int RowsPerPage = 100;
constexpr int RowsPerSearch = 500; // most of them are not shown
constexpr qsizetype MaxRefreshed = 5000; // deeper ones are read anew when they are scrolled to

} // namespace

ConversationModel::ConversationModel(Source source, QObject* parent)
    : QAbstractListModel(parent),
      m_source(std::move(source))
{
    connect(&m_course, &PageCourse::loadingChanged, this, &ConversationModel::loadingChanged);
    connect(&m_course, &PageCourse::refreshDue, this, [this] { read({ true, 0, {}, {} }); });
}

int ConversationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Conversation& conversation = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return conversationName(conversation);
    case Qt::AccessibleTextRole:
        return spoken(conversation);
    default:
        return {};
    }
}

QString ConversationModel::spoken(const Conversation& conversation) const
{
    QStringList parts { conversationName(conversation), conversationPauseText(conversation),
                        conversationStateText(conversation),
                        conversationLine(conversation, m_display),
                        conversation.lastMs > 0 ? timeText(conversation.lastMs) : QString() };
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

int ConversationModel::rowOf(const LaneKey& lane) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&lane](const Conversation& row) { return row.lane == lane; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

bool ConversationModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_course.canRead();
}

void ConversationModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        read({ false, 0, {}, m_course.cursor() });
    }
}

void ConversationModel::setFilter(const ConversationFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    m_needle = foldedText(filter.text.trimmed());
    m_rows.clear();
    m_readCount = 0;
    m_course.restart();
    endResetModel();
    fetchMore({});
}

void ConversationModel::read(Reading reading)
{
    const bool isSparse = !m_needle.isEmpty() || m_filter.choice == ConversationChoice::Waiting
        || m_filter.choice == ConversationChoice::ActionRequired;
    ConversationQuery query;
    query.profile = m_filter.profile;
    query.onlyPaused = m_filter.choice == ConversationChoice::Paused;
    query.limit = isSparse ? RowsPerSearch
        : reading.isRefresh
        ? std::clamp(int(m_readCount - reading.read), RowsPerPage, RowsPerSearch)
        : RowsPerPage;
    query.cursor = reading.cursor;
    m_course.begin();
    m_source(query, this,
             [this, round = m_course.round(),
              reading = std::move(reading)](const Result<ConversationList>& page) mutable {
                 if (m_course.isCurrent(round)) {
                     took(std::move(reading), page);
                 }
             });
}

void ConversationModel::took(Reading reading, const Result<ConversationList>& page)
{
    if (!page) {
        m_course.fail(reading.isRefresh);
        emit failed(page.error());
        return;
    }
    QList<Conversation> found;
    std::copy_if(page->items.cbegin(), page->items.cend(), std::back_inserter(found),
                 [this](const Conversation& conversation) { return matches(conversation); });
    reading.read += page->items.size();
    reading.found += found;
    reading.cursor = page->nextCursor;
    const bool isLast = page->nextCursor.isEmpty();
    const bool isDeepEnough = reading.isRefresh
        ? reading.read >= std::min(std::max<qsizetype>(m_readCount, RowsPerPage), MaxRefreshed)
        : reading.found.size() >= RowsPerPage;
    if (!reading.isRefresh) {
        m_readCount += page->items.size();
        append(found);
    }
    if (!isLast && !isDeepEnough) {
        read(std::move(reading));
        return;
    }
    if (reading.isRefresh) {
        m_readCount = reading.read;
        bringTo(reading.found);
    }
    m_course.finish(reading.cursor);
}

//! One that has come to the top since an earlier page was read may be there already.
void ConversationModel::append(const QList<Conversation>& more)
{
    QList<Conversation> fresh;
    std::copy_if(
        more.cbegin(), more.cend(), std::back_inserter(fresh),
        [shown = shownLanes()](const Conversation& row) { return !shown.contains(row.lane); });
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size() - 1));
        m_rows += fresh;
        endInsertRows();
    }
}

QSet<LaneKey> ConversationModel::shownLanes() const
{
    QSet<LaneKey> lanes;
    for (const Conversation& row : m_rows) {
        lanes.insert(row.lane);
    }
    return lanes;
}

void ConversationModel::bringTo(const QList<Conversation>& next)
{
    QSet<LaneKey> wanted;
    QList<Conversation> rows; // each once, where the newest page has it
    for (const Conversation& row : next) {
        if (!wanted.contains(row.lane)) {
            wanted.insert(row.lane);
            rows.append(row);
        }
    }
    removeOthers(wanted);
    const QSet<LaneKey> shown = shownLanes();
    for (int i = 0; i < rows.size(); ++i) {
        if (!shown.contains(rows.at(i).lane)) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
            continue;
        }
        if (m_rows.at(i).lane != rows.at(i).lane) {
            const int from = rowOf(rows.at(i).lane);
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
        }
        if (m_rows.at(i) != rows.at(i)) {
            m_rows[i] = rows.at(i);
            emit dataChanged(index(i), index(i));
        }
    }
}

void ConversationModel::removeOthers(const QSet<LaneKey>& kept)
{
    for (auto last = int(m_rows.size()) - 1; last >= 0; --last) {
        int first = last + 1;
        while (first > 0 && !kept.contains(m_rows.at(first - 1).lane)) {
            --first;
        }
        if (first <= last) {
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }
}

bool ConversationModel::matches(const Conversation& conversation) const
{
    switch (m_filter.choice) {
    case ConversationChoice::All:
    case ConversationChoice::Paused: // asked for
        break;
    case ConversationChoice::ActionRequired:
        if (conversation.open == 0) {
            return false;
        }
        break;
    case ConversationChoice::Waiting:
        if (conversation.waiting == 0) {
            return false;
        }
        break;
    }
    if (m_needle.isEmpty()) {
        return true;
    }
    QStringList texts { conversation.name, conversation.lane.thread.id };
    if (conversation.last && conversation.last->text) {
        texts << conversation.last->text->body << conversation.last->text->senderName;
    }
    return foldedText(texts.join(u' ')).contains(m_needle);
}

} // namespace zalo
