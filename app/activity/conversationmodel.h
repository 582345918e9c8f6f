// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "activity/pagecourse.h"
#include "core/callback.h"
#include "messagestore/conversationrows.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>

namespace zalo {

//! Which kind of conversations is wanted.
enum class ConversationChoice
{
    All,
    ActionRequired, //!< a person has to decide about a message
    Waiting,
    Paused
};

//! Which conversations are wanted.
struct ConversationFilter
{
    QString profile = {}; //!< empty: all
    ConversationChoice choice = ConversationChoice::All;
    QString text = {}; //!< in the name, the id or the last message, without accents and case

    friend bool operator==(const ConversationFilter&, const ConversationFilter&) = default;
};

//! Conversations, the one with the newest message first: read page by page as a view asks for
//! them, and read again when something changed. A conversation that comes to the top is moved, so
//! that it stays selected; only another filter is a reset.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    //! How pages are asked for.
    using Source =
        std::function<void(const ConversationQuery&, QObject*, Callback<ConversationList>)>;

    explicit ConversationModel(Source source, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    [[nodiscard]] const Conversation& at(int row) const { return m_rows.at(row); }
    //! Where a conversation stands; -1: it is not shown.
    [[nodiscard]] int rowOf(const LaneKey& lane) const;
    [[nodiscard]] const ConversationFilter& filter() const { return m_filter; }
    //! Shows only what `filter` lets through, from the newest on.
    void setFilter(const ConversationFilter& filter);
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
        qsizetype read = 0; //!< conversations so far, before the filter
        QList<Conversation> found;
        QString cursor;
    };

    void read(Reading reading);
    void took(Reading reading, const Result<ConversationList>& page);
    void append(const QList<Conversation>& more);
    [[nodiscard]] QSet<LaneKey> shownLanes() const;
    void bringTo(const QList<Conversation>& next);
    void removeOthers(const QSet<LaneKey>& kept);
    [[nodiscard]] bool matches(const Conversation& conversation) const;
    [[nodiscard]] QString spoken(const Conversation& conversation) const;

    Source m_source;
    QList<Conversation> m_rows;
    ConversationFilter m_filter;
    QString m_needle;
    TextDisplay m_display = TextDisplay::Shown;
    qsizetype m_readCount = 0; //!< conversations that were read, matching or not
    PageCourse m_course;
};

} // namespace zalo
