// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/launchoptions.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/language.h"
#include "uifixtures.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Snapshot snapshot()
{
    ProfileSnapshot lan = accountIn(SessionState::Kicked);
    lan.gaps = { { 1000, 2000, GapCause::Offline } };
    Snapshot snapshot = healthySnapshot({ lan });
    snapshot.zcaDialect = ZcaDialect::OpenZca;
    snapshot.bridgeState = BridgeState::Kind::AwaitingApproval;
    snapshot.gateways = { { u"g1"_s, u"OpenClaw · pi"_s, true, true, 1000, {}, false },
                          { u"g2"_s, u"OpenClaw · nas"_s, false, false, 1000, {}, false } };
    return snapshot;
}

struct Fixture : WindowFixture
{
    Fixture()
    {
        companion.snapshots.now = snapshot();
        settings.acceptRisk();
        window.show();
        window.activateWindow();
    }

    [[nodiscard]] QListWidget* navigation() const
    {
        return window.findChild<QListWidget*>(u"navigation"_s);
    }
    void showEveryPage() const
    {
        for (int row = 0; row < navigation()->count(); ++row) {
            navigation()->setCurrentRow(row);
        }
    }

    MainWindow window { companion.roles(), settings, autostart };
};

bool isInteractive(const QWidget* widget)
{
    // Parts of other widgets are spoken for by those.
    if (widget->objectName().startsWith(u"qt_") || widget->inherits("QHeaderView")
        || qobject_cast<QComboBox*>(widget->parent())) {
        return false;
    }
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget)
        || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
        || (qobject_cast<const QAbstractItemView*>(widget)
            && !widget->parentWidget()->inherits("QComboBoxPrivateContainer"));
}

//! Every text that a person can read in the window, also on pages that are not in front.
QStringList texts(const QWidget& window)
{
    QStringList found { window.windowTitle() };
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (qobject_cast<QTabBar*>(widget->parent())) {
            continue; // its arrows for too many tabs, which are never shown here
        }
        found << widget->accessibleName() << widget->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            found << label->text();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            found << button->text();
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
            found << edit->placeholderText();
        } else if (const auto* tree = qobject_cast<const QTreeWidget*>(widget)) {
            for (int column = 0; column < tree->columnCount(); ++column) {
                found << tree->headerItem()->text(column);
            }
        } else if (const auto* list = qobject_cast<const QListWidget*>(widget)) {
            for (int row = 0; row < list->count(); ++row) {
                found << list->item(row)->text();
            }
        } else if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
            for (int row = 0; row < combo->count(); ++row) {
                found << combo->itemText(row);
            }
        }
    }
    found.removeAll(QString());
    return found;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    //! All the while, on every page, and only there.
    void demoIsSaid()
    {
        for (const RunMode mode : { RunMode::Window, RunMode::Demo }) {
            QTemporaryDir folder;
            FakeCompanion companion;
            companion.snapshots.now = snapshot();
            companion.snapshots.now.mode = mode;
            Settings settings(folder.path());
            Autostart autostart(folder.path(), u"/bin/true"_s);
            MainWindow window(companion.roles(), settings, autostart);
            window.show();
            const auto* line = window.findChild<QLabel*>(u"demoLine"_s);
            auto* navigation = window.findChild<QListWidget*>(u"navigation"_s);
            for (int row = 0; row < navigation->count(); ++row) {
                navigation->setCurrentRow(row);
                QCOMPARE(line->isVisible(), mode == RunMode::Demo);
            }
            QVERIFY(line->text().contains(u"Demo"));
            QCOMPARE(window.windowTitle().contains(u"Demo"), mode == RunMode::Demo);
        }
    }

    void pagesByKeyboard()
    {
        Fixture f;
        auto* pages = f.window.findChild<QStackedWidget*>();
        f.navigation()->setFocus();
        QTest::keyClick(f.navigation(), Qt::Key_Down);
        QCOMPARE(pages->currentIndex(), 1);
        QTest::keyClick(f.navigation(), Qt::Key_End);
        QCOMPARE(pages->currentIndex(), f.navigation()->count() - 1);
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        QTest::keyClick(&f.window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 0);
        const QSignalSpy quit(&f.window, &MainWindow::quitRequested);
        QTest::keyClick(&f.window, Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quit.size(), 1);
    }

    //! Tab reaches every control of every page.
    void everyControlByTab()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        for (int row = 0; row < f.navigation()->count(); ++row) {
            f.navigation()->setCurrentRow(row);
            QSet<QWidget*> reached;
            for (int i = 0; i < 60; ++i) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget()
                                                            : &f.window,
                                Qt::Key_Tab);
                reached << QApplication::focusWidget();
            }
            const auto widgets = f.window.findChildren<QWidget*>();
            for (QWidget* widget : widgets) {
                if (isInteractive(widget) && widget->isVisible() && widget->isEnabled()) {
                    QVERIFY2(reached.contains(widget),
                             qPrintable(u"page %1: %2 “%3”"_s.arg(row).arg(
                                 QString::fromLatin1(widget->metaObject()->className()),
                                 widget->accessibleName())));
                }
            }
        }
    }

    void everyControlHasAName()
    {
        Fixture f;
        f.showEveryPage();
        int seen = 0;
        const auto widgets = f.window.findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            if (isInteractive(widget)) {
                ++seen;
                QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
                // A hidden button without words is one that its panel does not use just now.
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                if (button && !button->isVisible() && button->text().isEmpty()) {
                    continue;
                }
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(
                             u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                            widget->objectName())));
            }
        }
        QVERIFY(seen > 10);
    }

    void everyTextIsSpokenWhole()
    {
        Fixture f;
        f.showEveryPage();
        int seen = 0;
        const auto labels = f.window.findChildren<QLabel*>();
        for (QLabel* label : labels) {
            const QString text = label->text().remove(u'&');
            if (!text.isEmpty()) {
                ++seen;
                const QString spoken =
                    QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
                QVERIFY2(spoken.contains(text), qPrintable(u"“%1” for “%2”"_s.arg(spoken, text)));
            }
        }
        QVERIFY(seen > 10);
    }

    void languageIsSwitchedWhileRunning()
    {
        Fixture f;
        Language language;
        language.use(u"en"_s);
        f.showEveryPage();
        const QStringList english = texts(f.window);
        language.use(u"vi"_s);
        QTRY_COMPARE(f.navigation()->item(0)->text(), u"Tổng quan"_s);
        f.companion.snapshots.show(snapshot());
        const QStringList vietnamese = texts(f.window);
        // Names are the same in every language.
        static const QStringList names { u"Zalo Companion"_s,
                                         u"Mẹ Lan"_s,
                                         u"Tiếng Việt"_s,
                                         u"Français"_s,
                                         u"English"_s,
                                         u"OpenClaw · pi"_s,
                                         u"OpenClaw · nas"_s,
                                         u"51234567890123456default"_s,
                                         u"g1"_s,
                                         u"g2"_s,
                                         u"Gateway"_s,
                                         u"ID"_s };
        for (const QString& text : vietnamese) {
            const bool hasWords = text.contains(QRegularExpression(u"[A-Za-z]{2}"_s));
            QVERIFY2(!hasWords || names.contains(text) || !english.contains(text),
                     qPrintable(u"still English: "_s + text));
        }
        // The buttons of dialogs are Qt's, and Qt has no Vietnamese.
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Hủy"_s);
        language.use(u"en"_s);
        QTRY_COMPARE(f.navigation()->item(0)->text(), u"Overview"_s);
    }

    void statusActionsLeadSomewhere()
    {
        Fixture f;
        f.window.act({ HealthAction::Reconnect, u"shop"_s });
        QCOMPARE(f.companion.asked, QStringList { u"reconnect shop"_s });
        f.window.act({ HealthAction::ResumeRelay });
        QCOMPARE(f.companion.asked.last(), u"resume"_s);
        f.window.act({ HealthAction::ApproveGateways });
        const int gatewayRow = int(MainWindow::Page::Gateway);
        QCOMPARE(f.navigation()->currentRow(), gatewayRow);
        f.window.act({ HealthAction::FindZca });
        QCOMPARE(f.navigation()->currentRow(), int(MainWindow::Page::Settings));
        f.window.act({ HealthAction::StartGateway });
        QCOMPARE(f.navigation()->currentRow(), gatewayRow);
        QVERIFY(f.companion.gatewayHost.isWatched);
        f.window.act({ HealthAction::LogIn, u"shop"_s });
        QCOMPARE(f.companion.asked.last(), u"startLogin shop"_s);
        f.window.act({ HealthAction::ShowActivity, {}, {}, ActivityPart::FailedTurns });
        QVERIFY(f.window.findChild<QLabel*>(u"restriction"_s)->isVisibleTo(&f.window));
        QCOMPARE(f.companion.activity.lastQuery.part, ActivityPart::FailedTurns);
        f.window.act({ HealthAction::ShowPausedChats });
        QCOMPARE(f.window.findChild<QTabBar*>(u"activityTabs"_s)->currentIndex(), 0);
        QTRY_COMPARE(f.companion.asked.last(), u"pausedConversations"_s);
    }

    void sendingAgainAfterALimitIsAskedFor()
    {
        Fixture f;
        ConfirmRecorder confirm;
        f.window.setConfirm(confirm.answer());
        f.window.act({ HealthAction::EndCoolDown, u"shop"_s });
        QVERIFY(confirm.asked.first().text.contains(u"locked"));
        QVERIFY(f.companion.asked.isEmpty());
        confirm.agree();
        QCOMPARE(f.companion.asked, QStringList { u"endCoolDown shop"_s });
    }

    void paceIsSetByKeyboard()
    {
        Fixture f;
        f.window.showPage(MainWindow::Page::Settings);
        auto* pace = f.window.findChild<QSpinBox*>(u"pace"_s);
        QCOMPARE(pace->value(), 20);
        pace->setFocus();
        pace->selectAll();
        QTest::keyClicks(pace, u"12"_s);
        QVERIFY(!f.companion.asked.contains(u"setSendsPerMinute 1"_s)); // not amid typing
        QTest::keyClick(pace, Qt::Key_Return);
        QCOMPARE(f.companion.asked.last(), u"setSendsPerMinute 12"_s);
        auto* ownerPause = f.window.findChild<QCheckBox*>(u"ownerPause"_s);
        QVERIFY(ownerPause->isChecked());
        ownerPause->click();
        QCOMPARE(f.companion.asked.last(), u"setPausesForOwner 0"_s);
        auto* texts = f.window.findChild<QCheckBox*>(u"messageTexts"_s);
        QVERIFY(texts->isChecked());
        texts->click();
        QVERIFY(!f.settings.isOn(Settings::Switch::MessageTexts));
    }

    void everyPageOfTheCommandLineIsThere()
    {
        Fixture f;
        const QStringList names = pageNames();
        QCOMPARE(names.size(), f.navigation()->count());
        for (int row = 0; row < names.size(); ++row) {
            const auto page = MainWindow::pageNamed(names[row]);
            QVERIFY2(page, qPrintable(names[row]));
            f.window.showPage(*page);
            QCOMPARE(f.navigation()->currentRow(), row);
        }
        QVERIFY(!MainWindow::pageNamed({}));
    }

    void gatewayIsApprovedByKeyboard()
    {
        Fixture f;
        f.window.showPage(MainWindow::Page::Gateway);
        QAbstractButton* approve = nullptr;
        const auto buttons = f.window.findChildren<QAbstractButton*>();
        for (QAbstractButton* button : buttons) {
            if (button->accessibleName() == u"Approve OpenClaw · nas") {
                approve = button;
            }
        }
        QVERIFY(approve);
        approve->setFocus();
        QTest::keyClick(approve, Qt::Key_Space);
        QCOMPARE(f.companion.asked, QStringList { u"approveGateway g2"_s });
    }

    void closingIsNotDecidedHere()
    {
        Fixture f;
        const QSignalSpy closing(&f.window, &MainWindow::closeRequested);
        f.window.close();
        QCOMPARE(closing.size(), 1);
        QVERIFY(f.window.isVisible());
        QVERIFY(!f.settings.windowGeometry().isEmpty());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
