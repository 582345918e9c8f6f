// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/overviewpage.h"
#include "ui/widgets/waitingaccounts.h"
#include "uifixtures.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void theAccountsPictureIsAskedForOnce()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Online);
        lan.account->avatar = u"https://example.com/lan.jpg"_s;
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        companion.snapshots.show(companion.snapshots.now);
        QCOMPARE(companion.asked, QStringList { u"avatar https://example.com/lan.jpg"_s });
    }

    //! People call themselves what they like.
    void aNameIsNoMarkup()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Online);
        lan.account->displayName = u"<b>Lan</b>"_s;
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        int shown = 0;
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->text().contains(lan.account->displayName)) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                ++shown;
            }
        }
        QVERIFY(shown > 0);
    }

    void nextStepIsAButton()
    {
        FakeCompanion companion;
        companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Kicked) });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        QSignalSpy asked(&page, &OverviewPage::actionRequested);
        QCOMPARE(page.findChild<QLabel*>(u"statusTitle"_s)->text(),
                 sessionStateText(SessionState::Kicked));
        QPushButton* reconnect = visibleButton(page, u"Reconnect"_s);
        QVERIFY(reconnect);
        reconnect->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<StatusAction>().profile, u"default"_s);
        companion.snapshots.show(healthySnapshot({ accountIn(SessionState::Online) }));
        QVERIFY(!visibleButton(page, u"Reconnect"_s));
    }

    //! What waits for who was logged in before is named, and given up only by a person.
    void whatWaitsForOthersIsNamed()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Online);
        WaitingAccount before { u"512"_s, u"Nguyễn Minh Anh"_s, {} };
        before.counts.inboundWaiting = 3;
        before.counts.outboundWaiting = 4;
        lan.otherAccounts = { before };
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        const QString text = page.findChild<QLabel*>(u"waitingAccount"_s)->text();
        QVERIFY2(text.contains(u"Nguyễn Minh Anh"), qPrintable(text));
        QVERIFY2(text.contains(u"3 to be delivered, 4 to be sent"), qPrintable(text));
        Confirmation asked;
        std::function<void()> agree;
        page.findChild<WaitingAccounts*>()->setConfirm(
            [&](QWidget*, const Confirmation& what, std::function<void()> onConfirmed) {
                asked = what;
                agree = std::move(onConfirmed);
            });
        visibleButton(page, u"Discard…"_s)->click();
        QVERIFY2(asked.title.contains(u"Nguyễn Minh Anh"), qPrintable(asked.title));
        QVERIFY(!companion.asked.join(u' ').contains(u"discard"));
        agree();
        QCOMPARE(companion.asked.last(), u"discardWaiting default 512"_s);
        lan.otherAccounts.clear();
        companion.snapshots.show(healthySnapshot({ lan }));
        QVERIFY(!visibleButton(page, u"Discard…"_s));
    }

    void idIsCopied()
    {
        FakeCompanion companion;
        companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Online) });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        visibleButton(page, u"Copy ID"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), u"51234567890123456default"_s);
    }

    void chainIsSpoken()
    {
        FakeCompanion companion;
        companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Offline) });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        const QString spoken = page.findChild<QWidget*>(u"chain"_s)->accessibleDescription();
        QVERIFY2(spoken.contains(sessionStateText(SessionState::Offline)), qPrintable(spoken));
        QVERIFY2(spoken.contains(u"Gateway: Connected"), qPrintable(spoken));
    }

    //! Its height is remembered, but not beyond what it was the height of.
    void chainIsAsHighAsItsTexts()
    {
        FakeCompanion companion;
        companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Online) });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        const auto* chain = page.findChild<QWidget*>(u"chain"_s);
        constexpr int Width = 600;
        const int before = chain->heightForWidth(Width);
        QFont large = page.font();
        large.setPointSizeF(large.pointSizeF() * 2);
        page.setFont(large);
        QVERIFY(chain->heightForWidth(Width) > before);
    }

    void gapsAreListedNewestFirst()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Kicked);
        lan.gaps = { { 1000, 2000, GapCause::Offline, GapRecovery::Asked, 12 },
                     { 3000, 0, GapCause::Kicked } };
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        const auto* list = page.findChild<QTreeWidget*>(u"gaps"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(1), u"still open"_s);
        QVERIFY(list->topLevelItem(0)->text(2).contains(u"elsewhere"));
        QCOMPARE(list->topLevelItem(0)->text(3), QString());
        QCOMPARE(list->topLevelItem(1)->text(3), u"12 messages recovered"_s);
        lan.gaps.clear();
        companion.snapshots.show(healthySnapshot({ lan }));
        QVERIFY(!list->isVisible());
    }

    void whatHappenedIsListedNewestFirst()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Online);
        lan.history = {
            { 1000, SessionState::Kicked, Error { ErrorKind::Kicked, {} } },
            { 2000, SessionState::Reconnecting,
              Error { ErrorKind::ZcaSilent, u"its heartbeat stayed away"_s } },
            { 3000, SessionState::Online, {} },
        };
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        const auto* list = page.findChild<QTreeWidget*>(u"history"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->topLevelItemCount(), 3);
        QCOMPARE(list->topLevelItem(0)->text(1), sessionStateText(SessionState::Online));
        QCOMPARE(list->topLevelItem(0)->text(2), QString());
        QCOMPARE(list->topLevelItem(1)->text(2), u"zca was silent"_s);
        QVERIFY(list->topLevelItem(1)->toolTip(2).contains(u"heartbeat"));
        // The state says it already.
        QCOMPARE(list->topLevelItem(2)->text(2), QString());
        QVERIFY(list->topLevelItem(2)->toolTip(2).contains(u"zalo-companion reconnect"));
        lan.history.clear();
        companion.snapshots.show(healthySnapshot({ lan }));
        QVERIFY(!list->isVisible());
    }

    void backlogIsShownWhileItLasts()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Online);
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        const auto* bar = page.findChild<QProgressBar*>();
        const auto* text = page.findChild<QLabel*>(u"backlogText"_s);
        QVERIFY(bar && text && !bar->isVisible());
        for (const int done : { 0, 340, 999 }) {
            lan.backlog = { done, 1000 };
            companion.snapshots.show(healthySnapshot({ lan }));
            QVERIFY(bar->isVisible());
            QCOMPARE(bar->maximum(), 1000);
            QCOMPARE(bar->value(), done);
            QVERIFY2(text->text().contains(QString::number(done)), qPrintable(text->text()));
        }
        lan.backlog = {};
        companion.snapshots.show(healthySnapshot({ lan }));
        QVERIFY(!bar->isVisible() && !text->isVisible());
    }

    void whereTheBotIsPausedIsSaid()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = accountIn(SessionState::Online);
        companion.snapshots.now = healthySnapshot({ lan });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        const auto* text = page.findChild<QLabel*>(u"pauses"_s);
        QVERIFY(text && !text->isVisible());
        lan.pauses = { { { lan.profile, {}, { u"1"_s, false } }, 1'700'000'000'000 } };
        companion.snapshots.show(healthySnapshot({ lan }));
        QVERIFY(text->isVisible());
        QVERIFY2(text->text().contains(u"until"_s), qPrintable(text->text()));
        lan.pauses = {};
        companion.snapshots.show(healthySnapshot({ lan }));
        QVERIFY(!text->isVisible());
    }

    void anotherAccountIsChosen()
    {
        FakeCompanion companion;
        companion.snapshots.now =
            healthySnapshot({ accountIn(SessionState::Online),
                              accountIn(SessionState::Expired, u"Shop Hoa"_s, u"shop"_s) });
        OverviewPage page(companion.snapshots, companion.contacts, companion.profiles,
                          companion.gateways);
        page.show();
        QSignalSpy asked(&page, &OverviewPage::actionRequested);
        auto* accounts = page.findChild<QComboBox*>();
        QVERIFY(accounts->isVisible());
        accounts->setFocus();
        QTest::keyClick(accounts, Qt::Key_Down);
        QTRY_VERIFY(visibleButton(page, u"Log in…"_s));
        visibleButton(page, u"Log in…"_s)->click();
        QCOMPARE(asked.first().first().value<StatusAction>().profile, u"shop"_s);
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
