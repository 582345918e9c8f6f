// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/methods.h"
#include "companion/snapshotjson.h"
#include "headlessoptions.h"
#include "localcompanion/localcompanion.h"
#include "platform/privatefolder.h"
#include "testgateway.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Messages = 1'000;
constexpr int Threads = 250;

CompanionOptions optionsIn(const QString& folder)
{
    CompanionOptions options = headlessOptions(folder);
    options.policy = Policy().scaled(0.01);
    options.policy.handshakeDeadline = Policy().handshakeDeadline;
    options.policy.deliverDeadline = Policy().deliverDeadline;
    options.policy.backlogMaxAge = Policy().backlogMaxAge;
    return options;
}

} // namespace

//! A Gateway that comes back finds what waited, in order and at a pace that is no flood.
class TestBacklog : public QObject
{
    Q_OBJECT

private slots:
    void thousandMessagesThatWaited()
    {
        // Memory where there is some: how fast a disk syncs is not the question here.
        const bool hasMemory = QFileInfo(u"/dev/shm"_s).isWritable();
        const QTemporaryDir folder(hasMemory ? u"/dev/shm/zalo-backlog-XXXXXX"_s
                                             : QDir::tempPath() + u"/zalo-backlog-XXXXXX"_s);
        const CompanionOptions options = optionsIn(folder.path());
        QVERIFY(ensurePrivateFolder(options.paths.data));
        {
            Worker worker(u"sqlite"_s);
            RelayStore store(&worker, { options.paths.relayDatabase() });
            store.open(this, [](const Result<RelayRecovery>& opened) { QVERIFY(opened); });
            int stored = 0;
            for (int i = 0; i < Messages; ++i) {
                InboundRow row;
                row.profile = u"default"_s;
                row.account = u"51"_s;
                row.msgId = QString::number(i);
                row.thread = { u"thread-%1"_s.arg(i % Threads), false };
                row.receivedMs = QDateTime::currentMSecsSinceEpoch();
                row.payload = { { u"text"_s, QString::number(i) } };
                store.inbound().append(row, this, [&stored](const Result<bool>& done) {
                    stored += done.value_or(false) ? 1 : 0;
                });
            }
            QTRY_COMPARE(stored, Messages);
        }
        LocalCompanion companion(options);
        addMethods(companion.bridge(), companion.roles(), companion.relay());
        SnapshotProvider& snapshots = companion.roles().snapshots;
        std::optional<Result<void>> started;
        companion.start(this, [&started](const Result<void>& done) { started = done; });
        QTRY_VERIFY(started);
        QVERIFY2(*started, qPrintable(*started ? QString() : errorText(started->error())));
        QList<BacklogProgress> seen;
        connect(&snapshots, &SnapshotProvider::snapshotChanged, this, [&snapshots, &seen] {
            const ProfileSnapshot* profile = snapshots.snapshot().find(u"default"_s);
            if (profile && profile->backlog.total > 0) {
                seen << profile->backlog;
            }
        });
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*options.bridgeAddress.path()));
        companion.relay().setAccount(u"default"_s, u"51"_s); // as if zca had said so
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), Messages, 120'000);

        // Each once, in order within its thread.
        QHash<QString, int> last;
        QSet<QString> ids;
        for (const QJsonObject& params : std::as_const(gateway.delivered)) {
            const QString thread = params[u"threadId"].toString();
            const int number = params[u"text"].toString().toInt();
            QVERIFY(params[u"backlog"].toBool());
            QVERIFY(number > last.value(thread, -1));
            last.insert(thread, number);
            ids << params[u"msgId"].toString();
        }
        QCOMPARE(ids.size(), Messages);

        // Never more in any window than the pace allows; a busy machine may read some late.
        constexpr qint64 window = 500;
        const qint64 most = window / options.policy.backlogInterval.count() + 1 + 20;
        const QList<qint64>& at = gateway.deliveredAt;
        for (auto from = at.begin(); from != at.end(); ++from) {
            const auto count = std::lower_bound(from, at.end(), *from + window) - from;
            QVERIFY2(count <= most, qPrintable(u"%1 at once"_s.arg(count)));
        }
        QVERIFY(at.last() - at.first() >= (Messages - 1) * options.policy.backlogInterval.count());

        // The progress was told all the way, and is gone at the end.
        QVERIFY2(seen.size() > 100, qPrintable(QString::number(seen.size())));
        for (int i = 1; i < seen.size(); ++i) {
            QCOMPARE(seen.at(i).total, Messages);
            QVERIFY(seen.at(i).done >= seen.at(i - 1).done);
        }
        QVERIFY(seen.last().done > Messages * 9 / 10);
        QTRY_VERIFY(toJson(snapshots.snapshot())[u"profiles"][0][u"backlog"].isNull());
        gateway.close();
    }
};

QTEST_GUILESS_MAIN(TestBacklog)
#include "tst_backlog.moc"
