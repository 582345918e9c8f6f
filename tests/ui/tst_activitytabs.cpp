// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/timetext.h"
#include "ui/pages/activitytabs.h"
#include "uifixtures.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::StringLiterals;

namespace {

const QString account = u"51234567890123456default"_s; // accountIn()'s

Conversation conversation(const QString& id, const QString& name, qint64 lastMs)
{
    Conversation made;
    made.lane = { u"default"_s, account, { id, false } };
    made.name = name;
    made.lastMs = lastMs;
    made.last = ActivityItem();
    made.last->thread = made.lane.thread;
    made.last->timeMs = lastMs;
    made.last->state = ActivityState::Dispatched;
    made.last->text = ActivityText();
    made.last->text->body = u"Còn áo size M không ạ?"_s;
    return made;
}

ActivityItem message(qint64 id, ActivityItem::Kind kind, ActivityState state, const QString& text)
{
    ActivityItem item;
    item.kind = kind;
    item.id = id;
    item.timeMs = 1'795'000'000'000 + id * 60'000;
    item.profile = u"default"_s;
    item.thread = { u"11"_s, false };
    item.state = state;
    item.text = ActivityText();
    item.text->body = text;
    return item;
}

} // namespace

//! The conversations beside the list of all messages.
class TestActivityTabs : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ActivityTabs> m_page;

    FakeCompanion& companion() { return m_fixture->companion; }
    template <typename T> T* part(const QString& name) const { return m_page->findChild<T*>(name); }
    QListView* list() const { return part<QListView>(u"conversations"_s); }
    QListView* messages() const { return part<QListView>(u"messages"_s); }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    static QString nameAt(const QListView* view, int row)
    {
        return view->model()->index(row, 0).data().toString();
    }

    void open(const QList<Conversation>& conversations, const QList<ActivityItem>& items = {})
    {
        companion().activity.conversationPage.items = conversations;
        companion().activity.page.items = items;
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_COMPARE(list()->model()->rowCount(), int(conversations.size()));
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        companion().snapshots.show(healthySnapshot({ accountIn(SessionState::Online) }));
        m_page = std::make_unique<ActivityTabs>(
            ConversationsPage::Roles { companion().snapshots, companion().activity,
                                       companion().contacts, companion().delivery },
            ActivityCommands::Roles { companion().messages, companion().delivery, companion().cures,
                                      companion().pairings },
            m_fixture->settings);
        m_page->resize(900, 600);
    }

    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void showsTheMessagesOfTheChosenOne()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000), conversation(u"12"_s, u"Bình"_s, 1'000) },
             { message(2, ActivityItem::Kind::Outbound, ActivityState::Sent, u"Dạ còn ạ"_s),
               message(1, ActivityItem::Kind::Inbound, ActivityState::Dispatched,
                       u"Còn không?"_s) });
        QVERIFY(part<QLabel>(u"conversationPaneNote"_s)->isVisible());
        choose(0);
        QCOMPARE(part<QLabel>(u"conversationName"_s)->text(), u"Chị An"_s);
        QTRY_COMPARE(messages()->model()->rowCount(), 2);
        QCOMPARE(nameAt(messages(), 0), u"Còn không?"_s); // the oldest first, as people read
        QCOMPARE(nameAt(messages(), 1), u"Dạ còn ạ"_s);
        QVERIFY(!part<QLabel>(u"pauseText"_s)->isVisible());
        QVERIFY(!part<QComboBox>(u"conversationAccounts"_s)->isVisible());
    }

    void theBotIsSwitchedOffAndOn()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        choose(0);
        auto* answers = part<QCheckBox>(u"botAnswers"_s);
        QVERIFY(answers->isChecked());
        answers->click();
        QVERIFY(companion().asked.contains(u"pauseThread 11"_s));
        QVERIFY(!part<QLabel>(u"conversationReport"_s)->text().isEmpty());
        Conversation paused = conversation(u"11"_s, u"Chị An"_s, 2'000);
        paused.pause = ThreadPause { paused.lane };
        companion().activity.conversationPage.items = { paused };
        emit companion().activity.activityChanged(u"default"_s);
        QTRY_VERIFY(part<QLabel>(u"pauseText"_s)->isVisible());
        QVERIFY(!answers->isChecked());
        answers->click();
        QVERIFY(companion().asked.contains(u"resumeThread 11"_s));
    }

    //! What was not done is not shown as if it were.
    void aRefusalIsTold()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        choose(0);
        companion().fails = Error { ErrorKind::StorageFull, {} };
        part<QCheckBox>(u"botAnswers"_s)->click();
        QVERIFY(part<QCheckBox>(u"botAnswers"_s)->isChecked());
        QVERIFY(!part<QLabel>(u"conversationReport"_s)->text().isEmpty());
    }

    void aChatIsTakenOverAndSaysUntilWhen()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        choose(0);
        part<QPushButton>(u"takeOver"_s)->click();
        QVERIFY(companion().asked.contains(u"takeOver 11"_s));
        Conversation taken = conversation(u"11"_s, u"Chị An"_s, 2'000);
        taken.pause = ThreadPause { taken.lane, 1'795'000'000'000 };
        companion().activity.conversationPage.items = { taken };
        emit companion().activity.activityChanged(u"default"_s);
        QTRY_VERIFY(part<QLabel>(u"pauseText"_s)->text().contains(timeText(1'795'000'000'000)));
    }

    //! Another account's chat cannot be paused: the relay pauses for the one that is logged in.
    void anotherAccountsChatIsLeftAlone()
    {
        Conversation other = conversation(u"11"_s, u"Chị An"_s, 2'000);
        other.lane.account = u"99"_s;
        open({ other });
        choose(0);
        QVERIFY(!part<QCheckBox>(u"botAnswers"_s)->isEnabled());
        QVERIFY(!part<QPushButton>(u"takeOver"_s)->isEnabled());
    }

    void pausedOnesAreCountedAndListed()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        ProfileSnapshot profile = accountIn(SessionState::Online);
        profile.pauses = { { { u"default"_s, account, { u"11"_s, false } }, 0 },
                           { { u"default"_s, account, { u"12"_s, false } }, 5 } };
        companion().snapshots.show(healthySnapshot({ profile }));
        auto* choice = part<QComboBox>(u"conversationChoice"_s);
        QCOMPARE(choice->itemText(3), u"Paused (2)"_s);
        choice->setCurrentIndex(3);
        QTRY_VERIFY(companion().asked.contains(u"pausedConversations"_s));
    }

    void accountsAreToldApart()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        companion().snapshots.show(
            healthySnapshot({ accountIn(SessionState::Online),
                              accountIn(SessionState::Online, u"Tiệm hoa"_s, u"work"_s) }));
        auto* accounts = part<QComboBox>(u"conversationAccounts"_s);
        QVERIFY(accounts->isVisible());
        QCOMPARE(accounts->count(), 3);
        choose(0);
        QCOMPARE(part<QLabel>(u"conversationAccount"_s)->text(), u"Mẹ Lan"_s);
        accounts->setCurrentIndex(2);
        QTRY_VERIFY(!list()->currentIndex().isValid());
        QVERIFY(part<QLabel>(u"conversationPaneNote"_s)->isVisible());
        companion().snapshots.show(healthySnapshot({ accountIn(SessionState::Online) }));
        QVERIFY(!accounts->isVisible());
        QCOMPARE(accounts->currentIndex(), 0);
    }

    //! Nothing that was written is on the screen before somebody asks for it.
    void textsCanBeHidden()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) },
             { message(1, ActivityItem::Kind::Inbound, ActivityState::Dispatched, u"bí mật"_s) });
        choose(0);
        QTRY_COMPARE(messages()->model()->rowCount(), 1);
        auto* reveal = part<QToolButton>(u"revealTexts"_s);
        QVERIFY(!reveal->isVisible());
        m_fixture->settings.setOn(Settings::Switch::MessageTexts, false);
        QVERIFY(reveal->isVisible());
        QCOMPARE(nameAt(messages(), 0), u"Message"_s);
        const QString spoken = list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(!spoken.contains(u"size M") && spoken.contains(u"Message"));
        reveal->click();
        QCOMPARE(nameAt(messages(), 0), u"bí mật"_s);
        m_page->hide();
        m_page->show();
        QCOMPARE(nameAt(messages(), 0), u"Message"_s);
        QVERIFY(!reveal->isChecked());
    }

    void leadsToTheDetails()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        choose(0);
        part<QPushButton>(u"conversationDetails"_s)->click();
        QCOMPARE(part<QTabBar>(u"activityTabs"_s)->currentIndex(), 1);
        QVERIFY(part<QLabel>(u"restriction"_s)->isVisible());
        QVERIFY(part<QLabel>(u"restriction"_s)->text().contains(u"Chị An"));
    }

    void showsWhereTheBotIsPaused()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        part<QTabBar>(u"activityTabs"_s)->setCurrentIndex(1);
        m_page->showPausedChats(u"default"_s);
        QCOMPARE(part<QTabBar>(u"activityTabs"_s)->currentIndex(), 0);
        QTRY_VERIFY(companion().asked.contains(u"pausedConversations"_s));
    }

    //! Who waits, and why: on one page.
    void showsWhoWaitsAndWhy()
    {
        Conversation waits = conversation(u"11"_s, u"Chị An"_s, 2'000);
        waits.waiting = 1;
        open({ waits, conversation(u"12"_s, u"Bình"_s, 1'000) });
        Snapshot paused = healthySnapshot({ accountIn(SessionState::Online) });
        paused.delivery = DeliveryState::Paused;
        paused.profiles.first().waiting = { 1, 1'795'000'000'000 };
        companion().snapshots.show(paused);
        const auto* why = part<QLabel>(u"conversationWhy"_s);
        QVERIFY(why->isHidden());
        m_page->showWaitingChats();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(nameAt(list(), 0), u"Chị An"_s);
        QVERIFY(list()->hasFocus()); // the arrow keys go on from here
        QVERIFY(why->isVisible());
        QVERIFY2(why->text().endsWith(u": the bot is paused"_s), qPrintable(why->text()));
        m_page->showPausedChats(u"default"_s);
        QVERIFY(why->isHidden());
    }

    void saysThatThereIsNothing()
    {
        open({});
        QTRY_VERIFY(part<QLabel>(u"conversationListNote"_s)->isVisible());
        QVERIFY(part<QLabel>(u"conversationListNote"_s)->text().startsWith(u"No conversations"));
        part<QLineEdit>(u"conversationSearch"_s)->setText(u"xyz"_s);
        QTRY_VERIFY(part<QLabel>(u"conversationListNote"_s)->text().startsWith(u"No matching"));
    }

    void worksWithTheKeyboardAlone()
    {
        open({ conversation(u"11"_s, u"Chị An"_s, 2'000) });
        QTest::keySequence(m_page.get(), QKeySequence::Find);
        QTRY_COMPARE(QApplication::focusWidget(), part<QLineEdit>(u"conversationSearch"_s));
        choose(0);
        QSet<QString> reached;
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached << QApplication::focusWidget()->objectName();
        }
        for (const QString& name : { u"activityTabs"_s, u"conversationSearch"_s,
                                     u"conversationChoice"_s, u"conversations"_s, u"botAnswers"_s,
                                     u"takeOver"_s, u"conversationDetails"_s, u"messages"_s }) {
            QVERIFY2(reached.contains(name), qPrintable(name));
        }
    }
};

QTEST_MAIN(TestActivityTabs)
#include "tst_activitytabs.moc"
