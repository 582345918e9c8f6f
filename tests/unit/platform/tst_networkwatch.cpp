// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/networkwatch.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>

#include <unistd.h>

using namespace zalo;
using namespace Qt::StringLiterals;
using Reachability = QNetworkInformation::Reachability;

namespace {

constexpr int Connected = 70; // NM_STATE_CONNECTED_GLOBAL
constexpr int Disconnected = 20;

const QString Service = u"org.freedesktop.NetworkManager"_s;
const QString Path = u"/org/freedesktop/NetworkManager"_s;

} // namespace

//! NetworkManager as Qt's plugin sees it, in a process of its own: `D` and `C` on standard input
//! disconnect it and connect it.
class FakeNetworkManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State MEMBER m_state)
    Q_PROPERTY(uint Connectivity MEMBER m_connectivity)

public:
    FakeNetworkManager()
        : m_orders(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_orders, &QSocketNotifier::activated, this, &FakeNetworkManager::obey);
    }

    bool start()
    {
        QDBusConnection bus = QDBusConnection::systemBus();
        return bus.registerObject(Path, this, QDBusConnection::ExportAllProperties)
            && bus.registerService(Service) && ::puts("ready") >= 0 && ::fflush(stdout) == 0;
    }

private:
    void obey()
    {
        char order = 0;
        if (::read(STDIN_FILENO, &order, 1) != 1) {
            QCoreApplication::quit();
            return;
        }
        m_state = order == 'C' ? Connected : Disconnected;
        QDBusMessage changed = QDBusMessage::createSignal(
            Path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        changed << Service << QVariantMap { { u"State"_s, m_state } } << QStringList();
        QDBusConnection::systemBus().send(changed);
    }

    QSocketNotifier m_orders;
    uint m_state = Connected;
    uint m_connectivity = 4;
};

class TestNetworkWatch : public QObject
{
    Q_OBJECT

    QProcess m_bus;

private slots:
    void initTestCase()
    {
        // A system bus of our own; the first look at it decides.
        m_bus.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address"_s });
        QVERIFY(m_bus.waitForReadyRead());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.readLine().trimmed());
    }

    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void tellsOfAReturnOnly()
    {
        NetworkWatch watch;
        QSignalSpy back(&watch, &NetworkWatch::cameBack);
        watch.setReachability(Reachability::Online); // as it was
        watch.setReachability(Reachability::Disconnected);
        watch.setReachability(Reachability::Site);
        QCOMPARE(back.size(), 0);
        watch.setReachability(Reachability::Online);
        watch.setReachability(Reachability::Online);
        QCOMPARE(back.size(), 1);
        watch.setReachability(Reachability::Unknown);
        watch.setReachability(Reachability::Online);
        QCOMPARE(back.size(), 2);
    }

    void nothingHappensWithoutNetworkManager()
    {
        NetworkWatch watch;
        watch.start();
        QVERIFY(!QNetworkInformation::instance());
    }

    void networkManagerTellsOfTheReturn()
    {
        QProcess manager;
        manager.start(QCoreApplication::applicationFilePath(), { u"--network-manager"_s });
        QVERIFY(manager.waitForReadyRead());
        NetworkWatch watch;
        QSignalSpy back(&watch, &NetworkWatch::cameBack);
        watch.start();
        const auto* information = QNetworkInformation::instance();
        QVERIFY(information);
        QCOMPARE(information->reachability(), Reachability::Online);
        manager.write("D");
        QTRY_COMPARE(information->reachability(), Reachability::Disconnected);
        QCOMPARE(back.size(), 0);
        manager.write("C");
        QTRY_COMPARE(back.size(), 1);
        manager.closeWriteChannel();
        QVERIFY(manager.waitForFinished());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--network-manager") {
        FakeNetworkManager manager;
        return manager.start() ? QCoreApplication::exec() : 1;
    }
    TestNetworkWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkwatch.moc"
