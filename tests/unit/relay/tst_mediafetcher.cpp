// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/deliverypayload.h"
#include "awaited.h"
#include "examplerows.h"
#include "fakefetcher.h"
#include "fakegatewayport.h"
#include "falseclock.h"
#include "relay/inboundrelay.h"
#include "relay/mediafetcher.h"
#include "temporarystore.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

namespace {

Policy quick()
{
    Policy policy;
    policy.deliverDeadline = 60s; // longer than any test may take
    policy.mediaWait = 60s;
    policy.mediaRetry = { 5ms, 20ms, 0 };
    policy.mediaTries = 3;
    policy.backlogThreadInterval = 0ms;
    policy.backlogInterval = 0ms;
    return policy;
}

InboundRow withMedia(int number, const QStringList& names, const QString& thread = u"t1"_s)
{
    InboundRow row = inboundRow(number, thread);
    row.receivedMs = QDateTime::currentMSecsSinceEpoch();
    QJsonArray media;
    for (const QString& name : names) {
        media.append(QJsonObject { { u"kind"_s, u"image"_s },
                                   { u"url"_s, QString(u"https://f1.zdn.vn/"_s + name) } });
    }
    row.payload[u"media"_s] = media;
    return row;
}

} // namespace

//! Messages and the files that come after them.
class TestMediaFetcher : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    TemporaryStore m_store;
    FalseClock m_clock;
    std::unique_ptr<FakeFetcher> m_web;
    std::unique_ptr<FakeGatewayPort> m_gateway;
    std::unique_ptr<InboundRelay> m_relay;
    std::unique_ptr<MediaFetcher> m_fetcher;

    //! Starts anew on the same file, as after an end of the program.
    void start(const Policy& policy = quick())
    {
        m_fetcher.reset();
        m_relay.reset();
        m_store.options.mediaFolder = m_folder->path();
        m_web = std::make_unique<FakeFetcher>();
        m_gateway = std::make_unique<FakeGatewayPort>();
        m_store.start(m_clock.clock());
        m_relay =
            std::make_unique<InboundRelay>(m_store.get(), m_gateway.get(), policy, m_clock.clock());
        m_fetcher = std::make_unique<MediaFetcher>(*m_store.get(), *m_web, policy, m_clock.clock());
        connect(m_relay.get(), &InboundRelay::mediaWanted, m_fetcher.get(), &MediaFetcher::look);
        connect(m_fetcher.get(), &MediaFetcher::settled, m_relay.get(),
                &InboundRelay::onMediaSettled);
        QVERIFY(m_store.openStarted());
        m_relay->setAccount(home, owner);
        m_relay->onGatewayConnected(home);
    }

    bool accept(const InboundRow& in)
    {
        return awaited<bool>(
                   [&](QObject* context, auto done) { m_relay->ingest(in, context, done); })
            .value_or(false);
    }

    //! The first medium as the Gateway gets it.
    QJsonObject medium(int call, int index = 0) const
    {
        return deliveryParams(m_gateway->calls.at(call).row, false)[u"media"][index].toObject();
    }

    QStringList files() const
    {
        return QDir(m_folder->filePath(home)).entryList(QDir::Files | QDir::Hidden);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store.reset();
        m_clock = FalseClock();
        start();
    }

    void cleanup()
    {
        m_fetcher.reset();
        m_relay.reset();
        m_store.close();
    }

    //! Stored at once; the file follows, and the message goes with it.
    void aMessageGoesWithItsFile()
    {
        QVERIFY(accept(withMedia(1, { u"a.JPG"_s })));
        QTRY_COMPARE(m_web->calls.size(), 1);
        const FetchRequest request = m_web->calls.first().request;
        QCOMPARE(request.address, u"https://f1.zdn.vn/a.JPG"_s);
        QVERIFY(request.file.startsWith(m_folder->filePath(home + u"/1-"_s)));
        QVERIFY(request.file.endsWith(u".jpg"));
        QCOMPARE(request.maxBytes, mediastore::MaxBytes);
        m_store.settle();
        QVERIFY(m_gateway->calls.isEmpty());
        m_web->succeed(0, "ảnh", u"image/jpeg"_s);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(medium(0),
                 (QJsonObject { { u"kind"_s, u"image"_s },
                                { u"url"_s, request.address },
                                { u"mime"_s, u"image/jpeg"_s },
                                { u"path"_s, request.file } }));
    }

    //! What follows in the thread waits too; other threads do not.
    void aThreadWaitsAndOthersDoNot()
    {
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s })));
        QVERIFY(accept(withMedia(2, {})));
        QVERIFY(accept(withMedia(3, { u"c.jpg"_s })));
        QVERIFY(accept(withMedia(11, {}, u"t2"_s)));
        QTRY_COMPARE(m_web->calls.size(), 2);
        QTRY_COMPARE(m_gateway->ids(), (QStringList { u"11"_s }));
        m_web->succeed(1);
        m_store.settle();
        QCOMPARE(m_gateway->ids(), (QStringList { u"11"_s }));
        m_web->succeed(0);
        m_gateway->answersByItself = true;
        QTRY_COMPARE(m_gateway->calls.size(), 4);
        QCOMPARE(m_gateway->ids(), (QStringList { u"11"_s, u"1"_s, u"2"_s, u"3"_s }));
        QVERIFY(medium(1).contains(u"path"));
        QVERIFY(medium(3).contains(u"path"));
    }

    //! The wait is bounded, and is one for all of a thread.
    void aMessageGoesWithoutWhatIsLate()
    {
        Policy policy = quick();
        policy.mediaWait = 200ms;
        start(policy);
        m_gateway->answersByItself = true;
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(accept(withMedia(i, { u"a.jpg"_s })));
        }
        QTRY_COMPARE(m_gateway->calls.size(), 3);
        QCOMPARE(medium(0),
                 (QJsonObject { { u"kind"_s, u"image"_s },
                                { u"url"_s, u"https://f1.zdn.vn/a.jpg"_s },
                                { u"missing"_s, true },
                                { u"reason"_s, u"late"_s } }));
        // The Gateway has it: nobody wants the file any more.
        QTRY_COMPARE(m_store.counts().inboundWaiting, 0);
        QCOMPARE(m_web->calls.size(), 3);
        m_web->succeed(0);
        QTRY_VERIFY(files().isEmpty());
    }

    //! A message that waited for the Gateway, with a file that did not come yet, waits no more.
    void aWaitBeganWithItsMessage()
    {
        m_relay->onGatewayDisconnected(home);
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s })));
        m_clock.pass(61'000);
        m_relay->onGatewayConnected(home);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(medium(0)[u"reason"].toString(), u"late"_s);
    }

    void whatMayNotBeAskedIsNotHandedOn()
    {
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s, u"b.jpg"_s })));
        QTRY_COMPARE(m_web->calls.size(), 2);
        m_web->fail(0, ErrorKind::AddressRefused);
        m_web->fail(1, ErrorKind::DownloadTooLarge);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(medium(0),
                 (QJsonObject { { u"kind"_s, u"image"_s },
                                { u"missing"_s, true },
                                { u"reason"_s, u"refused"_s } }));
        QCOMPARE(medium(0, 1)[u"reason"].toString(), u"tooLarge"_s);
        QCOMPARE(m_web->calls.size(), 2);
    }

    //! Only what did not come is asked for again, with growing pauses, a bounded number of times.
    void whatFailsIsTriedAgain()
    {
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s, u"b.jpg"_s })));
        QTRY_COMPARE(m_web->calls.size(), 2);
        m_web->succeed(0);
        m_web->fail(1, ErrorKind::DownloadFailed);
        for (int i = 2; i <= 3; ++i) {
            QTRY_COMPARE(m_web->calls.size(), i + 1);
            QCOMPARE(m_web->calls.last().request.address, u"https://f1.zdn.vn/b.jpg"_s);
            QVERIFY(m_gateway->calls.isEmpty());
            m_web->fail(i, ErrorKind::TimedOut);
        }
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QVERIFY(medium(0).contains(u"path"));
        QCOMPARE(medium(0, 1)[u"reason"].toString(), u"failed"_s);
        QCOMPARE(m_web->calls.size(), 4);
    }

    void aRestartGoesOn()
    {
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s, u"b.jpg"_s })));
        QTRY_COMPARE(m_web->calls.size(), 2);
        m_web->succeed(0);
        m_clock.pass(3'600'000); // the run ends, and later there is another one
        start();
        QTRY_COMPARE(m_web->calls.size(), 2);
        QVERIFY(m_gateway->calls.isEmpty());
        m_web->succeed(0, "again");
        m_web->succeed(1);
        QTRY_COMPARE(m_gateway->calls.size(), 1);
        QCOMPARE(files().size(), 2);
        QVERIFY(medium(0).contains(u"path") && medium(0, 1).contains(u"path"));
    }

    //! What is discarded while it is fetched leaves nothing.
    void whatIsDiscardedLeavesNothing()
    {
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s })));
        QTRY_COMPARE(m_web->calls.size(), 1);
        QVERIFY(awaited<bool>([&](QObject* on, auto done) {
                    m_relay->discard(home, 1, on, done);
                }).value_or(false));
        m_web->succeed(0);
        QTRY_VERIFY(files().isEmpty());
        QCOMPARE(m_web->calls.size(), 1);
    }

    //! What the owner wrote elsewhere goes to nobody.
    void ownFilesAreNotFetched()
    {
        InboundRow row = withMedia(1, { u"a.jpg"_s });
        row.state = InboundState::Own;
        QVERIFY(accept(row));
        QVERIFY(accept(withMedia(2, { u"b.jpg"_s })));
        QTRY_COMPARE(m_web->calls.size(), 1);
        QCOMPARE(m_web->calls.first().request.address, u"https://f1.zdn.vn/b.jpg"_s);
    }

    //! A flood costs a bounded number of requests at a time, and none is forgotten.
    void manyComeOneAfterTheOther()
    {
        m_gateway->answersByItself = true;
        for (int i = 1; i <= 40; ++i) {
            QVERIFY(accept(withMedia(i, { u"a.jpg"_s }, QString::number(i))));
        }
        QTRY_COMPARE(m_web->calls.size(), 16);
        m_store.settle();
        QCOMPARE(m_web->calls.size(), 16);
        for (int i = 0; i < 40; ++i) {
            QTRY_VERIFY(m_web->calls.size() > i);
            m_web->succeed(i);
        }
        QTRY_COMPARE(m_gateway->calls.size(), 40);
        QCOMPARE(files().size(), 40);
    }

    //! Files of two messages that have the same id, in two threads, are two.
    void sameIdsInTwoThreadsAreTwoFiles()
    {
        QVERIFY(accept(withMedia(1, { u"a.jpg"_s })));
        QVERIFY(accept(withMedia(1, { u"b.jpg"_s }, u"t2"_s)));
        QTRY_COMPARE(m_web->calls.size(), 2);
        QVERIFY(m_web->calls.at(0).request.file != m_web->calls.at(1).request.file);
    }
};

QTEST_GUILESS_MAIN(TestMediaFetcher)
#include "tst_mediafetcher.moc"
