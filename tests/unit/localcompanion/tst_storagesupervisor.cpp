// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "localcompanion/storagesupervisor.h"
#include "settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

//! A supervisor over databases in a folder of their own.
struct Storage
{
    [[nodiscard]] Result<void> open()
    {
        return awaited<void>(
            [this](QObject* context, auto done) { supervisor.open(context, done); });
    }

    QTemporaryDir folder;
    QString relayPath = folder.filePath(u"relay.sqlite"_s);
    QString contactsPath = folder.filePath(u"contacts.sqlite"_s);
    Settings settings { folder.path() };
    Worker worker { u"sqlite"_s };
    RelayStore relay { &worker, { relayPath } };
    ContactStore contacts { &worker, { contactsPath } };
    StorageSupervisor supervisor { relay, contacts, contactsPath, settings, Policy(), Clock() };
};

} // namespace

class TestStorageSupervisor : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOpenedIsUsedFromTheStartOn()
    {
        Storage s;
        const QSignalSpy opened(&s.supervisor, &StorageSupervisor::opened);
        QVERIFY(s.open());
        QCOMPARE(opened.size(), 0);
        QVERIFY(!s.supervisor.error());
        s.supervisor.start();
        QCOMPARE(opened.size(), 1);
    }

    void aDamagedDatabaseIsReportedAndNotUsed()
    {
        Storage s;
        QVERIFY(write(s.relayPath, QByteArray(8'192, 'x')));
        const QSignalSpy opened(&s.supervisor, &StorageSupervisor::opened);
        const QSignalSpy changed(&s.supervisor, &StorageSupervisor::errorChanged);
        QVERIFY(s.open()); // the program runs, and says so
        QCOMPARE(changed.size(), 1);
        QVERIFY(s.supervisor.error());
        QCOMPARE(s.supervisor.error()->kind, ErrorKind::StorageDamaged);
        QVERIFY(s.supervisor.sinceMs() > 0);
        s.supervisor.start();
        QCOMPARE(opened.size(), 0);
    }

    void damagedContactsAreMadeAnew()
    {
        Storage s;
        QVERIFY(write(s.contactsPath, QByteArray(8'192, 'x')));
        QVERIFY(s.open());
        s.supervisor.start();
        const auto readable = [&s] {
            return awaited<ContactList>([&s](QObject* context, auto done) {
                       s.contacts.contacts(u"default"_s, context, done);
                   })
                .has_value();
        };
        QTRY_VERIFY(readable());
    }
};

QTEST_GUILESS_MAIN(TestStorageSupervisor)
#include "tst_storagesupervisor.moc"
