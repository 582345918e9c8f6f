// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/uicontroller.h"
#include "uifixtures.h"

#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

MainWindow* mainWindow()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (auto* window = qobject_cast<MainWindow*>(widget)) {
            return window;
        }
    }
    return nullptr;
}

struct Fixture : WindowFixture
{
    UiController ui { companion.roles(), settings, autostart };
};

} // namespace

//! When the window comes. There is no tray on this platform.
class TestUiController : public QObject
{
    Q_OBJECT

private slots:
    void windowComesWhenTheCompanionRuns()
    {
        Fixture f;
        f.ui.start(false, {});
        QVERIFY(!mainWindow());
        f.ui.open();
        QVERIFY(mainWindow() && mainWindow()->isVisible());
        QVERIFY(!mainWindow()->isMinimized());
    }

    void hiddenHasNoWindowToCarry()
    {
        Fixture f;
        f.ui.start(true, {});
        f.ui.open();
        f.companion.snapshots.show({});
        QVERIFY(!mainWindow());
        f.ui.raise();
        QVERIFY(mainWindow() && mainWindow()->isVisible());
    }

    //! A second launch while the first still starts.
    void raisedWhileItStarts()
    {
        Fixture f;
        f.ui.start(true, {});
        f.ui.raise();
        QVERIFY(!mainWindow());
        f.ui.open();
        QVERIFY(mainWindow() && mainWindow()->isVisible());
    }

    void pageIsRememberedWhileItStarts()
    {
        Fixture f;
        f.ui.start(false, u"contacts"_s);
        f.ui.open();
        QVERIFY(mainWindow());
        QCOMPARE(mainWindow()->findChild<QListWidget*>(u"navigation"_s)->currentRow(), 2);
    }

    //! The end may come before there was any window.
    void stopsWithoutAWindow()
    {
        Fixture f;
        f.ui.start(true, {});
        f.ui.stop();
        QVERIFY(!mainWindow());
    }
};

QTEST_MAIN(TestUiController)
#include "tst_uicontroller.moc"
