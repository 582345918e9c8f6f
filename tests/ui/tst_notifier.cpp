// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;

} // namespace

//! A desktop's notification service, as far as it is used.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited READ isInhibited)

public:
    struct Shown
    {
        uint replaces;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Shown> shown;
    QList<uint> closed;
    bool inhibited = false;

    [[nodiscard]] bool isInhibited() const { return inhibited; }

public slots:
    // NOLINTNEXTLINE(readability-identifier-naming): the specification's name
    uint Notify(const QString&, uint replaces, const QString&, const QString& title,
                const QString& text, const QStringList& actions, const QVariantMap&, int)
    {
        shown.append({ replaces, title, text, actions });
        return replaces > 0 ? replaces : uint(shown.size());
    }
    // NOLINTNEXTLINE(readability-identifier-naming)
    void CloseNotification(uint id) { closed << id; }
};

//! Notifications on a session bus of the test's own.
class TestNotifier : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    QString m_address;
    std::unique_ptr<FakeService> m_service;

    //! The service's side of the bus.
    [[nodiscard]] QDBusConnection desktop() const
    {
        return QDBusConnection::connectToBus(m_address, u"desktop"_s);
    }

    void setInhibited(bool inhibited)
    {
        m_service->inhibited = inhibited;
        QDBusMessage changed = QDBusMessage::createSignal(
            Path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        changed << Service << QVariantMap { { u"Inhibited"_s, inhibited } } << QStringList();
        desktop().send(changed);
    }

private slots:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address"_s });
        QVERIFY(m_bus.waitForReadyRead());
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
        QVERIFY(desktop().isConnected());
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void init()
    {
        m_service = std::make_unique<FakeService>();
        QVERIFY(desktop().registerObject(Path, m_service.get(),
                                         QDBusConnection::ExportAllSlots
                                             | QDBusConnection::ExportAllProperties));
        QVERIFY(desktop().registerService(Service));
    }

    void cleanup()
    {
        desktop().unregisterService(Service);
        desktop().unregisterObject(Path);
    }

    void showsReplacesAndWithdraws()
    {
        Notifier notifier;
        notifier.notify(u"a"_s, u"Expired"_s, u"<b>An</b>"_s, u"Log in"_s);
        QTRY_COMPARE(m_service->shown.size(), 1);
        const FakeService::Shown first = m_service->shown.first();
        QCOMPARE(first.title, u"Expired"_s);
        QCOMPARE(first.text, u"&lt;b&gt;An&lt;/b&gt;"_s); // bodies may contain markup
        QCOMPARE(first.actions,
                 (QStringList { u"default"_s, u"Expired"_s, u"button"_s, u"Log in"_s }));
        QSignalSpy activated(&notifier, &Notifier::activated);
        QTRY_VERIFY((press(1, u"button"_s), activated.size() > 0));
        QCOMPARE(activated.first(), (QVariantList { u"a"_s, false }));
        notifier.notify(u"a"_s, u"Kicked"_s, {}, {});
        QTRY_COMPARE(m_service->shown.size(), 2);
        QCOMPARE(m_service->shown.last().replaces, 1u);
        notifier.withdraw(u"a"_s); // perhaps before the service has answered
        QTRY_VERIFY(!m_service->closed.isEmpty());
        QCOMPARE(m_service->closed.first(), 1u);
    }

    //! Nobody is disturbed; what still applies then comes when the person is back.
    void whileNobodyWantsToBeDisturbedTheyWait()
    {
        setInhibited(true);
        Notifier notifier;
        notifier.notify(u"a"_s, u"Expired"_s, {}, {});
        notifier.notify(u"b"_s, u"2 messages"_s, {}, {});
        notifier.notify(u"b"_s, u"3 messages"_s, {}, {});
        roundTrip(); // they have asked by now, and…
        roundTrip(); // …would have shown it
        QCOMPARE(m_service->shown.size(), 0);
        notifier.withdraw(u"a"_s);
        setInhibited(false);
        QTRY_COMPARE(m_service->shown.size(), 1);
        QCOMPARE(m_service->shown.first().title, u"3 messages"_s);
    }

    void withoutAServiceItAsksForABalloon()
    {
        cleanup();
        Notifier notifier;
        QSignalSpy balloons(&notifier, &Notifier::balloonRequested);
        notifier.notify(u"a"_s, u"Expired"_s, u"why"_s, {});
        QTRY_COMPARE(balloons.size(), 1);
        QCOMPARE(balloons.first(), (QVariantList { u"Expired"_s, u"why"_s }));
        QVERIFY(desktop().registerService(Service));
    }

private:
    //! What was sent to the service before has been answered.
    static void roundTrip()
    {
        const QDBusMessage ping = QDBusMessage::createMethodCall(
            Service, Path, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
        const QDBusPendingCall asked = QDBusConnection::sessionBus().asyncCall(ping);
        QTRY_VERIFY(asked.isFinished());
    }

    void press(uint id, const QString& action) const
    {
        QDBusMessage pressed = QDBusMessage::createSignal(Path, Service, u"ActionInvoked"_s);
        pressed << id << action;
        desktop().send(pressed);
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
