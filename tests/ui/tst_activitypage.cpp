// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activitytext.h"
#include "ui/pages/activitypage.h"
#include "uifixtures.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using Kind = ActivityItem::Kind;

namespace {

ActivityItem line(Kind kind, qint64 id, ActivityState state, const QString& text = {})
{
    ActivityItem item;
    item.kind = kind;
    item.id = id;
    item.timeMs = id * 60'000;
    item.profile = u"default"_s;
    item.state = state;
    if (kind != Kind::Gap) {
        item.thread = { u"11"_s, false };
        item.text = ActivityText();
        item.text->body = text;
        item.text->threadName = u"Nguyễn Đức"_s;
    }
    return item;
}

//! Dropped, for its sender waits to be approved.
ActivityItem unpaired(qint64 id)
{
    ActivityItem item = line(Kind::Inbound, id, ActivityState::Accepted);
    item.text->senderId = u"365"_s;
    item.outcome = InboundOutcome::Dropped;
    item.reason = { OutcomeCode::PairingPending, {} };
    return item;
}

} // namespace

class TestActivityPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeCompanion> m_companion;
    std::unique_ptr<ActivityPage> m_page;
    ConfirmRecorder m_confirm;

    template <typename T> T* part(const QString& name) const { return m_page->findChild<T*>(name); }
    QListView* list() const { return part<QListView>(u"activity"_s); }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    QString shownActions() const
    {
        QStringList shown;
        for (const QString& name :
             { u"arrived"_s, u"sendAgain"_s, u"approve"_s, u"cure"_s, u"handAgain"_s, u"undoCure"_s,
               u"dismiss"_s, u"deliverAnyway"_s, u"deliverExpired"_s, u"discard"_s,
               u"pauseThread"_s }) {
            if (part<QAbstractButton>(name)->isVisible()) {
                shown << name;
            }
        }
        return shown.join(u' ');
    }

private slots:
    void init()
    {
        m_confirm = {};
        m_companion = std::make_unique<FakeCompanion>();
        m_page = std::make_unique<ActivityPage>(
            m_companion->activity, m_companion->contacts, m_companion->snapshots,
            ActivityCommands::Roles { m_companion->messages, m_companion->delivery,
                                      m_companion->cures, m_companion->pairings });
        m_page->setConfirm(m_confirm.answer());
        m_page->resize(900, 600);
    }

    void open(const QList<ActivityItem>& items)
    {
        m_companion->activity.page.items = items;
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_COMPARE(list()->model()->rowCount(), int(items.size()));
    }

    void offersWhatTheStateAllows_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<ActivityState>("state");
        QTest::addColumn<QString>("actions");
        const QString deliver = u"deliverAnyway discard pauseThread"_s;
        QTest::newRow("waiting") << Kind::Inbound << ActivityState::Waiting << deliver;
        QTest::newRow("dead") << Kind::Inbound << ActivityState::Dead << deliver;
        QTest::newRow("expired") << Kind::Inbound << ActivityState::Expired
                                 << u"deliverAnyway deliverExpired discard pauseThread"_s;
        QTest::newRow("taken") << Kind::Inbound << ActivityState::Accepted << u"pauseThread"_s;
        QTest::newRow("sent") << Kind::Outbound << ActivityState::Sent << u"pauseThread"_s;
        QTest::newRow("failed") << Kind::Outbound << ActivityState::Failed
                                << u"sendAgain dismiss pauseThread"_s;
        QTest::newRow("uncertain")
            << Kind::Outbound << ActivityState::Uncertain << u"arrived sendAgain pauseThread"_s;
        QTest::newRow("settled") << Kind::Outbound << ActivityState::Dismissed << u"pauseThread"_s;
        QTest::newRow("gap") << Kind::Gap << ActivityState::GapClosed << QString();
    }

    void offersWhatTheStateAllows()
    {
        QFETCH(Kind, kind);
        QFETCH(ActivityState, state);
        QFETCH(QString, actions);
        open({ line(kind, 7, state, u"chào"_s) });
        choose(0);
        QCOMPARE(shownActions(), actions);
        QVERIFY(!part<QLabel>(u"state"_s)->text().isEmpty());
    }

    void saysWhichPartsWent()
    {
        ActivityItem torn = line(Kind::Outbound, 7, ActivityState::Failed, u"dài"_s);
        torn.parts = 3;
        torn.partsSent = 2;
        open({ torn });
        choose(0);
        QCOMPARE(part<QLabel>(u"state"_s)->text(), u"Partly sent"_s);
        QVERIFY(part<QLabel>(u"reason"_s)->text().startsWith(u"2 of 3 parts went out."));
    }

    //! A program that calls itself a picture, in the list and beside it.
    void nothingIsTurnedAround()
    {
        ActivityItem file = line(Kind::Inbound, 7, ActivityState::Accepted,
                                 u"X\u202egnp.exe\n\u2067cod\u2069.\u200b\x1b[2J"_s);
        file.text->medium = ActivityMedium::File;
        open({ file });
        choose(0);
        QCOMPARE(part<QLabel>(u"text"_s)->text(), u"Xgnp.exe\ncod.[2J"_s);
        const QModelIndex row = list()->model()->index(0, 0);
        for (const int role : list()->model()->roleNames().keys()) {
            const QString text = row.data(role).toString();
            QVERIFY2(std::none_of(text.begin(), text.end(),
                                  [](QChar c) { return c.category() == QChar::Other_Format; }),
                     qPrintable(text));
        }
        QCOMPARE(activitySummary(file), u"File: Xgnp.exe cod.[2J"_s);
    }

    void deliversAllThatAreTooOldOnceAPersonHasAgreed()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Expired) });
        choose(0);
        part<QAbstractButton>(u"deliverExpired"_s)->click();
        QCOMPARE(m_confirm.asked.size(), 1);
        const auto asked = [this] { return m_companion->asked.filter(u"deliverExpired"_s).size(); };
        QCOMPARE(asked(), 0);
        m_confirm.agree();
        QCOMPARE(asked(), 1);
    }

    void doesWhatIsAskedFor()
    {
        open({ line(Kind::Outbound, 9, ActivityState::Uncertain),
               line(Kind::Inbound, 8, ActivityState::Dead) });
        choose(0);
        part<QAbstractButton>(u"sendAgain"_s)->click();
        QCOMPARE(m_confirm.asked.size(), 1);
        QVERIFY(!m_companion->asked.contains(u"sendAgain 9"_s));
        m_confirm.agree();
        QVERIFY(m_companion->asked.contains(u"sendAgain 9"_s));
        choose(1);
        part<QAbstractButton>(u"deliverAnyway"_s)->click();
        QVERIFY(m_companion->asked.contains(u"deliverAnyway 8"_s));
        part<QAbstractButton>(u"discard"_s)->click();
        QCOMPARE(m_confirm.asked.size(), 2);
        m_confirm.agree();
        QVERIFY(m_companion->asked.contains(u"discard 8"_s));
        part<QAbstractButton>(u"pauseThread"_s)->click();
        QVERIFY(m_companion->asked.contains(u"pauseThread 11"_s));
        QVERIFY(!part<QLabel>(u"report"_s)->text().isEmpty());
    }

    void settlesWhatDidNotEndWell()
    {
        ActivityItem dropped = line(Kind::Inbound, 7, ActivityState::Accepted);
        dropped.outcome = InboundOutcome::Dropped;
        dropped.reason = { OutcomeCode::NoMention, {} };
        ActivityItem failed = line(Kind::Inbound, 6, ActivityState::Accepted);
        failed.outcome = InboundOutcome::Failed;
        open({ line(Kind::Outbound, 9, ActivityState::Uncertain),
               line(Kind::Outbound, 8, ActivityState::Failed), dropped, failed });
        const auto press = [this](int row, const QString& button, const QString& asked) {
            choose(row);
            part<QAbstractButton>(button)->click();
            QVERIFY2(m_companion->asked.contains(asked), qPrintable(asked));
            QVERIFY(!part<QLabel>(u"report"_s)->text().isEmpty());
        };
        press(0, u"arrived"_s, u"arrived 9"_s);
        press(1, u"dismiss"_s, u"dismiss 8"_s);
        choose(2);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        QCOMPARE(part<QLabel>(u"reason"_s)->text(), outcomeReasonText(dropped.reason));
        press(2, u"handAgain"_s, u"deliverAnyway 7"_s);
        choose(3);
        QCOMPARE(shownActions(), u"handAgain dismiss pauseThread"_s);
        press(3, u"dismiss"_s, u"discard 6"_s);
        QVERIFY(m_confirm.asked.isEmpty());
    }

    //! What changes is said before, by name and value; it can be undone in the same place.
    void curesWhatWasDropped()
    {
        ActivityItem dropped = line(Kind::Inbound, 7, ActivityState::Accepted);
        dropped.thread = { u"772"_s, true };
        dropped.text->senderId = u"365"_s;
        dropped.outcome = InboundOutcome::Dropped;
        dropped.reason = { OutcomeCode::NoMention, {} };
        dropped.messageId = u"70"_s;
        open({ dropped });
        choose(0);
        const auto press = [this](const QString& name) { part<QAbstractButton>(name)->click(); };
        const auto report = [this] { return part<QLabel>(u"report"_s)->text(); };
        const QStringList path { u"channels"_s, u"zalouser"_s, u"groups"_s, u"772"_s,
                                 u"requireMention"_s };
        m_companion->cures.planned = { u"default"_s, { { path, true, false } }, true };
        press(u"cure"_s);
        QVERIFY(m_companion->asked.contains(u"withoutMention default 772 365"_s));
        const QString asked = m_confirm.asked.last().text;
        QVERIFY2(asked.contains(u"Nguyễn Đức")
                     && asked.contains(u"channels.zalouser.groups.772.requireMention: true → false")
                     && asked.contains(u"comments"),
                 qPrintable(asked));
        QVERIFY(m_companion->cures.applied.isEmpty());
        m_companion->fails = Error { ErrorKind::OpenClawFailed, u"locked"_s };
        m_confirm.agree();
        QVERIFY(report().endsWith(u"locked"));
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        m_companion->fails.reset();
        m_confirm.agree();
        QCOMPARE(m_companion->cures.applied.last(), m_companion->cures.planned);
        QCOMPARE(shownActions(), u"handAgain undoCure pauseThread"_s);
        press(u"undoCure"_s);
        QCOMPARE(m_companion->cures.applied.last(), m_companion->cures.planned.inverse());
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        const CuredMessage its { u"default"_s, dropped.thread, u"70"_s };
        QCOMPARE(m_companion->cures.messages, (QList<CuredMessage> { its, its, its }));
        QVERIFY(m_companion->asked.filter(u"checkUndo"_s).isEmpty());
    }

    //! Of an earlier run: offered once it is known that the configuration still holds it.
    void aCureOfYesterdayIsUndoneWhileItHolds()
    {
        ActivityItem dropped = line(Kind::Inbound, 7, ActivityState::Accepted);
        dropped.outcome = InboundOutcome::Dropped;
        dropped.reason = { OutcomeCode::SenderNotAllowed, {} };
        dropped.messageId = u"70"_s;
        ActivityItem other = dropped;
        other.id = 6;
        other.messageId = u"60"_s;
        m_companion->cures.undoable = CureUndo::Unchecked;
        open({ dropped, other });
        choose(0);
        QVERIFY(m_companion->asked.contains(u"checkUndo 70"_s));
        QCOMPARE(shownActions(), u"handAgain undoCure pauseThread"_s);
        QVERIFY(part<QLabel>(u"report"_s)->text().isEmpty());

        m_companion->cures.undoable = CureUndo::Unchecked;
        m_companion->cures.isHeld = false;
        choose(1);
        QVERIFY(m_companion->asked.contains(u"checkUndo 60"_s));
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        QVERIFY(part<QLabel>(u"report"_s)->text().contains(u"no longer be undone"));
    }

    //! While its sender asks, that is what is approved; else the configuration can allow them.
    void approvesWhoAsks()
    {
        const ActivityItem dropped = unpaired(7);
        ActivityItem other = dropped;
        other.id = 6;
        other.text->senderId = u"366"_s;
        ActivityItem elsewhere = dropped; // she asked another account once
        elsewhere.id = 5;
        elsewhere.profile = u"shop"_s;
        open({ dropped, other, elsewhere });
        choose(0);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        Snapshot now;
        now.pairings = { { .requestId = u"r1"_s, .profile = u"default"_s, .senderId = u"365"_s } };
        m_companion->snapshots.show(now);
        QCOMPARE(shownActions(), u"approve handAgain pauseThread"_s);
        choose(1);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        choose(2);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        choose(0);
        m_companion->fails = Error { ErrorKind::GatewayAway, {} };
        part<QAbstractButton>(u"approve"_s)->click();
        QCOMPARE(part<QLabel>(u"report"_s)->text(), errorText(*m_companion->fails));
        m_companion->fails.reset();
        part<QAbstractButton>(u"approve"_s)->click();
        QCOMPARE(m_companion->asked.filter(u"Pairing"_s),
                 (QStringList { u"approvePairing r1"_s, u"approvePairing r1"_s }));
        QVERIFY(part<QLabel>(u"report"_s)->text().startsWith(u"Approved."));
    }

    //! Wherever they were approved; what was turned away after that needs another cure.
    void whoWasApprovedIsNotOfferedAgain()
    {
        const ActivityItem dropped = unpaired(7);
        ActivityItem forbidden = dropped;
        forbidden.id = 6;
        forbidden.reason.code = OutcomeCode::SenderNotAllowed;
        open({ dropped, forbidden });
        Snapshot now;
        now.pairings = { { .requestId = u"r1"_s, .profile = u"default"_s, .senderId = u"365"_s } };
        m_companion->snapshots.show(now);
        choose(0);
        QCOMPARE(shownActions(), u"approve handAgain pauseThread"_s);
        m_companion->pairings.approved[u"365"_s] = dropped.timeMs + 1;
        m_companion->snapshots.show({});
        QCOMPARE(shownActions(), u"handAgain pauseThread"_s);
        choose(1);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        m_companion->pairings.approved[u"365"_s] = dropped.timeMs - 1;
        choose(0);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
        // The same where it is turned away once more.
        m_companion->pairings.approved[u"365"_s] = dropped.timeMs + 1;
        part<QAbstractButton>(u"handAgain"_s)->click();
        choose(1);
        choose(0);
        QCOMPARE(shownActions(), u"cure handAgain pauseThread"_s);
    }

    //! A cure holds for all messages of the same person; only beside one of them it is undone.
    void whatWasCuredIsNotOfferedAgain()
    {
        ActivityItem dropped = line(Kind::Inbound, 7, ActivityState::Accepted);
        dropped.text->senderId = u"365"_s;
        dropped.outcome = InboundOutcome::Dropped;
        dropped.reason = { OutcomeCode::SenderNotAllowed, {} };
        ActivityItem same = dropped;
        same.id = 6;
        ActivityItem other = dropped;
        other.id = 5;
        other.text->senderId = u"366"_s;
        ActivityItem inGroup = dropped;
        inGroup.id = 4;
        inGroup.thread.isGroup = true;
        inGroup.reason.code = OutcomeCode::GroupSenderNotAllowed;
        open({ dropped, same, other, inGroup });
        const auto press = [this](const QString& name) { part<QAbstractButton>(name)->click(); };
        const auto offers = [this](int row) {
            m_companion->cures.undoable = CureUndo::None; // of this message
            choose(row);
            return part<QAbstractButton>(u"cure"_s)->isVisible();
        };
        QVERIFY(offers(0));
        m_companion->cures.planned = { u"default"_s, { { { u"allowFrom"_s }, {}, 1 } }, false };
        press(u"cure"_s);
        m_confirm.agree();
        QCOMPARE(shownActions(), u"handAgain undoCure pauseThread"_s);
        QVERIFY(!offers(1));
        QVERIFY(offers(2) && offers(3));
        choose(0);
        m_companion->cures.undoable = CureUndo::Possible;
        m_companion->snapshots.show({});
        press(u"undoCure"_s);
        QVERIFY(offers(0) && offers(1));
        // It was so already.
        m_companion->cures.planned = {};
        const qsizetype asked = m_confirm.asked.size();
        press(u"cure"_s);
        QVERIFY(part<QLabel>(u"report"_s)->text().contains(u"already"));
        QCOMPARE(m_confirm.asked.size(), asked);
        QCOMPARE(shownActions(), u"handAgain pauseThread"_s);
        QVERIFY(!offers(0) && offers(2));
    }

    //! Also of the first message that is chosen, with a reason of two lines.
    void theIdsStandInThePane()
    {
        ActivityItem waiting = line(Kind::Inbound, 8, ActivityState::Waiting, u"chào"_s);
        open({ waiting });
        choose(0);
        auto* ids = part<QLabel>(u"ids"_s);
        const QWidget* pane = ids->parentWidget();
        QTRY_VERIFY(pane->rect().contains(ids->geometry()));
        QVERIFY(!ids->visibleRegion().isEmpty());
    }

    //! However old, it is on its way already.
    void whatIsToBeDeliveredIsNotOfferedAgain()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Waiting) });
        choose(0);
        part<QAbstractButton>(u"deliverAnyway"_s)->click();
        m_companion->snapshots.show({});
        QCOMPARE(shownActions(), u"discard pauseThread"_s);
    }

    void aPausedThreadCanGoOn()
    {
        ActivityItem item = line(Kind::Inbound, 8, ActivityState::Waiting);
        item.text->isThreadPaused = true;
        open({ item });
        choose(0);
        part<QAbstractButton>(u"pauseThread"_s)->click();
        QVERIFY(m_companion->asked.contains(u"resumeThread 11"_s));
    }

    void followsAChange()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Waiting) });
        choose(0);
        const QString before = part<QLabel>(u"state"_s)->text();
        m_companion->activity.page.items[0].state = ActivityState::Accepted;
        m_companion->activity.page.items.prepend(line(Kind::Outbound, 9, ActivityState::Sent));
        emit m_companion->activity.activityChanged(u"default"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(list()->currentIndex().row(), 1);
        QVERIFY(part<QLabel>(u"state"_s)->text() != before);
        QCOMPARE(shownActions(), u"pauseThread"_s);
    }

    void filters()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Accepted, u"Giá bao nhiêu"_s),
               line(Kind::Inbound, 7, ActivityState::Accepted, u"Cảm ơn"_s) });
        part<QLineEdit>(u"search"_s)->setText(u"gia bao"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        part<QLineEdit>(u"search"_s)->setText(u"xyz"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        QTRY_VERIFY(part<QLabel>(u"listNote"_s)->isVisible());
        part<QLineEdit>(u"search"_s)->clear();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        choose(0);
        part<QAbstractButton>(u"onlyThread"_s)->click();
        QVERIFY(part<QLabel>(u"restriction"_s)->isVisible());
        QVERIFY(part<QLabel>(u"restriction"_s)->text().contains(u"Nguyễn Đức"_s));
        part<QAbstractButton>(u"showAll"_s)->click();
        QVERIFY(!part<QLabel>(u"restriction"_s)->isVisible());
    }

    void showsExactlyWhatAStatusIsAbout_data()
    {
        QTest::addColumn<StatusAction>("action");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("dismissable");
        using State = ActivityState;
        const auto row = [](const char* name, const QList<State>& states, ActivityPart part,
                            const QString& said, bool isDismissable = true) {
            QTest::newRow(name) << StatusAction { HealthAction::ShowActivity, u"default"_s, states,
                                                  part }
                                << said << isDismissable;
        };
        row("dead", { State::Dead }, ActivityPart::All,
            u"Only messages that could not be delivered"_s);
        row("expired", { State::Expired }, ActivityPart::All,
            u"Only messages that got no answer in time"_s);
        row("uncertain", { State::Uncertain }, ActivityPart::All,
            u"Only messages that were possibly sent"_s, false);
        row("waiting", { State::Waiting, State::Queued, State::Sending }, ActivityPart::All,
            u"Only messages that are waiting"_s, false);
        row("failed turns", { State::Failed }, ActivityPart::FailedTurns,
            u"Only messages that the bot failed to answer"_s);
        row("failed sends", { State::Failed }, ActivityPart::FailedSends,
            u"Only messages that could not be sent"_s);
    }

    //! Whatever was chosen before, and until somebody wants to see all again.
    void showsExactlyWhatAStatusIsAbout()
    {
        QFETCH(StatusAction, action);
        QFETCH(QString, said);
        open({ line(Kind::Inbound, 8, ActivityState::Accepted, u"chào"_s) });
        part<QLineEdit>(u"search"_s)->setText(u"chào"_s);
        part<QComboBox>(u"states"_s)->setCurrentIndex(3);
        m_page->showOnly(action);
        const ActivityQuery& asked = m_companion->activity.lastQuery;
        QTRY_COMPARE(asked.states, action.states);
        QCOMPARE(asked.part, action.part);
        QVERIFY(part<QListView>(u"activity"_s)->hasFocus()); // the arrow keys go on from here
        QVERIFY(part<QLineEdit>(u"search"_s)->text().isEmpty());
        QVERIFY(part<QLabel>(u"restriction"_s)->isVisible());
        QCOMPARE(part<QLabel>(u"restriction"_s)->text(), said);
        QTEST(part<QAbstractButton>(u"dismissAll"_s)->isVisible(), "dismissable");
        part<QAbstractButton>(u"showAll"_s)->click();
        QTRY_COMPARE(asked.states, QList<ActivityState>());
        QCOMPARE(asked.part, ActivityPart::All);
        QVERIFY(!part<QLabel>(u"restriction"_s)->isVisible());
        // So does whoever chooses other states.
        m_page->showOnly(action);
        QTRY_COMPARE(asked.states, action.states);
        emit part<QComboBox>(u"states"_s)->activated(0);
        QVERIFY(!part<QLabel>(u"restriction"_s)->isVisible());
        QTRY_COMPARE(asked.part, ActivityPart::All);
    }

    //! Exactly those that are listed, once a person has read how many and what it means.
    void dismissesAllOfAList()
    {
        ActivityItem failed = line(Kind::Inbound, 9, ActivityState::Accepted, u"Giá?"_s);
        failed.outcome = InboundOutcome::Failed;
        ActivityItem other = failed;
        other.id = 8;
        other.profile = u"work"_s;
        ActivityItem unsent = line(Kind::Outbound, 7, ActivityState::Failed, u"giá 5"_s);
        // Handed over again since: nobody has to decide about it.
        open({ failed, other, unsent, line(Kind::Inbound, 6, ActivityState::Waiting, u"giá"_s),
               line(Kind::Outbound, 5, ActivityState::Failed, u"chào"_s) });
        auto* button = part<QAbstractButton>(u"dismissAll"_s);
        const auto dismissed = [this] {
            QStringList asked = m_companion->asked.filter(u"dismiss"_s);
            asked.sort();
            return asked;
        };
        QVERIFY(!button->isVisible());
        m_page->showOnly({ .what = HealthAction::ShowActivity,
                           .states = { ActivityState::Failed },
                           .part = ActivityPart::FailedTurns });
        part<QLineEdit>(u"search"_s)->setText(u"gia"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 4);
        QVERIFY(button->isVisible());
        button->click();
        QVERIFY2(m_confirm.asked.last().text.startsWith(
                     u"Dismiss 3 message(s) that the bot failed to answer?"_s),
                 qPrintable(m_confirm.asked.last().text));
        QCOMPARE(dismissed(), QStringList());
        m_confirm.agree();
        QCOMPARE(dismissed(),
                 (QStringList { u"dismissSends default 7"_s, u"dismissTurns default 9"_s,
                                u"dismissTurns work 8"_s }));
        QCOMPARE(part<QLabel>(u"listReport"_s)->text(), u"3 message(s) dismissed."_s);
        m_companion->fails = Error { ErrorKind::StorageFull, {} };
        m_confirm.agree();
        QCOMPARE(part<QLabel>(u"listReport"_s)->text(), errorText(*m_companion->fails));
    }

    void nothingIsLeftToDismiss()
    {
        ActivityItem failed = line(Kind::Inbound, 9, ActivityState::Accepted);
        failed.outcome = InboundOutcome::Failed;
        open({ failed });
        m_page->showOnly({ .what = HealthAction::ShowActivity,
                           .states = { ActivityState::Failed },
                           .part = ActivityPart::FailedTurns });
        auto* button = part<QAbstractButton>(u"dismissAll"_s);
        QTRY_VERIFY(button->isVisible());
        m_companion->activity.page.items.clear();
        button->click();
        QVERIFY(m_confirm.asked.isEmpty());
        QCOMPARE(part<QLabel>(u"listReport"_s)->text(), u"There is nothing left to dismiss."_s);
        emit m_companion->activity.activityChanged(u"default"_s);
        QTRY_VERIFY(!button->isVisible());
    }

    //! Who wrote, in a group; of which account, where there are several.
    void groupsAndAccountsAreToldApart()
    {
        ActivityItem group = line(Kind::Inbound, 8, ActivityState::Accepted, u"Còn hàng không?"_s);
        group.thread.isGroup = true;
        group.text->senderName = u"Chị An"_s;
        QCOMPARE(activityLine(group), u"Chị An: Còn hàng không?"_s);
        QCOMPARE(activityLine(group, TextDisplay::Hidden), u"Chị An: Message"_s);
        open({ group });
        QVERIFY(!part<QComboBox>(u"accounts"_s)->isVisible());
        m_companion->snapshots.show(
            healthySnapshot({ accountIn(SessionState::Online),
                              accountIn(SessionState::Online, u"Tiệm hoa"_s, u"work"_s) }));
        auto* accounts = part<QComboBox>(u"accounts"_s);
        QVERIFY(accounts->isVisible());
        accounts->setCurrentIndex(2);
        QTRY_VERIFY(!list()->currentIndex().isValid());
    }

    //! Each day stands above its newest message.
    void daysAreSeparated()
    {
        ActivityItem today = line(Kind::Inbound, 9, ActivityState::Accepted);
        ActivityItem sameDay = line(Kind::Inbound, 8, ActivityState::Accepted);
        ActivityItem before = line(Kind::Inbound, 7, ActivityState::Accepted);
        const qint64 noon = QDate(2026, 11, 29).startOfDay().toMSecsSinceEpoch() + 43'200'000;
        today.timeMs = noon;
        sameDay.timeMs = noon - 3'600'000;
        before.timeMs = noon - 86'400'000;
        open({ today, sameDay, before });
        const auto height = [this](int row) {
            return list()->visualRect(list()->model()->index(row, 0)).height();
        };
        QTRY_VERIFY(height(0) > height(1));
        QCOMPARE(height(2), height(0));
    }

    void copiesWhatHelps()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Dead, u"bí mật"_s) });
        m_page->setTextDisplay(TextDisplay::Hidden);
        choose(0);
        QCOMPARE(part<QLabel>(u"text"_s)->text(), u"Message"_s);
        part<QAbstractButton>(u"copyDetails"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"state: dead\n"_s), qPrintable(copied));
        QVERIFY(!copied.contains(u"bí mật"));
    }

    void exportsWhatIsListed()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Dead, u"chào"_s) });
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.csv"_s);
        m_page->setChooseFile(
            [path](QWidget*, const std::function<void(const QString&)>& onChosen) {
                onChosen(path);
            });
        part<QAbstractButton>(u"export"_s)->click();
        QTRY_COMPARE(part<QLabel>(u"listReport"_s)->text(), u"1 message(s) exported."_s);
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll().contains("chào"));
    }

    void worksWithTheKeyboardAlone()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Dead, u"chào"_s) });
        QTest::keySequence(m_page.get(), QKeySequence::Find);
        QTRY_COMPARE(QApplication::focusWidget(), part<QLineEdit>(u"search"_s));
        choose(0);
        QSet<QString> reached;
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached << QApplication::focusWidget()->objectName();
        }
        for (const QString& name : { u"search"_s, u"states"_s, u"activity"_s, u"deliverAnyway"_s,
                                     u"discard"_s, u"pauseThread"_s, u"onlyThread"_s }) {
            QVERIFY2(reached.contains(name), qPrintable(name));
        }
    }

    void everythingHasAName()
    {
        open({ line(Kind::Inbound, 8, ActivityState::Dead, u"chào"_s) });
        QVERIFY(!part<QLineEdit>(u"search"_s)->accessibleName().isEmpty());
        QVERIFY(!part<QComboBox>(u"states"_s)->accessibleName().isEmpty());
        QVERIFY(!list()->accessibleName().isEmpty());
        const QString spoken = list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(u"Nguyễn Đức"_s) && spoken.contains(u"chào"_s));
    }
};

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
