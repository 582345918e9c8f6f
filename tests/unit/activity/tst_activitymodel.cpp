// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activitymodel.h"
#include "activity/activitytext.h"
#include "core/timetext.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;
using Kind = ActivityItem::Kind;

namespace {

ActivityItem message(qint64 id, qint64 timeMs, const QString& text = {},
                     ActivityState state = ActivityState::Accepted)
{
    ActivityItem item;
    item.id = id;
    item.timeMs = timeMs;
    item.profile = u"default"_s;
    item.thread = { QString::number(100 + id % 3), false };
    item.state = state;
    item.text = ActivityText();
    item.text->body = text;
    return item;
}

//! A store whose pages are asked for by position; the newest first.
struct Pages
{
    QList<ActivityItem> items;
    QList<ActivityQuery> asked;
    std::optional<Error> fails;

    void sort()
    {
        std::sort(items.begin(), items.end(), [](const ActivityItem& a, const ActivityItem& b) {
            return std::tuple(-a.timeMs, int(a.kind), -a.id)
                < std::tuple(-b.timeMs, int(b.kind), -b.id);
        });
    }

    ActivityModel::Source source()
    {
        return [this](const ActivityQuery& query, QObject* context, Callback<ActivityList> done) {
            asked << query;
            ActivityList page;
            const qsizetype from = query.cursor.toInt();
            page.items = items.mid(from, query.limit);
            if (from + page.items.size() < items.size()) {
                page.nextCursor = QString::number(from + page.items.size());
            }
            const Result<ActivityList> answer =
                fails ? Result<ActivityList>(tl::unexpected(*fails)) : page;
            QMetaObject::invokeMethod(
                context, [done, answer] { done(answer); }, Qt::QueuedConnection);
        };
    }
};

QList<qint64> ids(const ActivityModel& model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids << model.at(row).id;
    }
    return ids;
}

QList<ActivityItem> items(const ActivityModel& model)
{
    QList<ActivityItem> items;
    for (int row = 0; row < model.rowCount(); ++row) {
        items << model.at(row);
    }
    return items;
}

QList<qint64> ids(const QList<ActivityItem>& items)
{
    QList<qint64> ids;
    for (const ActivityItem& item : items) {
        ids << item.id;
    }
    return ids;
}

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

} // namespace

class TestActivityModel : public QObject
{
    Q_OBJECT

private slots:
    void readsPageByPage()
    {
        Pages pages;
        for (int i = 0; i < 250; ++i) {
            pages.items << message(i, i * 10);
        }
        pages.sort();
        ActivityModel model(pages.source());
        const QAbstractItemModelTester tester(&model, fatal);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 100);
        QVERIFY(model.canFetchMore({}));
        QCOMPARE(model.at(0).id, 249);
        QVERIFY(pages.asked.first().withText);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 200);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 250);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(ids(model), ids(pages.items));
    }

    void aChangeKeepsWhatStays()
    {
        Pages pages;
        for (int i = 0; i < 130; ++i) {
            pages.items << message(i, i * 10);
        }
        pages.sort();
        ActivityModel model(pages.source());
        const QAbstractItemModelTester tester(&model, fatal);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 100);
        const QPersistentModelIndex held = model.index(5);
        const qint64 id = held.data(ActivityModel::IdRole).toLongLong();
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        pages.items << message(500, 99'999);
        pages.sort();
        pages.items[6].outcome = InboundOutcome::Dispatched;
        model.refreshSoon();
        model.refreshSoon();
        QTRY_COMPARE(model.at(0).id, 500);
        QCOMPARE(held.row(), 6);
        QCOMPARE(held.data(ActivityModel::IdRole).toLongLong(), id);
        QCOMPARE(model.at(6).outcome, InboundOutcome::Dispatched);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(pages.asked.size(), 2); // two changes, one reading
    }

    void looksForTextsWithoutAccents()
    {
        Pages pages;
        for (int i = 0; i < 1'300; ++i) {
            pages.items << message(i, i, i % 400 == 7 ? u"Chào Đức ơi"_s : u"xin chào"_s);
        }
        pages.sort();
        ActivityModel model(pages.source());
        const QAbstractItemModelTester tester(&model, fatal);
        model.setFilter({ {}, {}, {}, u"duc"_s });
        QTRY_COMPARE(ids(model), (QList<qint64> { 1207, 807, 407, 7 }));
        QVERIFY(!model.canFetchMore({}));
        pages.items << message(2'000, 2'000, u"ĐỨC"_s);
        pages.sort();
        model.refreshSoon();
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(model.at(0).id, 2'000);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 100);
    }

    void anOlderFilterAnswersInVain()
    {
        Pages pages;
        pages.items << message(1, 1, u"a"_s) << message(2, 2, u"b"_s);
        pages.sort();
        ActivityModel model(pages.source());
        const QAbstractItemModelTester tester(&model, fatal);
        model.fetchMore({});
        model.setFilter({ {}, {}, {}, u"a"_s });
        QTRY_COMPARE(ids(model), QList<qint64> { 1 });
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(ids(model), QList<qint64> { 1 });
    }

    void asksForThreadAndStates()
    {
        Pages pages;
        ActivityModel model(pages.source());
        model.setFilter({ u"default"_s, u"42"_s, { ActivityState::Dead }, {} });
        QCOMPARE(pages.asked.last().profile, u"default"_s);
        QCOMPARE(pages.asked.last().threadId, u"42"_s);
        QCOMPARE(pages.asked.last().states, QList<ActivityState> { ActivityState::Dead });
    }

    void anErrorIsToldAndTriedAgainWithTheNextChange()
    {
        Pages pages;
        pages.items << message(1, 1);
        pages.fails = Error { ErrorKind::StorageFailed, {} };
        ActivityModel model(pages.source());
        QSignalSpy failed(&model, &ActivityModel::failed);
        model.fetchMore({});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!model.canFetchMore({}));
        pages.fails.reset();
        model.refreshSoon();
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void staysRightOverRandomChanges()
    {
        QRandomGenerator random(20260104);
        Pages pages;
        qint64 next = 0;
        ActivityModel model(pages.source());
        const QAbstractItemModelTester tester(&model, fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 12; ++round) {
            for (int i = random.bounded(30); i > 0; --i) {
                ActivityItem item = message(++next, random.bounded(2'000));
                item.kind = Kind(random.bounded(3));
                pages.items << item;
            }
            pages.items.removeIf([&](const ActivityItem&) { return random.bounded(10) == 0; });
            for (ActivityItem& item : pages.items) {
                item.attempts += random.bounded(20) == 0 ? 1 : 0;
            }
            pages.sort();
            model.refreshSoon();
            QTRY_COMPARE(items(model), pages.items);
        }
        QCOMPARE(reset.size(), 0);
    }

    void saysWhatCanBeDone_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<ActivityState>("state");
        QTest::addColumn<bool>("sendAgain");
        QTest::addColumn<bool>("deliver");
        QTest::addColumn<bool>("pause");
        QTest::newRow("waiting") << Kind::Inbound << ActivityState::Waiting << false << true
                                 << true;
        QTest::newRow("dead") << Kind::Inbound << ActivityState::Dead << false << true << true;
        QTest::newRow("taken") << Kind::Inbound << ActivityState::Accepted << false << false
                               << true;
        QTest::newRow("discarded")
            << Kind::Inbound << ActivityState::Discarded << false << false << true;
        QTest::newRow("queued") << Kind::Outbound << ActivityState::Queued << false << false
                                << true;
        QTest::newRow("sent") << Kind::Outbound << ActivityState::Sent << false << false << true;
        QTest::newRow("failed") << Kind::Outbound << ActivityState::Failed << true << false << true;
        QTest::newRow("uncertain")
            << Kind::Outbound << ActivityState::Uncertain << true << false << true;
        QTest::newRow("gap") << Kind::Gap << ActivityState::GapClosed << false << false << false;
    }

    void saysWhatCanBeDone()
    {
        QFETCH(Kind, kind);
        QFETCH(ActivityState, state);
        ActivityItem item = message(1, 1, {}, state);
        item.kind = kind;
        const ActivityActions actions = activityActions(item);
        QTEST(actions.sendAgain, "sendAgain");
        QTEST(actions.deliverAnyway, "deliver");
        QTEST(actions.discard, "deliver");
        QTEST(actions.pauseThread, "pause");
        QVERIFY(!activityStateText(item).isEmpty());
    }

    void saysWhatCanBeDoneAfterTheGatewaysEnd()
    {
        ActivityItem item = message(1, 1);
        item.outcome = InboundOutcome::Dispatched;
        QVERIFY(!activityActions(item).handAgain && !activityActions(item).dismiss);
        item.outcome = InboundOutcome::Failed;
        QVERIFY(activityActions(item).handAgain && activityActions(item).dismiss);
        item.outcome = InboundOutcome::Dropped;
        QVERIFY(activityActions(item).handAgain && !activityActions(item).dismiss);
        item.reason.code = OutcomeCode::NoMention;
        QVERIFY(activityActions(item).handAgain);
        QCOMPARE(activityActions(item).cure, std::optional(Cure::WithoutMention));
        for (const auto& [code, cure] :
             { std::pair(OutcomeCode::SenderNotAllowed, Cure::AllowSender),
               std::pair(OutcomeCode::DirectOff, Cure::AllowSender),
               std::pair(OutcomeCode::GroupDisabled, Cure::AnswerGroup),
               std::pair(OutcomeCode::GroupsOff, Cure::AnswerGroup) }) {
            item.reason.code = code;
            QCOMPARE(activityActions(item).cure, std::optional(cure));
        }
        item.reason.code = OutcomeCode::CommandNotAllowed;
        QVERIFY(!activityActions(item).cure);
        // It would be dropped again, whatever is changed.
        item.reason.code = OutcomeCode::OnlySticker;
        QVERIFY(!activityActions(item).handAgain);
    }

    //! By a person, or by a later answer: it still says why, and can be handed over again.
    void aFailedTurnIsSettled()
    {
        ActivityItem item = message(1, 1, {}, ActivityState::Discarded);
        QCOMPARE(activityStateText(item), u"Discarded"_s);
        QVERIFY(!activityActions(item).handAgain);
        item.reason = { OutcomeCode::TurnFailed, u"no model"_s };
        QCOMPARE(activityStateText(item), u"Not answered, settled"_s);
        QCOMPARE(activityReasonText(item), outcomeReasonText(item.reason));
        QCOMPARE(activityMark(item), ActivityMark::Dropped);
        const ActivityActions actions = activityActions(item);
        QVERIFY(actions.handAgain && !actions.dismiss && !actions.discard && !actions.cure);
    }

    void aSendThatMayHaveGoneIsSettledByAPerson()
    {
        ActivityItem item = message(1, 1, {}, ActivityState::Uncertain);
        item.kind = Kind::Outbound;
        QVERIFY(activityActions(item).confirmArrived && !activityActions(item).dismiss);
        item.state = ActivityState::Failed;
        QVERIFY(!activityActions(item).confirmArrived && activityActions(item).dismiss);
        item.state = ActivityState::Dismissed;
        QVERIFY(!activityActions(item).sendAgain && !activityActions(item).dismiss);
        QCOMPARE(activityMark(item), ActivityMark::Dropped);
    }

    void saysWhyTheGatewayDidNotAnswer()
    {
        ActivityItem item = message(1, 1);
        item.outcome = InboundOutcome::Dropped;
        QCOMPARE(activityReasonText(item), QString());
        item.reason = { OutcomeCode::NoMention, {} };
        QCOMPARE(activityReasonText(item), outcomeReasonText(item.reason));
        item.reason = { {}, u"not mentioned"_s }; // by a plugin without codes
        QCOMPARE(activityReasonText(item), u"The Gateway says: not mentioned"_s);
    }

    void saysHowLongTheBotIsPaused()
    {
        ActivityItem item = message(1, 1, {}, ActivityState::Own);
        item.text = ActivityText();
        QCOMPARE(activityReasonText(item), QString());
        item.text->isThreadPaused = true;
        QCOMPARE(activityReasonText(item), u"The bot is paused in this chat."_s);
        item.text->pausedUntilMs = 1'795'000'000'000;
        const QString until = timeText(item.text->pausedUntilMs);
        QCOMPARE(activityReasonText(item),
                 u"You took this chat over. The bot is paused here until %1."_s.arg(until));
        item.text->pauseCause = PauseCause::Owner;
        QVERIFY(activityReasonText(item).contains(until + u", because you wrote here yourself"_s));
        item.state = ActivityState::Accepted;
        QCOMPARE(activityReasonText(item), QString());
    }

    void saysWhatCameOfMissedTime()
    {
        ActivityItem item = message(1, 1, {}, ActivityState::GapClosed);
        item.kind = Kind::Gap;
        QVERIFY(activityReasonText(item).contains(u"may be missing"));
        item.recovery = GapRecovery::Failed;
        QVERIFY(activityReasonText(item).contains(u"asked again"));
        item.recovery = GapRecovery::Asked;
        QVERIFY(activityReasonText(item).contains(u"no messages"));
        item.recovered = 12;
        QVERIFY(activityReasonText(item).startsWith(u"12 messages"));
    }

    void saysWhichPartsWent()
    {
        ActivityItem item = message(1, 1, {}, ActivityState::Failed);
        item.kind = Kind::Outbound;
        item.error = Error { ErrorKind::Cancelled, {} };
        item.parts = 3;
        const QString why = errorText(*item.error);
        QCOMPARE(activityReasonText(item), why); // none of them
        QCOMPARE(activityStateText(item), u"Not sent"_s);
        item.partsSent = 2;
        QCOMPARE(activityReasonText(item), u"2 of 3 parts went out. "_s + why);
        QCOMPARE(activityStateText(item), u"Partly sent"_s);
        item.state = ActivityState::Uncertain;
        QVERIFY(
            activityReasonText(item).startsWith(u"2 of 3 parts went out. It may have arrived."));
        item.state = ActivityState::Sent;
        item.partsSent = 3;
        item.error.reset();
        QCOMPARE(activityReasonText(item), QString());

        OutboundRow row;
        row.parts = { { {}, OutboundState::Sent, {} },
                      { {}, OutboundState::Uncertain, {} },
                      { {}, OutboundState::Failed, {} } };
        const Error error { ErrorKind::Uncertain, {} };
        QCOMPARE(sendErrorText(row, error, TextLanguage::English),
                 u"1 of 3 parts went out. "_s + errorText(error, TextLanguage::English));
        row.parts.resize(1);
        QCOMPARE(sendErrorText(row, error), errorText(error));
    }
};

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
