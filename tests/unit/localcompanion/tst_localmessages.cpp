// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "localcompanion/localmessages.h"
#include "localcompanion/sessiongate.h"
#include "relay/messagesender.h"

#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
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

//! Sends everything at once.
class FakeSender : public MessageSender
{
public:
    void send(const OutboundPart&, QObject*, Callback<SendReceipt> done) override
    {
        ++sent;
        done(SendReceipt());
    }
    [[nodiscard]] bool takesCaption(OutboundKind, const QString&) const override { return true; }

    int sent = 0;
};

} // namespace

class TestLocalMessages : public QObject
{
    Q_OBJECT

private slots:
    void aKnownKeyIsAnsweredWhoeverIsLoggedIn()
    {
        const QTemporaryDir folder;
        Worker worker(u"sqlite"_s);
        RelayStore store(&worker, { folder.filePath(u"relay.sqlite"_s) });
        QVERIFY(awaited<RelayRecovery>(
            [&](QObject* context, auto done) { store.open(context, done); }));
        FakeSender sender;
        Outbox outbox(&store, &sender, Policy());
        outbox.start();
        ZcaRunner runner([] { return Result<ZcaProgram>(failure(ErrorKind::ZcaMissing)); },
                         folder.path(), Policy());
        FakeGate gate;
        LocalMessages messages(gate, outbox, store, runner, std::chrono::seconds(1));
        OutboundRequest request;
        request.owner = u"gateway"_s;
        request.key = u"k"_s;
        request.profile = u"default"_s;
        request.thread = { u"1"_s, false };
        request.text = u"một"_s;
        const auto send = [&] {
            return awaited<OutboundRow>(
                [&](QObject* context, auto done) { messages.send(request, context, done); });
        };
        QVERIFY(send());
        QCOMPARE(gate.asked, QStringList { u"default"_s });
        gate.closed = Error { ErrorKind::NotLoggedIn, {} };
        const auto again = send();
        QVERIFY(again);
        QCOMPARE(again->state, OutboundState::Sent);
        QCOMPARE(sender.sent, 1);
        request.key = u"another"_s;
        const auto refused = send();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotLoggedIn);
        QCOMPARE(sender.sent, 1);
    }

    void nothingIsTypedWhereNobodyIsLoggedIn()
    {
        const QTemporaryDir folder;
        Worker worker(u"sqlite"_s);
        RelayStore store(&worker, { folder.filePath(u"relay.sqlite"_s) });
        FakeSender sender;
        Outbox outbox(&store, &sender, Policy());
        ZcaRunner runner([] { return Result<ZcaProgram>(failure(ErrorKind::ZcaMissing)); },
                         folder.path(), Policy());
        FakeGate gate;
        gate.closed = Error { ErrorKind::NotLoggedIn, {} };
        LocalMessages messages(gate, outbox, store, runner, std::chrono::seconds(1));
        const auto typed = awaited<void>([&](QObject* context, auto done) {
            messages.sendTyping(u"default"_s, { u"1"_s, false }, context, done);
        });
        QVERIFY(!typed);
        QCOMPARE(typed.error().kind, ErrorKind::NotLoggedIn);
    }
};

QTEST_GUILESS_MAIN(TestLocalMessages)
#include "tst_localmessages.moc"
