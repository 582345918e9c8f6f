// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/sessionendwatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace zalo;

class TestSessionEndWatcher : public QObject
{
    Q_OBJECT

private slots:
    void aQuitFromOutsideIsAskedForAndGoesNoFurther()
    {
        SessionEndWatcher requests(qApp);
        const QSignalSpy asked(&requests, &SessionEndWatcher::quitRequested);
        const QSignalSpy quitting(qApp, &QCoreApplication::aboutToQuit);
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(qApp, &quit);
        QCOMPARE(asked.size(), 1);
        // Qt's own way would have ended the event loop of the next exec() at once.
        QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(7); });
        QCOMPARE(QCoreApplication::exec(), 7);
        QCOMPARE(quitting.size(), 1);
    }

    void othersQuitEventsAreNot()
    {
        SessionEndWatcher requests(qApp);
        const QSignalSpy asked(&requests, &SessionEndWatcher::quitRequested);
        QObject other;
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(&other, &quit);
        QVERIFY(asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSessionEndWatcher)
#include "tst_sessionendwatcher.moc"
