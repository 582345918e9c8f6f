// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "localcompanion/storagesupervisor.h"
#include "messagestore/relayschema.h"
#include "settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace std::chrono_literals;
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
    RelayStore relay { &worker, { .path = relayPath, .busyTimeout = 20ms } };
    ContactStore contacts { &worker, { contactsPath } };
    StorageSupervisor supervisor { relay,  contacts, contactsPath, settings, Policy().scaled(0.01),
                                   Clock() };
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

    void whatTimeOrAPersonMendsIsOpenedThen_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("locked") << ErrorKind::StorageLocked;
        QTest::newRow("read-only") << ErrorKind::StorageReadOnly;
    }

    void whatTimeOrAPersonMendsIsOpenedThen()
    {
        QFETCH(ErrorKind, kind);
        Storage s;
        QVERIFY(write(s.relayPath, {}));
        Database other({ s.relayPath, {}, true, 0ms, 0 });
        if (kind == ErrorKind::StorageLocked) {
            QVERIFY(other.open());
            QVERIFY(other.change(u"BEGIN EXCLUSIVE"_s));
        } else {
            QVERIFY(QFile::setPermissions(s.relayPath, QFile::ReadOwner));
            if (QFile file(s.relayPath); file.open(QIODevice::ReadWrite)) {
                QSKIP("nothing is read-only for root");
            }
        }
        const QSignalSpy opened(&s.supervisor, &StorageSupervisor::opened);
        QVERIFY(s.open());
        s.supervisor.start();
        QVERIFY(s.supervisor.error());
        QCOMPARE(s.supervisor.error()->kind, kind);
        QCOMPARE(opened.size(), 0);
        other.rollback();
        QVERIFY(QFile::setPermissions(s.relayPath, QFile::ReadOwner | QFile::WriteOwner));
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(!s.supervisor.error());
    }

    void aShortLockIsNoError()
    {
        Storage s;
        QVERIFY(s.open());
        s.supervisor.start();
        const QSignalSpy changed(&s.supervisor, &StorageSupervisor::errorChanged);
        Database other({ s.relayPath, relayMigrations(), true, 0ms, 0 });
        QVERIFY(other.open());
        QVERIFY(other.change(u"BEGIN EXCLUSIVE"_s));
        bool isStored = false;
        s.relay.profiles().setCoolDown(
            u"default"_s, {}, 1, &s.supervisor,
            [&](const Result<void>& result) { isStored = bool(result); });
        QTRY_COMPARE(s.relay.queue().state(), CommitQueue::State::Waiting);
        QVERIFY(!s.supervisor.error());
        other.rollback();
        QTRY_VERIFY(isStored);
        QCOMPARE(changed.size(), 0);
    }

    //! Sessions of less than the interval of pruning are the rule on a notebook.
    void whatIsOldGoesSoonAfterTheStart()
    {
        Storage s;
        QVERIFY(s.open());
        const QString profile = u"default"_s;
        s.relay.sessions().openGap(profile, {}, 1'000, GapCause::Offline, &s.supervisor, {});
        s.relay.sessions().closeGap(profile, {}, 2'000, &s.supervisor, {});
        const auto gaps = [&] {
            return awaited<QList<ConnectionGap>>([&](QObject* context, auto done) {
                       s.relay.sessions().gaps(profile, {}, 10, context, done);
                   })
                .value_or(QList<ConnectionGap>())
                .size();
        };
        QCOMPARE(gaps(), 1);
        s.supervisor.start();
        QTRY_COMPARE(gaps(), 0);
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
