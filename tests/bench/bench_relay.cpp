// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The way of a line of the listener to its acknowledgement, and of a send to zca and back, beside
// what SQLite itself needs for the same rows, and beside a zca that needs no time.

#include "adapters/deliverypayload.h"
#include "benchrow.h"
#include "messagestore/relayschema.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"
#include "storedhistory.h"
#include "zca/spoolreader.h"
#include "zca/zcamessageparser.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace zalo;
using namespace zalo::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Quiet = 300;
constexpr int Waiting = 50'000;
constexpr int Batch = 500; //!< as CommitQueue's
constexpr int Sends = 300;
constexpr double BurstGoal = 1 / 0.6;
constexpr double QuietLimit = 1; //!< ms beside SQLite's own
constexpr double SendLimit = 5; //!< ms

QByteArray lineOf(int number)
{
    return u"{\"threadId\":\"t%1\",\"msgId\":\"%2\",\"cliMsgId\":\"c%2\",\"type\":0,\"timestamp\":%"
           u"3,"
           "\"msgType\":\"webchat\",\"content\":\"Xin chào, cho mình hỏi giá của món này %2\","
           "\"senderId\":\"t%1\",\"senderName\":\"Tâm\",\"toId\":\"1\",\"mentions\":[],"
           "\"metadata\":"
           "{\"isGroup\":false,\"threadId\":\"t%1\",\"senderId\":\"t%1\",\"senderName\":\"Tâm\","
           "\"timestamp\":%3}}\n"_s.arg(number % 50)
               .arg(1'000'000 + number)
               .arg(Clock().nowMs() / 1000)
               .toUtf8();
}

//! A Gateway that is not there.
class NoGateway : public GatewayPort
{
public:
    void deliver(const InboundRow&, bool, QObject*, Callback<void>) override { }
};

//! A zca that needs no time.
class InstantSender : public MessageSender
{
public:
    void send(const OutboundPart&, QObject* context, Callback<SendReceipt> done) override
    {
        boundTo<SendReceipt>(context, std::move(done))(SendReceipt { { u"1"_s } });
    }
    bool needsConnection(OutboundKind, const QString&) const override { return false; }
    bool takesCaption(OutboundKind, const QString&) const override { return false; }
};

//! The relay on a fresh file.
struct Relay
{
    Relay()
    {
        if (!answerOf<RelayRecovery>([this](auto* on, auto done) { store.open(on, done); })) {
            qFatal("the file does not open");
        }
    }

    QTemporaryDir folder;
    Worker worker { u"sqlite"_s };
    RelayStore store { &worker, RelayStoreOptions { .path = folder.filePath(u"relay.sqlite"_s) } };
};

//! As ManagedProfile does: a line of the spool file becomes a row, and is confirmed.
class Intake : public QObject
{
public:
    explicit Intake(Relay& relay)
        : m_inbound(&relay.store, &m_gateway, Policy()),
          m_file(relay.folder.filePath(u"listen.spool"_s)),
          m_reader(m_file.fileName(), 1, 1 << 20, m_parser)
    {
        if (!m_file.open(QFile::WriteOnly | QFile::Unbuffered)) {
            qFatal("no spool file");
        }
        connect(&m_reader, &SpoolReader::line, this, [this](const ListenLine& line, quint64 token) {
            const auto* message = std::get_if<InboundMessage>(&line);
            if (!message) {
                qFatal("a line is not understood");
            }
            InboundRow row;
            row.profile = profileName(0);
            row.msgId = message->msgId;
            row.thread = { message->threadId, message->isGroup };
            row.receivedMs = Clock().nowMs();
            row.payload = deliveryPayload(*message);
            m_inbound.ingest(row, this, [this, token](const Result<bool>& stored) {
                if (!stored) {
                    qFatal("a message was not stored");
                }
                m_reader.confirm(token);
                if (--m_left == 0) {
                    m_loop.quit();
                }
            });
        });
        m_reader.start();
    }

    //! Milliseconds until so many lines are acknowledged.
    double take(int first, int count)
    {
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            lines += lineOf(first + i);
        }
        m_left = count;
        QElapsedTimer timer;
        timer.start();
        m_file.write(lines);
        m_loop.exec();
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    NoGateway m_gateway;
    InboundRelay m_inbound;
    QFile m_file;
    Worker m_parser { u"parser"_s };
    SpoolReader m_reader;
    QEventLoop m_loop;
    int m_left = 0;
};

//! The same rows, by SQLite alone.
class Alone
{
public:
    Alone()
        : m_file({ m_folder.filePath(u"relay.sqlite"_s), relayMigrations() })
    {
        if (!m_file.open()) {
            qFatal("the file does not open");
        }
    }

    double take(int first, int count)
    {
        QStringList payloads;
        for (int i = 0; i < count; ++i) {
            payloads << QString::fromUtf8(lineOf(first + i).chopped(1));
        }
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count;) {
            if (!m_file.begin()) {
                qFatal("no transaction");
            }
            for (const int end = std::min(i + Batch, count); i < end; ++i) {
                if (!m_file.change(u"INSERT INTO inbound (profile, msg_id, thread_id, is_group,"
                                   " received_ms, payload) VALUES (?, ?, ?, ?, ?, ?)"_s,
                                   { profileName(0), QString::number(first + i),
                                     u"t%1"_s.arg(i % 50), false, Clock().nowMs(),
                                     payloads.at(i) })) {
                    qFatal("no row");
                }
            }
            if (!m_file.commit()) {
                qFatal("no commit");
            }
        }
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    QTemporaryDir m_folder;
    Database m_file;
};

void measureQuiet()
{
    Relay relay;
    Intake intake(relay);
    Alone alone;
    QList<double> times;
    QList<double> compared;
    double cpu = 0;
    for (int i = 0; i < Quiet; ++i) {
        const double before = cpuSeconds();
        times << intake.take(i, 1);
        cpu += cpuSeconds() - before;
        compared << alone.take(i, 1);
    }
    BenchRow row;
    row.name = u"inbound quiet"_s;
    row.unit = u"ms"_s;
    row.value = quantile(times, 0.5);
    row.compared = quantile(compared, 0.5);
    row.limit = *row.compared + QuietLimit;
    row.n = times.size();
    row.spread = spread(times);
    row.cpu = cpu;
    row.print();
}

void measureBurst()
{
    QList<double> times;
    QList<double> compared;
    double cpu = 0;
    for (int round = 0; round < 3; ++round) {
        Relay relay;
        Intake intake(relay);
        const double before = cpuSeconds();
        times << intake.take(0, Waiting);
        cpu += cpuSeconds() - before;
        compared << Alone().take(0, Waiting);
    }
    BenchRow row;
    row.name = u"inbound 50k waiting"_s;
    row.unit = u"ms"_s;
    row.value = quantile(times, 0.5);
    row.compared = quantile(compared, 0.5);
    row.goal = BurstGoal;
    row.n = times.size();
    row.spread = spread(times);
    row.cpu = cpu;
    row.print();
}

void measureSends()
{
    Relay relay;
    InstantSender sender;
    Policy policy;
    policy.sendInterval = {};
    Outbox outbox(&relay.store, &sender, policy);
    outbox.start();
    outbox.setAccount(profileName(0), u"1"_s, {});
    QList<double> times;
    const double before = cpuSeconds();
    for (int i = 0; i < Sends; ++i) {
        OutboundRequest request;
        request.owner = u"gateway"_s;
        request.key = QString::number(i);
        request.profile = profileName(0);
        request.thread = { u"t%1"_s.arg(i % 7), false };
        request.text = u"Dạ có ạ"_s;
        QElapsedTimer timer;
        timer.start();
        const auto sent =
            answerOf<OutboundRow>([&](auto* on, auto done) { outbox.send(request, on, done); });
        times << double(timer.nsecsElapsed()) / 1e6;
        if (!sent || sent->state != OutboundState::Sent) {
            qFatal("a message was not sent");
        }
    }
    BenchRow row;
    row.name = u"outbound"_s;
    row.unit = u"ms"_s;
    row.value = quantile(times, 0.5);
    row.limit = SendLimit;
    row.n = times.size();
    row.spread = spread(times);
    row.cpu = cpuSeconds() - before;
    row.print();
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    measureQuiet();
    measureBurst();
    measureSends();
    return 0;
}
