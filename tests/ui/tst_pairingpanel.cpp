// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/overviewpage.h"
#include "ui/pages/pairingpanel.h"
#include "ui/widgets/pairingrow.h"
#include "uifixtures.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

PairingRequest request(const QString& id, const QString& name)
{
    return { .requestId = id,
             .gatewayId = u"g1"_s,
             .accountId = u"default"_s,
             .profile = u"default"_s,
             .senderId = u"365"_s,
             .name = name,
             .createdAtMs = QDateTime::currentMSecsSinceEpoch(),
             .text = u"Chị ơi,\náo này còn không?"_s };
}

struct Fixture : WindowFixture
{
    Fixture()
    {
        companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Online) });
        panel.setConfirm(confirm.answer());
        window.show();
    }

    void show(const QList<PairingRequest>& requests)
    {
        Snapshot now = companion.snapshots.now;
        now.pairings = requests;
        companion.snapshots.show(now);
    }

    [[nodiscard]] PairingRow* row(const QString& id) const
    {
        const auto rows = panel.findChildren<PairingRow*>();
        for (PairingRow* each : rows) {
            if (each->isVisible() && each->view().requestId == id) {
                return each;
            }
        }
        return nullptr;
    }

    //! What is on the screen in this label; empty where it is not.
    [[nodiscard]] static QString text(const QWidget* parent, const QString& name)
    {
        const auto* label = parent->findChild<QLabel*>(name);
        return label->isVisible() ? label->text() : QString();
    }

    static QPushButton* approve(const PairingRow* row)
    {
        return row->findChild<QPushButton*>(u"approvePairing"_s);
    }
    static QPushButton* dismiss(const PairingRow* row)
    {
        return row->findChild<QPushButton*>(u"dismissPairing"_s);
    }

    ConfirmRecorder confirm;
    QWidget window;
    PairingPanel panel { { companion.snapshots, companion.contacts, companion.pairings },
                         settings,
                         &window };
};

} // namespace

//! Who asks whether the bot may answer, and the two answers.
class TestPairingPanel : public QObject
{
    Q_OBJECT

private slots:
    void saysWhoAsksWithWhatTheyWrote()
    {
        Fixture f;
        QVERIFY(!f.panel.isVisible());
        f.show({ request(u"r1"_s, u"<b>Lan</b>"_s), request(u"r2"_s, QString()) });
        QVERIFY(f.panel.isVisible());
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingName"_s), u"<b>Lan</b>"_s);
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingText"_s), u"“Chị ơi, áo này còn không?”"_s);
        QVERIFY(f.text(f.row(u"r1"_s), u"pairingWhen"_s).startsWith(u"waiting since "));
        QCOMPARE(f.text(f.row(u"r2"_s), u"pairingName"_s), u"Zalo user 365"_s);
        for (const QLabel* label : f.row(u"r1"_s)->findChildren<QLabel*>()) {
            QVERIFY(!label->text().contains(u"<b>") || label->textFormat() == Qt::PlainText);
        }
        QCOMPARE(f.approve(f.row(u"r1"_s))->accessibleName(), u"Approve <b>Lan</b>"_s);
        f.show({});
        QVERIFY(!f.panel.isVisible());
    }

    void severalAccountsAreNamed()
    {
        Fixture f;
        f.companion.snapshots.now.profiles
            << accountIn(SessionState::Online, u"Shop Hoa"_s, u"shop"_s);
        f.show({ request(u"r1"_s, u"Lan"_s) });
        QVERIFY(f.text(f.row(u"r1"_s), u"pairingWhen"_s).contains(u"Mẹ Lan"));
    }

    void anApprovalIsDoneWhenTheGatewaySaysSo()
    {
        Fixture f;
        f.companion.pairings.isSlow = true;
        PairingRequest lan = request(u"r1"_s, u"Lan"_s);
        f.show({ lan });
        f.approve(f.row(u"r1"_s))->click();
        QCOMPARE(f.companion.asked, QStringList { u"approvePairing r1"_s });
        lan.step = PairingStep::Approving;
        f.show({ lan });
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingProgress"_s), u"Approving…"_s);
        QVERIFY(!f.approve(f.row(u"r1"_s))->isEnabled());
        QVERIFY(!f.dismiss(f.row(u"r1"_s))->isEnabled());
        QCOMPARE(f.text(&f.panel, u"pairingReport"_s), QString());
        f.companion.pairings.unanswered.takeFirst()({});
        f.show({});
        QCOMPARE(f.text(&f.panel, u"pairingReport"_s),
                 u"Approved. The bot answers Lan from the next message on."_s);
        // Who comes back to the page finds no old news.
        f.window.hide();
        f.window.show();
        QTRY_VERIFY(!f.panel.isVisible());
    }

    void dismissingIsAskedFor()
    {
        Fixture f;
        f.show({ request(u"r1"_s, u"Lan"_s) });
        f.dismiss(f.row(u"r1"_s))->click();
        QVERIFY(f.companion.asked.isEmpty());
        QVERIFY(f.confirm.asked.first().title.contains(u"Lan"));
        f.confirm.agree();
        QCOMPARE(f.companion.asked, QStringList { u"dismissPairing r1"_s });
        QCOMPARE(f.text(&f.panel, u"pairingReport"_s), u"Dismissed."_s);
        f.companion.fails = Error { ErrorKind::PairingUnanswered, {} };
        f.confirm.agree();
        QCOMPARE(f.text(&f.panel, u"pairingReport"_s), QString());
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingProblem"_s), errorText(*f.companion.fails));
    }

    void anErrorStandsBesideItsRow()
    {
        Fixture f;
        f.show({ request(u"r1"_s, u"Lan"_s), request(u"r2"_s, u"Hoa"_s) });
        f.companion.fails = Error { ErrorKind::PairingUnanswered, {} };
        f.approve(f.row(u"r2"_s))->click();
        QCOMPARE(f.text(f.row(u"r2"_s), u"pairingProblem"_s), errorText(*f.companion.fails));
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingProblem"_s), QString());
        f.companion.fails.reset();
        f.approve(f.row(u"r2"_s))->click();
        QCOMPARE(f.text(f.row(u"r2"_s), u"pairingProblem"_s), QString());
    }

    //! There is no row any more beside which it could be said.
    void aRequestThatIsGoneIsToldBelow()
    {
        Fixture f;
        f.show({ request(u"r1"_s, u"Lan"_s) });
        f.companion.fails = Error { ErrorKind::PairingGone, {} };
        f.approve(f.row(u"r1"_s))->click();
        f.show({});
        QCOMPARE(f.text(&f.panel, u"pairingReport"_s), errorText(*f.companion.fails));
    }

    void whileTheGatewayIsAwayNobodyCanAnswer()
    {
        Fixture f;
        PairingRequest lan = request(u"r1"_s, u"Lan"_s);
        lan.isGatewayConnected = false;
        f.show({ lan });
        QVERIFY(!f.approve(f.row(u"r1"_s))->isEnabled());
        QVERIFY(f.text(f.row(u"r1"_s), u"pairingProgress"_s).contains(u"not connected"));
    }

    void hiddenTextsAreShownWhenAskedFor()
    {
        Fixture f;
        f.show({ request(u"r1"_s, u"Lan"_s) });
        QVERIFY(!visibleButton(f.panel, u"Show messages"_s));
        f.settings.setOn(Settings::Switch::MessageTexts, false);
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingText"_s), u"Message hidden"_s);
        visibleButton(f.panel, u"Show messages"_s)->click();
        QVERIFY(f.text(f.row(u"r1"_s), u"pairingText"_s).contains(u"áo này"));
        visibleButton(f.panel, u"Hide messages"_s)->click();
        QCOMPARE(f.text(f.row(u"r1"_s), u"pairingText"_s), u"Message hidden"_s);
    }

    //! From the status through the answers, in the order of the screen.
    void tabLeadsThroughTheAnswers()
    {
        WindowFixture f;
        f.companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Online) });
        OverviewPage page(f.companion.snapshots, f.companion.contacts, f.companion.profiles,
                          f.companion.gateways);
        auto* panel =
            new PairingPanel({ f.companion.snapshots, f.companion.contacts, f.companion.pairings },
                             f.settings, &page);
        page.setRequests(panel);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        for (int i = 0; i < 2; ++i) { // rows that come later, too
            Snapshot now = f.companion.snapshots.now;
            now.pairings.prepend(request(u"r%1"_s.arg(i), u"Lan %1"_s.arg(i)));
            f.companion.snapshots.show(now);
        }
        QTRY_COMPARE(panel->findChildren<PairingRow*>().size(), 2);
        for (const PairingRow* row : panel->findChildren<PairingRow*>()) {
            QTRY_VERIFY(row->isVisible());
        }
        page.showRequests();
        QStringList names;
        for (int i = 0; i < 4; ++i) {
            names << QApplication::focusWidget()->accessibleName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names,
                 (QStringList { u"Approve Lan 1"_s, u"Dismiss the request of Lan 1"_s,
                                u"Approve Lan 0"_s, u"Dismiss the request of Lan 0"_s }));
        page.showRequests();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Show requests…"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Approve Lan 1"_s);
    }

    //! Somebody else may be answered meanwhile: the keyboard does not move to another person.
    void aRowKeepsTheKeyboard()
    {
        Fixture f;
        f.show({ request(u"r1"_s, u"Lan"_s), request(u"r2"_s, u"Hoa"_s) });
        f.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        QPushButton* hoa = f.approve(f.row(u"r2"_s));
        hoa->setFocus();
        QVERIFY(hoa->hasFocus());
        f.show({ request(u"r2"_s, u"Hoa"_s), request(u"r3"_s, u"Mai"_s) });
        QCOMPARE(f.approve(f.row(u"r2"_s)), hoa);
        QVERIFY(hoa->hasFocus());
    }
};

QTEST_MAIN(TestPairingPanel)
#include "tst_pairingpanel.moc"
