// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/gatewayregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestGatewayRegistry : public QObject
{
    Q_OBJECT

    static GatewayRecord record(const QString& id)
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        return { .id = id,
                 .label = u"OpenClaw ở tiệm"_s,
                 .state = GatewayRecord::State::Approved,
                 .fingerprint = u"ab12"_s,
                 .keyStored = true,
                 .firstSeen = time,
                 .lastSeen = time.addSecs(5) };
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_path = m_root->filePath(u"gateways.json"_s);
    }

    void aMissingFileIsEmpty()
    {
        GatewayRegistry registry(m_path);
        QVERIFY(registry.load());
        QVERIFY(registry.list().isEmpty());
        QVERIFY(!registry.firstUseDone());
    }

    void survivesARestart()
    {
        GatewayRecord pending = record(u"b"_s);
        pending.state = GatewayRecord::State::Pending;
        pending.keyStored = false;
        GatewayRecord refused = pending;
        refused.id = u"d"_s;
        refused.state = GatewayRecord::State::Refused;
        refused.refusals = 2;
        refused.quietUntil = refused.lastSeen.addSecs(60);
        {
            GatewayRegistry registry(m_path);
            registry.put(record(u"a"_s));
            registry.put(record(u"b"_s));
            registry.put(pending);
            registry.put(refused);
            registry.put(record(u"c"_s));
            registry.remove(u"c"_s);
            registry.setFirstUseDone(true);
            QVERIFY(registry.save());
        }
        GatewayRegistry registry(m_path);
        QVERIFY(registry.load());
        QCOMPARE(registry.list(), (QList<GatewayRecord> { record(u"a"_s), pending, refused }));
        QCOMPARE(registry.find(u"b"_s).value(), pending);
        QVERIFY(!registry.find(u"c"_s));
        QVERIFY(registry.firstUseDone());
        QCOMPARE(QFile(m_path).permissions() & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
    }

    void aStrangeFileIsRefusedAndKept_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("cut") << QByteArray("{\"version\":1,") << ErrorKind::StorageDamaged;
        QTest::newRow("empty") << QByteArray() << ErrorKind::StorageDamaged;
        QTest::newRow("no list") << QByteArray("{\"version\":1}") << ErrorKind::StorageDamaged;
        QTest::newRow("newer") << QByteArray("{\"version\":2,\"gateways\":[]}")
                               << ErrorKind::StorageNewer;
    }

    void aStrangeFileIsRefusedAndKept()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorKind, kind);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        GatewayRegistry registry(m_path);
        const auto loaded = registry.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error(), (Error { kind, m_path }));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void saysWhenItCannotBeWritten()
    {
        const QString path = m_root->filePath(u"missing/gateways.json"_s);
        QCOMPARE(GatewayRegistry(path).save().error(), (Error { ErrorKind::FileUnwritable, path }));
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestGatewayRegistry)
#include "tst_gatewayregistry.moc"
