// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "fakemessagesender.h"
#include "localcompanion/localmessages.h"
#include "localcompanion/sessiongate.h"
#include "temporarystore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Lets everybody through, or nobody.
class FakeGate : public SessionGate
{
public:
    std::optional<Error> closed;
    QStringList asked;

    void ensureReady(const QString& profile, QObject*, Callback<void> done) override
    {
        asked << profile;
        done(closed ? Result<void>(tl::unexpected(*closed)) : Result<void>());
    }
};

} // namespace

class TestLocalMessages : public QObject
{
    Q_OBJECT

private slots:
    void aKnownKeyIsAnsweredWhoeverIsLoggedIn()
    {
        const QTemporaryDir folder;
        TemporaryStore store;
        QVERIFY(store.open());
        FakeMessageSender sender;
        sender.answersByItself = true;
        Outbox outbox(store.get(), &sender, Policy());
        outbox.start();
        outbox.setAccount(home, owner, u"Minh Anh"_s);
        ZcaRunner runner([] { return Result<ZcaProgram>(failure(ErrorKind::ZcaMissing)); },
                         folder.path(), Policy());
        FakeGate gate;
        LocalMessages messages(gate, outbox, *store.get(), runner, FileGuard(),
                               std::chrono::seconds(1));
        OutboundRequest request = outboundRequest(u"k"_s);
        const auto send = [&] {
            return awaited<OutboundRow>(
                [&](QObject* context, auto done) { messages.send(request, context, done); });
        };
        QVERIFY(send());
        QCOMPARE(gate.asked, QStringList { home });
        gate.closed = Error { ErrorKind::NotLoggedIn, {} };
        const auto again = send();
        QVERIFY(again);
        QCOMPARE(again->state, OutboundState::Sent);
        QCOMPARE(sender.calls.size(), 1);
        request.key = u"another"_s;
        const auto refused = send();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotLoggedIn);
        QCOMPARE(sender.calls.size(), 1);
    }

    //! A try that failed is not the last one; one that was sent is, and a second click joins one
    //! that is under way.
    void sendsAgainUntilItWasSent()
    {
        const QTemporaryDir folder;
        TemporaryStore store;
        QVERIFY(store.open());
        FakeMessageSender sender;
        Outbox outbox(store.get(), &sender, Policy());
        outbox.start();
        outbox.setAccount(home, owner, u"Minh Anh"_s);
        ZcaRunner runner([] { return Result<ZcaProgram>(failure(ErrorKind::ZcaMissing)); },
                         folder.path(), Policy());
        FakeGate gate;
        LocalMessages messages(gate, outbox, *store.get(), runner, FileGuard(),
                               std::chrono::seconds(1));
        QList<Result<OutboundRow>> rows;
        const auto keep = [&rows](const Result<OutboundRow>& row) { rows << row; };
        messages.send(outboundRequest(u"k"_s), this, keep);
        QTRY_COMPARE(sender.calls.size(), 1);
        sender.calls.at(0).done(failure(ErrorKind::Offline));
        QTRY_COMPARE(rows.size(), 1);
        const qint64 id = rows.constFirst()->id;
        for (int round = 1; round <= 2; ++round) {
            rows.clear();
            messages.sendAgain(id, this, keep);
            messages.sendAgain(id, this, keep);
            QTRY_COMPARE(sender.calls.size(), 1 + round);
            const bool isSent = round == 2;
            sender.calls.constLast().done(isSent ? Result<SendReceipt>(SendReceipt { { u"7"_s } })
                                                 : failure(ErrorKind::Offline));
            QTRY_COMPARE(rows.size(), 2);
            for (const auto& row : std::as_const(rows)) {
                QCOMPARE(row->state == OutboundState::Sent, isSent);
            }
        }
        // The first one is settled with that.
        const auto first = [&] {
            return **awaited<std::optional<OutboundRow>>(
                [&](QObject* context, auto done) { store->outbound().byId(id, context, done); });
        };
        QTRY_COMPARE(first().state, OutboundState::Dismissed);
        rows.clear();
        messages.sendAgain(id, this, keep);
        QTRY_COMPARE(rows.size(), 1);
        QCOMPARE(rows.constFirst()->state, OutboundState::Sent);
        QCOMPARE(sender.calls.size(), 3);
    }

    void nothingIsTypedWhereNobodyIsLoggedIn()
    {
        const QTemporaryDir folder;
        TemporaryStore store;
        store.start();
        FakeMessageSender sender;
        Outbox outbox(store.get(), &sender, Policy());
        ZcaRunner runner([] { return Result<ZcaProgram>(failure(ErrorKind::ZcaMissing)); },
                         folder.path(), Policy());
        FakeGate gate;
        gate.closed = Error { ErrorKind::NotLoggedIn, {} };
        LocalMessages messages(gate, outbox, *store.get(), runner, FileGuard(),
                               std::chrono::seconds(1));
        const auto typed = awaited<void>([&](QObject* context, auto done) {
            messages.sendTyping(home, { u"1"_s, false }, context, done);
        });
        QVERIFY(!typed);
        QCOMPARE(typed.error().kind, ErrorKind::NotLoggedIn);
    }
};

QTEST_GUILESS_MAIN(TestLocalMessages)
#include "tst_localmessages.moc"
