// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakecompanion.h"
#include "ui/pages/overviewpage.h"

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

namespace {

ProfileSnapshot account(const QString& profile, const QString& name, SessionState state)
{
    ProfileSnapshot account;
    account.profile = profile;
    account.account = Account { u"51234567890123456"_s + profile, name, {}, {}, {} };
    account.session = { state, 1, 1, {}, NextStep::None };
    return account;
}

Snapshot snapshotOf(const QList<ProfileSnapshot>& profiles)
{
    Snapshot snapshot;
    snapshot.zcaPath = u"/usr/bin/zca"_s;
    snapshot.zcaVersion = u"0.1.58"_s;
    snapshot.bridgeState = BridgeState::Kind::Connected;
    snapshot.profiles = profiles;
    return snapshot;
}

QPushButton* button(const QWidget& page, const QString& text)
{
    const auto buttons = page.findChildren<QPushButton*>();
    for (QPushButton* candidate : buttons) {
        if (candidate->isVisible() && candidate->text() == text) {
            return candidate;
        }
    }
    return nullptr;
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void theAccountsPictureIsAskedForOnce()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = account(u"default"_s, u"Mẹ Lan"_s, SessionState::Online);
        lan.account->avatar = u"https://example.com/lan.jpg"_s;
        companion.snapshots.now = snapshotOf({ lan });
        OverviewPage page(companion.snapshots, companion.contacts);
        page.show();
        companion.snapshots.show(companion.snapshots.now);
        QCOMPARE(companion.asked, QStringList { u"avatar https://example.com/lan.jpg"_s });
    }

    void nextStepIsAButton()
    {
        FakeCompanion companion;
        companion.snapshots.now =
            snapshotOf({ account(u"default"_s, u"Mẹ Lan"_s, SessionState::Kicked) });
        OverviewPage page(companion.snapshots, companion.contacts);
        page.show();
        QSignalSpy asked(&page, &OverviewPage::actionRequested);
        QCOMPARE(page.findChild<QLabel*>(u"statusTitle"_s)->text(),
                 sessionStateText(SessionState::Kicked));
        QPushButton* reconnect = button(page, u"Reconnect"_s);
        QVERIFY(reconnect);
        reconnect->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).toString(), u"default"_s);
        companion.snapshots.show(
            snapshotOf({ account(u"default"_s, u"Mẹ Lan"_s, SessionState::Online) }));
        QVERIFY(!button(page, u"Reconnect"_s));
    }

    void idIsCopied()
    {
        FakeCompanion companion;
        companion.snapshots.now =
            snapshotOf({ account(u"default"_s, u"Mẹ Lan"_s, SessionState::Online) });
        OverviewPage page(companion.snapshots, companion.contacts);
        page.show();
        button(page, u"Copy id"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), u"51234567890123456default"_s);
    }

    void chainIsSpoken()
    {
        FakeCompanion companion;
        companion.snapshots.now =
            snapshotOf({ account(u"default"_s, u"Mẹ Lan"_s, SessionState::Offline) });
        OverviewPage page(companion.snapshots, companion.contacts);
        const QString spoken = page.findChild<QWidget*>(u"chain"_s)->accessibleDescription();
        QVERIFY2(spoken.contains(sessionStateText(SessionState::Offline)), qPrintable(spoken));
        QVERIFY2(spoken.contains(u"Gateway: Connected"), qPrintable(spoken));
    }

    void gapsAreListedNewestFirst()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = account(u"default"_s, u"Mẹ Lan"_s, SessionState::Kicked);
        lan.gaps = { { 1000, 2000, GapCause::Offline }, { 3000, 0, GapCause::Kicked } };
        companion.snapshots.now = snapshotOf({ lan });
        OverviewPage page(companion.snapshots, companion.contacts);
        page.show();
        const auto* list = page.findChild<QTreeWidget*>(u"gaps"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(1), u"still open"_s);
        QVERIFY(list->topLevelItem(0)->text(2).contains(u"elsewhere"));
        lan.gaps.clear();
        companion.snapshots.show(snapshotOf({ lan }));
        QVERIFY(!list->isVisible());
    }

    void whatHappenedIsListedNewestFirst()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = account(u"default"_s, u"Mẹ Lan"_s, SessionState::Online);
        lan.history = {
            { 1000, SessionState::Kicked, Error { ErrorKind::Kicked, {} }, false },
            { 2000, SessionState::Reconnecting,
              Error { ErrorKind::ZcaSilent, u"its heartbeat stayed away"_s }, false },
            { 3000, SessionState::Online, {}, false },
        };
        companion.snapshots.now = snapshotOf({ lan });
        OverviewPage page(companion.snapshots, companion.contacts);
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
        companion.snapshots.show(snapshotOf({ lan }));
        QVERIFY(!list->isVisible());
    }

    void replayIsShownWhileItLasts()
    {
        FakeCompanion companion;
        ProfileSnapshot lan = account(u"default"_s, u"Mẹ Lan"_s, SessionState::Online);
        companion.snapshots.now = snapshotOf({ lan });
        OverviewPage page(companion.snapshots, companion.contacts);
        page.show();
        const auto* bar = page.findChild<QProgressBar*>();
        const auto* text = page.findChild<QLabel*>(u"replayText"_s);
        QVERIFY(bar && text && !bar->isVisible());
        for (const int done : { 0, 340, 999 }) {
            lan.backlog = { done, 1000 };
            companion.snapshots.show(snapshotOf({ lan }));
            QVERIFY(bar->isVisible());
            QCOMPARE(bar->maximum(), 1000);
            QCOMPARE(bar->value(), done);
            QVERIFY2(text->text().contains(QString::number(done)), qPrintable(text->text()));
        }
        lan.backlog = {};
        companion.snapshots.show(snapshotOf({ lan }));
        QVERIFY(!bar->isVisible() && !text->isVisible());
    }

    void anotherAccountIsChosen()
    {
        FakeCompanion companion;
        companion.snapshots.now =
            snapshotOf({ account(u"default"_s, u"Mẹ Lan"_s, SessionState::Online),
                         account(u"shop"_s, u"Shop Hoa"_s, SessionState::Expired) });
        OverviewPage page(companion.snapshots, companion.contacts);
        page.show();
        QSignalSpy asked(&page, &OverviewPage::actionRequested);
        auto* accounts = page.findChild<QComboBox*>();
        QVERIFY(accounts->isVisible());
        accounts->setFocus();
        QTest::keyClick(accounts, Qt::Key_Down);
        QTRY_VERIFY(button(page, u"Log in…"_s));
        button(page, u"Log in…"_s)->click();
        QCOMPARE(asked.first().at(1).toString(), u"shop"_s);
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
