// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/methods.h"
#include "localcompanion/localcompanion.h"
#include "platform/privatefolder.h"
#include "testgateway.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

CompanionOptions optionsIn(const QString& folder)
{
    CompanionOptions options;
    options.paths = { folder + u"/config"_s, folder + u"/data"_s, folder + u"/state"_s,
                      folder + u"/cache"_s, folder + u"/run"_s };
    options.bridgePath = folder + u"/run/bridge.sock"_s;
    options.mode = RunMode::Headless;
    options.zca.environment.insert(u"ZALO_COMPANION_ZCA"_s, folder + u"/no-zca"_s);
    options.usesKeychain = false;
    options.loadsPictures = false;
    return options;
}

//! As an earlier run left them.
[[nodiscard]] bool storeWaiting(const QString& database, const QString& profile, int count)
{
    Worker worker(u"sqlite"_s);
    RelayStore store(&worker, { database });
    QObject context;
    store.open(&context, [](const Result<RelayRecovery>&) {});
    int stored = 0;
    for (int i = 0; i < count; ++i) {
        InboundRow row;
        row.profile = profile;
        row.msgId = QString::number(i);
        row.thread = { QString::number(i % 2), false };
        row.receivedMs = QDateTime::currentMSecsSinceEpoch();
        row.payload = { { u"text"_s, QString::number(i) } };
        store.inbound().append(row, &context, [&stored](const Result<bool>& done) {
            stored += done.value_or(false) ? 1 : 0;
        });
    }
    return QTest::qWaitFor([&] { return stored == count; });
}

} // namespace

//! What PROTOCOL.md promises, on the whole companion.
class TestProtocol : public QObject
{
    Q_OBJECT

private slots:
    //! At once after the start, and for profiles that this very call takes up.
    void subscribingTellsHowManyWait()
    {
        const QTemporaryDir folder;
        const CompanionOptions options = optionsIn(folder.path());
        QVERIFY(ensurePrivateFolder(options.paths.data));
        QVERIFY(storeWaiting(options.paths.relayDatabase(), u"default"_s, 5));
        QVERIFY(storeWaiting(options.paths.relayDatabase(), u"shop"_s, 3));
        LocalCompanion companion(options);
        addMethods(companion.bridge(), companion.roles(), companion.relay());
        std::optional<Result<void>> started;
        companion.start(this, [&started](const Result<void>& done) { started = done; });
        QTRY_VERIFY(started && *started);
        TestGateway gateway;
        QVERIFY(gateway.open(options.bridgePath));
        int deliveredBefore = -1;
        const RpcReply answer =
            gateway.call(u"inbound.subscribe"_s,
                         { { u"profiles"_s, QJsonArray { u"default"_s, u"shop"_s, u"new"_s } } });
        deliveredBefore = int(gateway.delivered.size());
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QCOMPARE((*answer)[u"pending"].toObject(),
                 (QJsonObject { { u"default"_s, 5 }, { u"shop"_s, 3 }, { u"new"_s, 0 } }));
        QCOMPARE(deliveredBefore, 0);
        QTRY_VERIFY(!gateway.delivered.isEmpty());
        gateway.close();
    }
};

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
