// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activityexport.h"

#include "core/atomicfile.h"
#include "core/foldedtext.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int LinesPerPage = 500;

QString kindText(ActivityItem::Kind kind)
{
    switch (kind) {
    case ActivityItem::Kind::Inbound:
        return u"inbound"_s;
    case ActivityItem::Kind::Outbound:
        return u"outbound"_s;
    case ActivityItem::Kind::Gap:
        return u"gap"_s;
    }
    Q_UNREACHABLE();
}

QString utc(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(Qt::ISODateWithMs)
                  : QString();
}

QString directionText(const ActivityItem& item)
{
    switch (item.kind) {
    case ActivityItem::Kind::Inbound:
        return item.state == ActivityState::Own ? ActivityExport::tr("written by you")
                                                : ActivityExport::tr("received");
    case ActivityItem::Kind::Outbound:
        return ActivityExport::tr("sent");
    case ActivityItem::Kind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArray csvLine(QStringList fields)
{
    for (QString& field : fields) {
        field = csvField(field);
    }
    return fields.join(u',').toUtf8() + "\r\n";
}

QByteArray csvLine(const ActivityItem& item, const ActivityExport::Options& options)
{
    const bool isGap = item.kind == ActivityItem::Kind::Gap;
    const ActivityText text = item.text.value_or(ActivityText());
    const QString body = options.display == TextDisplay::Shown && !text.body.isEmpty()
        ? text.body
        : activitySummary(item, options.display);
    return csvLine({ QDateTime::fromMSecsSinceEpoch(item.timeMs).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                     options.accounts.value(item.profile, item.profile), directionText(item),
                     isGap ? QString() : activityThreadName(item), text.senderName,
                     activityStateText(item), activityReasonText(item), body, item.thread.id,
                     item.messageId });
}

QByteArray csvHead()
{
    // With its byte order mark, for without it spreadsheets take Vietnamese for something else.
    return "\xEF\xBB\xBF"
        + csvLine({ ActivityExport::tr("Time"), ActivityExport::tr("Account"),
                    ActivityExport::tr("Direction"), ActivityExport::tr("Conversation"),
                    ActivityExport::tr("Written by"), ActivityExport::tr("State"),
                    ActivityExport::tr("Reason"), ActivityExport::tr("Message"),
                    ActivityExport::tr("Conversation ID"), ActivityExport::tr("Message ID") });
}

} // namespace

QString activityDetailsText(const ActivityItem& item, TextDisplay display)
{
    QStringList lines;
    const auto add = [&lines](QLatin1StringView name, const QString& value) {
        if (!value.isEmpty()) {
            lines << name + ": "_L1 + value;
        }
    };
    add("kind"_L1, kindText(item.kind));
    add("state"_L1, stateName(item.state));
    add("outcome"_L1, outcomeName(item.outcome));
    add("reason"_L1, item.reason.code ? outcomeCodeName(*item.reason.code) : QString());
    add("detail"_L1, item.reason.detail);
    add("error"_L1, item.error ? errorKindName(item.error->kind) : QString());
    if (item.kind == ActivityItem::Kind::Gap) {
        add("cause"_L1, gapCauseName(item.cause));
        add("recovery"_L1, gapRecoveryName(item.recovery));
    }
    add("attempts"_L1, item.attempts > 0 ? QString::number(item.attempts) : QString());
    add("parts"_L1, item.parts > 1 ? u"%1/%2"_s.arg(item.partsSent).arg(item.parts) : QString());
    add("time"_L1, utc(item.timeMs));
    add("end"_L1, utc(item.endMs));
    add("profile"_L1, item.profile);
    add("account"_L1, item.account);
    add("thread"_L1, item.thread.isGroup ? item.thread.id + " (group)"_L1 : item.thread.id);
    add("message"_L1, item.messageId);
    add("row"_L1, QString::number(item.id));
    if (item.text) {
        add("sender"_L1, item.text->senderId);
        add("medium"_L1, mediumName(item.text->medium));
        if (item.text->isThreadPaused) {
            add("paused"_L1,
                pauseCauseName(item.text->pauseCause)
                    + (item.text->pausedUntilMs > 0 ? " until "_L1 + utc(item.text->pausedUntilMs)
                                                    : QString()));
        }
        if (display == TextDisplay::Shown) {
            add("name"_L1, item.text->senderName);
            add("text"_L1, item.text->body);
        }
    }
    return lines.join(u'\n');
}

QString csvField(const QString& text)
{
    static const QString formula = u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20"_s;
    QString field = text;
    if (!field.isEmpty() && formula.contains(field.front())) {
        field.prepend(u'\'');
    }
    const bool isPlain = std::none_of(field.cbegin(), field.cend(), [](QChar c) {
        return c == u'"' || c == u',' || c == u';' || c == u'\n' || c == u'\r' || c == u'\t';
    });
    return isPlain ? field : u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

struct ActivityExport::Run
{
    Options options;
    QString needle;
    Callback<int> done;
    QByteArray text;
    int count = 0;
};

ActivityExport::ActivityExport(ActivityModel::Source source, QObject* parent)
    : QObject(parent),
      m_source(std::move(source)),
      m_worker(u"export"_s)
{ }

void ActivityExport::start(const Options& options, QObject* context, Callback<int> done)
{
    Q_ASSERT(!m_run);
    m_run = std::make_shared<Run>(Run { options, foldedText(options.filter.text.trimmed()),
                                        boundTo<int>(context, std::move(done)), csvHead(), 0 });
    readPage({});
}

void ActivityExport::readPage(const QString& cursor)
{
    m_source(activityQuery(m_run->options.filter, cursor, LinesPerPage), this,
             [this](const Result<ActivityList>& page) { took(page); });
}

void ActivityExport::took(const Result<ActivityList>& page)
{
    if (!page) {
        finish(tl::unexpected(page.error()));
        return;
    }
    m_worker.run(
        this,
        [run = m_run, items = page->items] {
            for (const ActivityItem& item : items) {
                if (activityMatches(item, run->needle)) {
                    run->text += csvLine(item, run->options);
                    ++run->count;
                }
            }
        },
        [this, next = page->nextCursor] { next.isEmpty() ? writeFile() : readPage(next); });
}

void ActivityExport::writeFile()
{
    m_worker.run(
        this,
        [run = m_run]() -> Result<int> {
            return writeFileAtomically(run->options.path, run->text).map([&] {
                return run->count;
            });
        },
        [this](const Result<int>& written) { finish(written); });
}

void ActivityExport::finish(const Result<int>& result)
{
    const auto run = std::exchange(m_run, nullptr);
    run->done(result);
}

} // namespace zalo
