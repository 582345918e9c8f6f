// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/dismissall.h"

#include "activity/activitytext.h"
#include "companion/deliveryservice.h"
#include "companion/messageservice.h"
#include "core/foldedtext.h"

#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int LinesPerPage = 500;

//! Whether a person has to decide about it, and may decide that nothing is to be done.
bool isDismissable(const ActivityItem& item)
{
    return activityActions(item).dismiss || item.state == ActivityState::Dead
        || item.state == ActivityState::Expired;
}

} // namespace

struct DismissAll::Run
{
    ActivityFilter filter;
    QString needle;
    Found found;
};

DismissAll::DismissAll(ActivityModel::Source source, MessageService& messages,
                       DeliveryService& delivery, QWidget* page)
    : QObject(page),
      m_source(std::move(source)),
      m_messages(messages),
      m_delivery(delivery),
      m_page(page)
{ }

DismissAll::~DismissAll() = default;

void DismissAll::ask(const ActivityFilter& filter)
{
    if (!m_run) {
        m_run = std::make_unique<Run>(Run { filter, foldedText(filter.text.trimmed()), {} });
        readPage({});
    }
}

void DismissAll::readPage(const QString& cursor)
{
    ActivityQuery query = activityQuery(m_run->filter, cursor, LinesPerPage);
    query.withText = !m_run->needle.isEmpty();
    m_source(query, this, [this](const Result<ActivityList>& page) { took(page); });
}

void DismissAll::took(const Result<ActivityList>& page)
{
    if (!page) {
        m_run.reset();
        emit reported(errorText(page.error()));
        return;
    }
    Found& found = m_run->found;
    for (const ActivityItem& item : page->items) {
        if (isDismissable(item) && activityMatches(item, m_run->needle)) {
            const bool isSend = item.kind == ActivityItem::Kind::Outbound;
            (isSend ? found.sends : found.turns)[item.profile].append(item.id);
            ++found.count;
        }
    }
    if (!page->nextCursor.isEmpty()) {
        readPage(page->nextCursor);
        return;
    }
    const auto run = std::exchange(m_run, nullptr);
    if (run->found.count == 0) {
        emit reported(tr("There is nothing left to dismiss."));
    } else {
        askFor(run->filter, run->found);
    }
}

void DismissAll::askFor(const ActivityFilter& filter, const Found& found)
{
    const QString meaning = filter.part == ActivityPart::FailedTurns
        ? tr("Dismiss %n message(s) that the bot failed to answer? Whoever wrote them gets no "
             "answer.",
             nullptr, found.count)
        : filter.part == ActivityPart::FailedSends
        ? tr("Dismiss %n message(s) that could not be sent? They are not sent any more.", nullptr,
             found.count)
        : tr("Dismiss %n message(s) that the bot did not get? It will never see them.", nullptr,
             found.count);
    m_confirm(m_page,
              { tr("Dismiss all"), meaning + u' ' + tr("Nothing is deleted."), tr("Dismiss all"),
                tr("Keep") },
              [this, found] { dismiss(found); });
}

void DismissAll::dismiss(const Found& found)
{
    struct Sum
    {
        qsizetype open = 0; //!< answers to come
        int dismissed = 0;
        std::optional<Error> error;
    };
    const auto sum = std::make_shared<Sum>();
    sum->open = found.turns.size() + found.sends.size();
    const Callback<int> add = [this, sum](const Result<int>& some) {
        sum->dismissed += some.value_or(0);
        if (!some) {
            sum->error = some.error();
        }
        if (--sum->open == 0) {
            emit reported(sum->error ? errorText(*sum->error)
                                     : tr("%n message(s) dismissed.", nullptr, sum->dismissed));
        }
    };
    for (auto it = found.turns.cbegin(); it != found.turns.cend(); ++it) {
        m_delivery.dismiss(it.key(), it.value(), this, add);
    }
    for (auto it = found.sends.cbegin(); it != found.sends.cend(); ++it) {
        m_messages.dismiss(it.key(), it.value(), this, add);
    }
}

} // namespace zalo
