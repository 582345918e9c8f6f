// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakecompanion.h"
#include "platform/autostart.h"
#include "ui/shell/windows.h"
#include "ui/theme/preferences.h"

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

struct Fixture
{
    QTemporaryDir folder;
    FakeCompanion companion;
    Preferences preferences { folder.path() };
    Autostart autostart { folder.path(), u"/usr/bin/zalo-companion"_s };
    Windows windows { companion, preferences, autostart };
};

} // namespace

//! When the window comes. There is no tray on this platform.
class TestWindows : public QObject
{
    Q_OBJECT

private slots:
    void windowComesWhenTheCompanionRuns()
    {
        Fixture f;
        f.windows.start(false, {});
        QVERIFY(!mainWindow());
        f.windows.open();
        QVERIFY(mainWindow() && mainWindow()->isVisible());
        QVERIFY(!mainWindow()->isMinimized());
    }

    void hiddenHasNoWindowToCarry()
    {
        Fixture f;
        f.windows.start(true, {});
        f.windows.open();
        f.companion.show({});
        QVERIFY(!mainWindow());
        f.windows.raise();
        QVERIFY(mainWindow() && mainWindow()->isVisible());
    }

    //! A second launch while the first still starts.
    void raisedWhileItStarts()
    {
        Fixture f;
        f.windows.start(true, {});
        f.windows.raise();
        QVERIFY(!mainWindow());
        f.windows.open();
        QVERIFY(mainWindow() && mainWindow()->isVisible());
    }

    void pageIsRememberedWhileItStarts()
    {
        Fixture f;
        f.windows.start(false, u"contacts"_s);
        f.windows.open();
        QVERIFY(mainWindow());
        QCOMPARE(mainWindow()->findChild<QListWidget*>(u"navigation"_s)->currentRow(), 2);
    }

    //! The end may come before there was any window.
    void stopsWithoutAWindow()
    {
        Fixture f;
        f.windows.start(true, {});
        f.windows.stop();
        QVERIFY(!mainWindow());
    }
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
