// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/conversationmodel.h"
#include "activity/conversationtext.h"
#include "core/timetext.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

Conversation conversation(int number, qint64 lastMs, const QString& text = u"chào"_s)
{
    Conversation made;
    made.lane = { u"default"_s, u"1"_s, { u"t%1"_s.arg(number), false } };
    made.name = u"Người %1"_s.arg(number);
    made.lastMs = lastMs;
    made.last = ActivityItem();
    made.last->thread = made.lane.thread;
    made.last->timeMs = lastMs;
    made.last->state = ActivityState::Accepted;
    made.last->text = ActivityText();
    made.last->text->body = text;
    return made;
}

//! A store whose pages are asked for by position.
struct Pages
{
    QList<Conversation> items;
    QList<ConversationQuery> asked;
    std::optional<Error> fails;

    ConversationModel::Source source()
    {
        return [this](const ConversationQuery& query, QObject* context,
                      Callback<ConversationList> done) {
            asked << query;
            std::sort(items.begin(), items.end(), &conversationBefore);
            ConversationList page;
            const qsizetype from = query.cursor.toInt();
            page.items = items.mid(from, query.limit);
            if (from + page.items.size() < items.size()) {
                page.nextCursor = QString::number(from + page.items.size());
            }
            const Result<ConversationList> answer =
                fails ? Result<ConversationList>(tl::unexpected(*fails)) : page;
            QMetaObject::invokeMethod(
                context, [done, answer] { done(answer); }, Qt::QueuedConnection);
        };
    }
};

QStringList names(const ConversationModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names << model.index(row).data().toString();
    }
    return names;
}

QStringList names(const QList<Conversation>& conversations)
{
    QStringList names;
    for (const Conversation& each : conversations) {
        names << each.name;
    }
    return names;
}

} // namespace

class TestConversationModel : public QObject
{
    Q_OBJECT

private slots:
    void readsPageByPage()
    {
        Pages pages;
        for (int i = 0; i < 250; ++i) {
            pages.items << conversation(i, 1'000 + i);
        }
        ConversationModel model(pages.source());
        const QAbstractItemModelTester tester(&model);
        model.fetchMore({});
        QVERIFY(model.isLoading());
        QTRY_COMPARE(model.rowCount(), 100);
        QTRY_VERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 200);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 250);
        QTRY_VERIFY(!model.canFetchMore({}));
        QCOMPARE(names(model), names(pages.items));
    }

    //! Whoever writes comes to the top, and what is selected stays selected.
    void whoWritesIsMovedToTheTop()
    {
        Pages pages;
        for (int i = 0; i < 20; ++i) {
            pages.items << conversation(i, 1'000 + i);
        }
        ConversationModel model(pages.source());
        const QAbstractItemModelTester tester(&model);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 20);
        const QPersistentModelIndex third(model.index(17)); // t2
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        pages.items.last() = conversation(0, 5'000, u"còn hàng không"_s);
        std::find_if(pages.items.begin(), pages.items.end(), [](const Conversation& each) {
            return each.name == u"Người 2";
        })->lastMs = 6'000;
        model.refreshSoon();
        QTRY_COMPARE(third.row(), 0);
        QTRY_COMPARE(names(model), names(pages.items));
        QCOMPARE(moved.size(), 2);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(model.rowOf(conversation(0, 0).lane), 1);
        QCOMPARE(model.at(1).last->text->body, u"còn hàng không"_s);
        QCOMPARE(model.rowOf(conversation(99, 0).lane), -1);
    }

    //! Whatever changed, the list is what the store has.
    void followsEveryChange()
    {
        QRandomGenerator random(7);
        Pages pages;
        for (int i = 0; i < 60; ++i) {
            pages.items << conversation(i, 1'000 + i);
        }
        ConversationModel model(pages.source());
        const QAbstractItemModelTester tester(&model);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 60);
        for (int round = 0; round < 8; ++round) {
            for (int change = 0; change < 12; ++change) {
                const auto at = random.bounded(int(pages.items.size()));
                switch (random.bounded(4)) {
                case 0:
                    pages.items.removeAt(at);
                    break;
                case 1:
                    pages.items << conversation(1'000 + round * 100 + change,
                                                random.bounded(9'000));
                    break;
                default:
                    pages.items[at].lastMs = random.bounded(9'000);
                    pages.items[at].waiting = random.bounded(3);
                }
            }
            model.refreshSoon();
            QTRY_VERIFY(!model.isLoading() && names(model) == names(pages.items));
        }
    }

    //! A hundred changes are one reading.
    void manyChangesAreOneReading()
    {
        Pages pages;
        pages.items << conversation(1, 1'000);
        ConversationModel model(pages.source());
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 1);
        pages.asked.clear();
        pages.items << conversation(2, 2'000);
        for (int i = 0; i < 100; ++i) {
            model.refreshSoon();
        }
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(pages.asked.size(), 1);
    }

    void isFoundWithoutAccents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("name") << u"nguoi 613"_s << QStringList { u"Người 613"_s };
        QTest::newRow("id") << u"t77"_s << QStringList { u"Người 77"_s };
        QTest::newRow("last message") << u"do do"_s << QStringList { u"Người 900"_s };
        QTest::newRow("nothing") << u"xyzzy"_s << QStringList();
    }

    void isFoundWithoutAccents()
    {
        QFETCH(QString, text);
        Pages pages;
        for (int i = 0; i < 700; ++i) {
            pages.items << conversation(i, 10'000 - i);
        }
        pages.items << conversation(900, 1, u"áo đỏ đô"_s);
        ConversationModel model(pages.source());
        const QAbstractItemModelTester tester(&model);
        model.setFilter({ .text = text });
        QTRY_VERIFY(!model.isLoading());
        QTEST(names(model), "found");
    }

    void choosesWhatIsWanted()
    {
        Pages pages;
        pages.items << conversation(1, 1'000) << conversation(2, 2'000) << conversation(3, 3'000);
        pages.items[0].waiting = 4;
        pages.items[1].open = 1;
        ConversationModel model(pages.source());
        model.setFilter({ .choice = ConversationChoice::Waiting });
        QTRY_COMPARE(names(model), QStringList { u"Người 1"_s });
        model.setFilter({ .choice = ConversationChoice::ActionRequired });
        QTRY_COMPARE(names(model), QStringList { u"Người 2"_s });
        model.setFilter({ .profile = u"work"_s, .choice = ConversationChoice::Paused });
        QTRY_VERIFY(!model.isLoading());
        QVERIFY(pages.asked.last().onlyPaused);
        QCOMPARE(pages.asked.last().profile, u"work"_s);
    }

    void aFailureIsToldOnce()
    {
        Pages pages;
        pages.fails = Error { ErrorKind::StorageDamaged, {} };
        ConversationModel model(pages.source());
        QSignalSpy failed(&model, &ConversationModel::failed);
        model.fetchMore({});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!model.canFetchMore({}));
        pages.fails.reset();
        pages.items << conversation(1, 1'000);
        model.refreshSoon();
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void saysWhoWroteWhat()
    {
        Conversation chat = conversation(1, 1'000, u"còn\nhàng"_s);
        QCOMPARE(conversationLine(chat, TextDisplay::Shown), u"còn hàng"_s);
        QCOMPARE(conversationLine(chat, TextDisplay::Hidden), u"Message"_s);
        chat.last->text->senderName = u"An"_s;
        chat.last->thread.isGroup = true;
        QCOMPARE(conversationLine(chat, TextDisplay::Shown), u"An: còn hàng"_s);
        QCOMPARE(conversationLine(chat, TextDisplay::Hidden), u"An: Message"_s);
        chat.last->state = ActivityState::Own;
        QCOMPARE(conversationLine(chat, TextDisplay::Shown), u"You: còn hàng"_s);
        chat.last->kind = ActivityItem::Kind::Outbound;
        chat.last->text->medium = ActivityMedium::Image;
        QCOMPARE(conversationLine(chat, TextDisplay::Shown), u"Bot: Photo: còn hàng"_s);
        QCOMPARE(conversationLine(chat, TextDisplay::Hidden), u"Bot: Photo"_s);
        chat.name.clear();
        QCOMPARE(conversationName(chat), u"t1"_s);
    }

    void saysWhereItStands()
    {
        Conversation chat = conversation(1, 1'000);
        QCOMPARE(conversationMark(chat), ActivityMark::Received);
        QCOMPARE(conversationStateText(chat), u"With the Gateway"_s);
        chat.waiting = 3;
        QCOMPARE(conversationMark(chat), ActivityMark::Waiting);
        QCOMPARE(conversationStateText(chat), u"3 waiting"_s);
        chat.open = 1;
        QCOMPARE(conversationMark(chat), ActivityMark::Failed);
        QCOMPARE(conversationStateText(chat), u"Action required"_s);
        chat.last->state = ActivityState::Expired;
        QCOMPARE(conversationStateText(chat), u"Too old to deliver"_s);
        chat.last->kind = ActivityItem::Kind::Outbound;
        chat.last->state = ActivityState::Uncertain;
        QCOMPARE(conversationMark(chat), ActivityMark::Uncertain);
        QCOMPARE(conversationPauseText(chat), QString());
        chat.pause = ThreadPause();
        QCOMPARE(conversationPauseText(chat), u"Paused"_s);
        chat.pause->untilMs = 1'795'000'000'000;
        QVERIFY(conversationPauseText(chat).contains(timeText(chat.pause->untilMs)));
    }
};

QTEST_GUILESS_MAIN(TestConversationModel)
#include "tst_conversationmodel.moc"
