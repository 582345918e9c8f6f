// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/deliverypayload.h"
#include "bridgeapi/methods.h"
#include "bridgefixture.h"
#include "bridgevectors.h"
#include "companionprocess.h"
#include "core/errorentry.h"
#include "headlessoptions.h"
#include "health/statusjson.h"
#include "localcompanion/localcompanion.h"
#include "platform/privatefolder.h"
#include "protocoldocument.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QJsonArray>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;
const QString Family = u"772797855570859122"_s;

InboundRow waitingRow(const QString& profile, int number)
{
    InboundRow row;
    row.profile = profile;
    row.account = u"51"_s;
    row.msgId = QString::number(number);
    row.thread = { QString::number(number % 2), false };
    row.receivedMs = QDateTime::currentMSecsSinceEpoch();
    row.payload = { { u"senderId"_s, Tam }, { u"text"_s, row.msgId } };
    return row;
}

//! A message with everything that one can have.
InboundRow fullRow(const QString& file)
{
    InboundMessage message;
    message.cliMsgId = u"71"_s;
    message.threadName = u"Gia đình"_s;
    message.senderId = Tam;
    message.senderName = u"Tâm"_s;
    message.text = u"@Anh xem"_s;
    message.timestampMs = 1'795'000'000'000;
    message.msgType = u"chat.photo"_s;
    message.mentions = { { u"512345678901234567"_s, 0, 4 } };
    message.quote = Quote { u"70"_s, Tam, u"Tâm"_s, u"gì"_s, 1'795'000'000'000 };
    message.media = { { MediaKind::Image, file, u"https://example.org/a"_s, u"image/png"_s },
                      { MediaKind::File, u"/nowhere/b"_s, {}, {} },
                      { MediaKind::Video, {}, u"https://example.org/c"_s, {} } };
    InboundRow row = waitingRow(u"default"_s, 7);
    row.thread = { Family, true };
    row.payload = deliveryPayload(message);
    row.payload[u"recovered"_s] = true;
    return row;
}

//! As an earlier run left them.
[[nodiscard]] bool storeWaiting(const CompanionOptions& options, const QList<InboundRow>& rows)
{
    Worker worker(u"sqlite"_s);
    RelayStore store(
        &worker,
        { .path = options.paths.relayDatabase(), .mediaFolder = options.paths.mediaFolder() });
    QObject context;
    store.open(&context, [](const Result<RelayRecovery>&) {});
    int stored = 0;
    for (const InboundRow& row : rows) {
        store.inbound().append(row, &context, [&stored](const Result<bool>& done) {
            stored += done.value_or(false) ? 1 : 0;
        });
    }
    return QTest::qWaitFor([&] { return stored == rows.size(); });
}

//! Everything that a snapshot can hold: each value of each enumeration, with and without what may
//! be missing.
QList<Snapshot> everySnapshot()
{
    Snapshot full;
    full.zcaPath = u"/usr/bin/zca"_s;
    full.zcaActions = { MessageAction::Reply, MessageAction::Sticker, MessageAction::React,
                        MessageAction::Unsend, MessageAction::Edit };
    full.bridgeState = BridgeState::Kind::NoGateway;
    full.gateways = { { u"gateway-1"_s, u"Shop"_s, true, true, 5, u"0.0.9"_s, true },
                      { u"gateway-2"_s, u"Other"_s, false, false, 0, {}, false } };
    ProfileSnapshot profile;
    profile.profile = u"default"_s;
    profile.account = Account { u"51"_s, u"Minh Anh"_s, {}, {}, {} };
    profile.session.reason = Error { ErrorKind::Kicked, {} };
    profile.coolDownUntilMs = 5;
    profile.backlog = { 1, 2 };
    profile.otherAccounts = { { u"48"_s, u"Quốc Bảo"_s, { 1, 1, 1, 1, 0, 0 } } };
    profile.pauses = { { { {}, {}, { u"61"_s, false } }, 900 },
                       { { {}, {}, { u"62"_s, true } }, 0, PauseCause::Owner } };
    profile.gaps = { { 100, 200, GapCause::NotRunning } };
    profile.history = { { 400, SessionState::Kicked, Error { ErrorKind::Kicked, {} } } };
    full.profiles = { profile, {} };
    full.pairings = { { .requestId = u"r1"_s, .gatewayId = u"gateway-1"_s, .senderId = u"365"_s } };
    QList<Snapshot> all { full };
    const auto with = [&](auto change) {
        Snapshot one = full;
        change(one);
        all << one;
    };
    with([](Snapshot& s) { s.zcaPath.clear(); });
    with([](Snapshot& s) { s.zcaError = Error { ErrorKind::ZcaMissing, {} }; });
    with([](Snapshot& s) { s.zcaDialect = ZcaDialect::ZcaCli; });
    for (const RunMode mode : { RunMode::Headless, RunMode::Window, RunMode::Demo }) {
        with([mode](Snapshot& s) { s.mode = mode; });
    }
    for (int kind = 0; kind <= int(SecretStatus::Kind::Unavailable); ++kind) {
        with([kind](Snapshot& s) { s.secrets.kind = SecretStatus::Kind(kind); });
    }
    for (int kind = 0; kind <= int(BridgeState::Kind::KeyUnavailable); ++kind) {
        with([kind](Snapshot& s) { s.bridgeState = BridgeState::Kind(kind); });
    }
    for (int state = 0; state <= int(DeliveryState::StorageDamaged); ++state) {
        with([state](Snapshot& s) { s.delivery = DeliveryState(state); });
    }
    // Of each severity one.
    Snapshot healthy = full;
    healthy.gateways.clear();
    healthy.pairings.clear();
    healthy.bridgeState = BridgeState::Kind::Connected;
    healthy.profiles.resize(1);
    healthy.profiles.first() = {};
    healthy.profiles.first().session.state = SessionState::Online;
    full = healthy;
    all << healthy;
    for (const SessionState state :
         { SessionState::Connecting, SessionState::Offline, SessionState::Error }) {
        with([state](Snapshot& s) { s.profiles.first().session.state = state; });
    }
    with([](Snapshot& s) { s.delivery = DeliveryState::Paused; });
    return all;
}

//! A companion in this process, and a Gateway that has come in and asked for nothing yet.
struct Inside
{
    explicit Inside(const CompanionOptions& options)
        : companion(options),
          path(*options.bridgeAddress.path())
    {
        addMethods(companion.bridge(), companion.roles(), companion.relay());
    }

    [[nodiscard]] bool start()
    {
        std::optional<Result<void>> started;
        companion.start(&companion, [&started](const Result<void>& done) { started = done; });
        companion.relay().setAccount(u"default"_s, u"51"_s); // as if zca had said so
        return QTest::qWaitFor([&started] { return started.has_value(); }) && *started
            && gateway.open(path);
    }

    LocalCompanion companion;
    QString path;
    TestGateway gateway;
};

//! The real program on the simulator, with a Gateway that compares all it gets with the document.
class Observer
{
public:
    explicit Observer(ProtocolDocument& document)
        : m_document(document)
    { }

    [[nodiscard]] bool start()
    {
        sim.ctl({ u"login"_s });
        return companion.start() && connectAs(u"gateway-of-a-test"_s);
    }

    [[nodiscard]] bool connectAs(const QString& id)
    {
        gateway = std::make_unique<TestGateway>(id);
        const RpcReply opened = gateway->open(companion.bridgePath());
        if (opened) {
            listen();
        }
        return opened.has_value();
    }

    //! One request with its answer, both compared.
    RpcReply call(const QString& method, const QJsonObject& params = {})
    {
        note(method + u" params"_s, params);
        RpcReply reply = gateway->call(method, params);
        if (reply) {
            note(method + u" result"_s, *reply);
        } else {
            noteError(reply.error());
            if (method.startsWith(u"message.") && !reply.error().data[u"possiblySent"].isBool()) {
                complaints << method + u" does not say whether it may have been sent"_s;
            }
        }
        return reply;
    }

    void noteError(const RpcError& error)
    {
        QJsonObject data = error.data;
        data[u"kind"_s] = error.kind;
        note(u"error data"_s, data);
    }

    //! Who is logged in.
    [[nodiscard]] QJsonValue account() const
    {
        return companion.status()[u"profiles"][0][u"account"][u"userId"];
    }

    void note(const QString& message, const QJsonValue& value)
    {
        complaints << m_document.complaints(message, value);
    }

    Simulator sim;
    CompanionProcess companion;
    std::unique_ptr<TestGateway> gateway;
    QStringList complaints;
    QStringList steps; //!< of logins, in order
    QSet<QString> notified;

private:
    void listen()
    {
        for (const QString& method :
             { u"status.changed"_s, u"contacts.changed"_s, u"superseded"_s }) {
            gateway->channel().handleNotification(method,
                                                  [this, method](const QJsonObject& params) {
                                                      notified << method;
                                                      note(method + u" params"_s, params);
                                                  });
        }
        gateway->channel().handleNotification(
            u"login.changed"_s, [this](const QJsonObject& params) {
                const QString step = params[u"step"].toString();
                steps << step;
                note(u"login.changed %1 params"_s.arg(step), params);
            });
    }

    ProtocolDocument& m_document;
};

QJsonObject sendParams(const QString& key, const QJsonObject& more)
{
    QJsonObject params { { u"threadId"_s, Tam }, { u"isGroup"_s, false }, { u"key"_s, key } };
    for (auto field = more.begin(); field != more.end(); ++field) {
        params[field.key()] = field.value();
    }
    return params;
}

//! The first `length` units of a text, so styled.
QJsonArray styled(int length, const QString& style)
{
    return { QJsonObject { { u"start"_s, 0 }, { u"length"_s, length }, { u"style"_s, style } } };
}

//! Kinds of errors that no client of the bridge can meet: the setup's, and those of a start that
//! fails.
const QSet<QString> NotOnTheBridge {
    u"openclawMissing"_s,   u"openclawTooOld"_s, u"openclawFailed"_s, u"pluginMissing"_s,
    u"bridgeNotVerified"_s, u"nothingToUndo"_s,  u"config"_s,         u"addressInUse"_s,
    u"running"_s,           u"notRunning"_s,     u"demo"_s,           u"notAnswering"_s
};

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
        const CompanionOptions options = headlessOptions(folder.path());
        QVERIFY(ensurePrivateFolder(options.paths.data));
        QList<InboundRow> rows;
        for (int i = 0; i < 8; ++i) {
            rows << waitingRow(i < 5 ? u"default"_s : u"shop"_s, i);
        }
        QVERIFY(storeWaiting(options, rows));
        Inside inside(options);
        QVERIFY(inside.start());
        TestGateway& gateway = inside.gateway;
        const RpcReply answer =
            gateway.call(u"inbound.subscribe"_s,
                         { { u"profiles"_s, QJsonArray { u"default"_s, u"shop"_s, u"new"_s } } });
        const qsizetype deliveredBefore = gateway.delivered.size();
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QCOMPARE((*answer)[u"pending"].toObject(),
                 (QJsonObject { { u"default"_s, 5 }, { u"shop"_s, 3 }, { u"new"_s, 0 } }));
        QCOMPARE(deliveredBefore, 0);
        QTRY_VERIFY(!gateway.delivered.isEmpty());
    }

    //! What is sent is in the document, and everything in the document is sent at some time.
    void theDocumentNamesWhatIsSent()
    {
        ProtocolDocument document;
        Observer o(document);
        QVERIFY(o.start());
        for (const Snapshot& snapshot : everySnapshot()) {
            for (const QString& message : { u"status.get result"_s, u"status.subscribe result"_s,
                                            u"status.changed params"_s }) {
                o.note(message, statusJson(snapshot));
            }
        }
        for (const QString& list : { u"fromPlugin"_s, u"toPlugin"_s }) {
            for (const QJsonValue& message : bridgeVectors(u"messages.json"_s, list)) {
                o.note(message[u"message"].toString(), message[u"value"]);
            }
        }
        shakeHands(o);
        askForContacts(o);
        logInAndOut(o);
        send(o);
        receive(o);
        receiveEverything(o);
        comeTwice(o);
        QVERIFY2(o.complaints.isEmpty(), qPrintable(o.complaints.join(u'\n')));
        const QStringList unseen = document.unseen();
        for (const QString& field : unseen) {
            qWarning().noquote() << "never sent:" << field;
        }
        QCOMPARE(unseen, QStringList());
    }

    //! Behaviour is tested by the names of these; that the document says the same is seen here.
    void numbersOfTheDocument_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<qint64>("number");
        const Policy policy;
        const auto seconds = [](std::chrono::milliseconds time) { return time.count() / 1'000; };
        const auto row = [](const QString& words, qint64 number) {
            QTest::addRow("%s", qPrintable(words)) << words << number;
        };
        row(u"(%1 bytes) per line without the line end"_s, RpcLimits().line);
        row(u"with more than %1 MiB unread is disconnected"_s, RpcLimits().unsent / 1'048'576);
        const RpcLimits stranger = RpcLimits::ofStranger({});
        row(u"has written at most %1 KiB a line"_s, stranger.incoming / 1'024);
        row(u"There are %1 places for such connections"_s, BridgeServer::MaxStrangers);
        row(u"up to %1 brief clients of a Gateway"_s, BridgeServer::MaxBriefOfGateway);
        row(u"deals with %1 requests of a connection at once"_s, RpcLimits().requestBurst);
        row(u"and then with %1 a second"_s, RpcLimits().requestsPerSecond);
        row(u"At most %1 requests of a connection are under way"_s, RpcLimits().unanswered);
        row(u"A wrong proof or key is answered after %1 s"_s, seconds(policy.refusalPause));
        row(u"At most %1 profiles are known"_s, policy.profiles);
        row(u"%1 logins are under way at a time"_s, policy.parallelLogins);
        row(u"At most %1 Gateways are pending at a time"_s, WaitingGateways::MaxPending);
        row(u"not come again for %1 hours"_s, WaitingGateways::PendingLife.count());
        row(u"for %1 h after the first refusal"_s, WaitingGateways::RefusedQuiet.count());
        row(u"up to %1 days"_s, WaitingGateways::MaxRefusedQuiet.count() / 24);
        row(u"%1 refused ones are remembered"_s, WaitingGateways::MaxRefused);
        row(u"waits for them for %1 s"_s, seconds(policy.mediaWait));
        row(u"has not completed the handshake within %1 s"_s, seconds(policy.handshakeDeadline));
        row(u"No answer within %1 s counts only"_s, seconds(policy.deliverDeadline));
        row(u"no answer of any kind comes within %1 s, the companion closes"_s,
            seconds(policy.silenceProbe));
        row(u"or −32006 (after %1 s for each text,"_s, seconds(policy.sendDeadline));
        row(u"for each text, %1 s for a file)"_s, seconds(policy.uploadDeadline));
        row(u"(by default %1 messages per minute on average"_s, 60 / seconds(policy.sendInterval));
        row(u"(a picture takes the first %1 UTF-16 units)"_s, policy.maxTextUnits);
        row(u"another program has held the data file for %1 s"_s,
            seconds(policy.storageLockPatience));
    }

    void numbersOfTheDocument()
    {
        QFETCH(QString, words);
        QFETCH(qint64, number);
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        QVERIFY(ProtocolDocument().says(words.arg(english.toString(number))));
    }

    void namesOfTheDocument()
    {
        const ProtocolDocument document;
        QStringList states;
        for (int state = 0; state <= int(SessionState::Error); ++state) {
            states << sessionStateName(SessionState(state));
        }
        QVERIFY2(document.says(u"`session.state` is one of `%1`."_s.arg(states.join(u' '))),
                 qPrintable(states.join(u' ')));
        QStringList kinds { u"renewed"_s, u"slept"_s, u"asksHistory"_s, u"interrupted"_s,
                            u"notRunning"_s };
        QVERIFY(
            document.says(u"`renewed`, `slept`, `asksHistory`, `interrupted` or `notRunning`"_s));
        for (const QStringList& ofCode : document.errorKinds()) {
            kinds << ofCode;
        }
        for (int cause = 0; cause <= int(GapCause::Interrupted); ++cause) {
            const QString name = gapCauseName(GapCause(cause));
            QVERIFY2(kinds.contains(name), qPrintable(name));
        }
    }

    void bounds_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isTaken");
        const auto number = [](const QString& method, const QString& name, qint64 least,
                               qint64 most) {
            for (const qint64 value : { least - 1, least, most, most + 1 }) {
                QTest::addRow("%s %lld", qPrintable(name), qlonglong(value))
                    << method << name << QJsonValue(value) << (value >= least && value <= most);
            }
        };
        const auto length = [](const QString& method, const QString& name, int least, int most) {
            for (const int count : { least - 1, least, most, most + 1 }) {
                if (count >= 0) {
                    QTest::addRow("%s of %d units", qPrintable(name), count)
                        << method << name << QJsonValue(QString(count, u'x'))
                        << (count >= least && count <= most);
                }
            }
        };
        number(u"friends.list"_s, u"limit"_s, 1, 500);
        number(u"message.send"_s, u"deadlineMs"_s, 1'000, 600'000);
        length(u"message.send"_s, u"key"_s, 1, 200);
        length(u"message.send"_s, u"text"_s, 0, 200'000);
        length(u"me.get"_s, u"profile"_s, 1, 64);
        for (const int count : { 0, 1, 32, 33 }) {
            QJsonArray profiles;
            for (int i = 0; i < count; ++i) {
                profiles << u"p%1"_s.arg(i);
            }
            QTest::addRow("%d profiles", count)
                << u"inbound.subscribe"_s << u"profiles"_s << QJsonValue(profiles)
                << (count >= 1 && count <= 32);
        }
    }

    //! At both sides of each: a value within is not what is refused.
    void bounds()
    {
        QFETCH(QString, method);
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(bool, isTaken);
        const QTemporaryDir folder;
        Inside inside(headlessOptions(folder.path()));
        QVERIFY(inside.start());
        QJsonObject params;
        if (method == u"message.send") {
            // Content is looked at last, and a file that is not there is another refusal.
            params =
                sendParams(u"key"_s, { { u"kind"_s, u"file"_s }, { u"path"_s, u"/nowhere"_s } });
        }
        params[name] = value;
        const RpcReply reply = inside.gateway.call(method, params);
        const QString kind = reply ? QString() : reply.error().kind;
        QVERIFY2((kind == u"params") != isTaken, qPrintable(kind));
        if (kind == u"params") {
            QCOMPARE(reply.error().code, -32602);
            QVERIFY2(reply.error().message.contains(name), qPrintable(reply.error().message));
        }
        if (method == u"message.send") {
            QCOMPARE(reply.error().data[u"possiblySent"], QJsonValue(false));
        }
    }

    void theTableOfErrorsIsWhole()
    {
        const ProtocolDocument document;
        QHash<int, QStringList> kinds { { -32700, { u"parse"_s } },
                                        { -32600, { u"request"_s } },
                                        { -32601, { u"method"_s } } };
        for (int value = 0; value <= int(ErrorKind::Internal); ++value) {
            const ErrorEntry& entry = errorEntry(ErrorKind(value));
            const QString name = QString::fromLatin1(entry.wireName);
            QStringList& known = kinds[int(entry.code)];
            if (!NotOnTheBridge.contains(name) && !known.contains(name)) {
                known << name;
            }
        }
        for (auto code = kinds.begin(); code != kinds.end(); ++code) {
            QStringList written = document.errorKinds().value(code.key());
            written.sort();
            code->sort();
            QVERIFY2(written == *code,
                     qPrintable(u"%1: %2 | %3"_s.arg(QString::number(code.key()),
                                                     written.join(u' '), code->join(u' '))));
        }
        QCOMPARE(document.errorKinds().size(), kinds.size());
    }

    //! Each method for its roles only, and none without what it needs.
    void rolesAndParametersAreChecked()
    {
        ProtocolDocument document;
        Observer o(document);
        QVERIFY(o.start());
        const auto refusalOf = [](const RpcReply& reply) {
            return reply ? QString() : reply.error().kind;
        };
        const QHash<QString, QJsonValue> values { { u"profiles"_s, QJsonArray { u"default"_s } },
                                                  { u"threadId"_s, Tam },
                                                  { u"isGroup"_s, false },
                                                  { u"loginId"_s, u"1"_s },
                                                  { u"groupId"_s, Family },
                                                  { u"key"_s, u"k"_s },
                                                  { u"stickerId"_s, u"21978"_s },
                                                  { u"messageId"_s, u"1"_s },
                                                  { u"text"_s, u"x"_s },
                                                  { u"msgId"_s, u"1"_s },
                                                  { u"outcome"_s, u"dropped"_s } };
        for (const ProtocolDocument::Method& method : document.methods()) {
            if (method.roles.isEmpty()) {
                continue; // the plugin's
            }
            const QStringList required = document.requiredFields(method.name + u" params"_s);
            for (const QString& left : required) {
                QJsonObject params;
                if (left != u"text") {
                    params[u"text"_s] = u"x"_s; // message.send wants it or a medium
                }
                for (const QString& name : required) {
                    QVERIFY2(values.contains(name), qPrintable(name));
                    if (name != left) {
                        params[name] = values[name];
                    }
                }
                QVERIFY2(refusalOf(o.gateway->call(method.name, params)) == u"params",
                         qPrintable(method.name + u" without "_s + left));
            }
        }
        const std::pair<BridgeRole, QChar> roles[] { { BridgeRole::Cli, u'C' },
                                                     { BridgeRole::Probe, u'P' } };
        for (const auto& [role, letter] : roles) {
            TestGateway client(u"gateway-of-a-test"_s, role);
            client.key = o.gateway->key;
            QVERIFY(client.open(o.companion.bridgePath()));
            for (const ProtocolDocument::Method& method : document.methods()) {
                if (!method.roles.isEmpty() && !method.roles.contains(letter)) {
                    const RpcReply reply = client.call(method.name);
                    QVERIFY2(refusalOf(reply) == u"roleRefused" && reply.error().code == -32001,
                             qPrintable(method.name));
                }
            }
            const RpcReply unknown = client.call(u"no.such"_s);
            QCOMPARE(refusalOf(unknown), u"method"_s);
            QCOMPARE(unknown.error().code, -32601);
            QVERIFY(client.call(u"status.get"_s));
        }
    }

private:
    static void shakeHands(Observer& o)
    {
        CompanionProcess fresh;
        QVERIFY(fresh.start());
        QStringList states;
        const auto hello = [&](RawClient& client, const QJsonObject& params) {
            client.call(u"hello"_s, params);
            [&] { QTRY_VERIFY(!client.lines.isEmpty()); }();
            states << client.result()[u"association"].toString();
            o.note(u"hello result"_s, client.result());
        };
        const auto show = [&](RawClient& client, const QString& method, const QJsonObject& params) {
            client.call(method, params);
            [&] { QTRY_COMPARE(client.lines.size(), 2); }();
            o.note(method + u" params"_s, params);
            if (client.kind().isEmpty()) {
                o.note(u"handshake result"_s, client.result());
            }
            return client.kind();
        };
        const QJsonObject key { { u"key"_s,
                                  QString::fromLatin1(BridgeFixture::key().toBase64()) } };
        RawClient first(fresh.bridgePath());
        hello(first, BridgeFixture::hello());
        QCOMPARE(show(first, u"associate"_s, key), QString());

        const QJsonObject introduction = BridgeFixture::hello(u"probe"_s);
        RawClient known(fresh.bridgePath());
        hello(known, introduction);
        const Handshake handshake { .role = u"probe"_s,
                                    .gatewayId = BridgeFixture::gatewayId(),
                                    .clientNonce = introduction[u"nonce"].toString(),
                                    .serverNonce = known.result()[u"nonce"].toString(),
                                    .clientProtocol = u"1.0"_s,
                                    .serverProtocol = u"1.0"_s };
        QCOMPARE(known.result()[u"proof"].toString(),
                 handshakeProof(BridgeFixture::key(), handshake, ProofOf::Server));
        QCOMPARE(show(known, u"auth"_s,
                      { { u"proof"_s,
                          handshakeProof(BridgeFixture::key(), handshake, ProofOf::Client) } }),
                 QString());

        for (int i = 0; i < 2; ++i) {
            RawClient other(fresh.bridgePath());
            hello(other, BridgeFixture::hello(u"gateway"_s, u"gateway-that-is-new"_s));
            QCOMPARE(show(other, u"associate"_s, key), u"approvalNeeded"_s);
        }
        QCOMPARE(states, (QStringList { u"first"_s, u"known"_s, u"new"_s, u"pending"_s }));
    }

    static void askForContacts(Observer& o)
    {
        QVERIFY(o.call(u"status.subscribe"_s));
        QVERIFY(o.call(u"status.get"_s, { { u"profile"_s, u"default"_s } }));
        QVERIFY(o.call(u"me.get"_s, { { u"profile"_s, u"default"_s } }));
        QVERIFY(o.sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        QVERIFY(o.call(u"contacts.refresh"_s, { { u"profile"_s, u"default"_s } }));
        QTRY_VERIFY(o.notified.contains(u"contacts.changed"_s));
        for (const QString& method : { u"friends.list"_s, u"groups.list"_s, u"groups.members"_s }) {
            QJsonObject params { { u"profile"_s, u"default"_s },
                                 { u"query"_s, QString() },
                                 { u"limit"_s, 1 } };
            if (method == u"groups.members") {
                params[u"groupId"_s] = Family;
            }
            QString cursor;
            do {
                const RpcReply page = o.call(method, params);
                QVERIFY2(page, qPrintable(method));
                cursor = (*page)[u"nextCursor"].toString();
                params[u"cursor"_s] = cursor;
                params[u"limit"_s] = 500;
            } while (!cursor.isEmpty());
        }
    }

    static void logInAndOut(Observer& o)
    {
        QTRY_COMPARE_WITH_TIMEOUT(o.companion.status()[u"profiles"][0][u"session"][u"state"],
                                  QJsonValue(u"Online"_s), 20'000);
        QVERIFY(o.call(u"login.start"_s, { { u"profile"_s, u"default"_s } })); // is logged in
        const auto logIn = [&o] {
            o.steps.clear();
            return o.call(u"login.start"_s, { { u"profile"_s, u"shop"_s }, { u"force"_s, true } });
        };
        const auto ends = [&o](const QString& step) {
            return QTest::qWaitFor([&] { return o.steps.contains(step); }, 20'000);
        };
        QVERIFY(logIn());
        QVERIFY(o.sim.ctlSucceeds({ u"wait"_s, u"qr"_s }));
        QVERIFY(o.sim.ctlSucceeds({ u"scan"_s }));
        QVERIFY(ends(u"scanned"_s));
        QVERIFY(o.sim.ctlSucceeds({ u"confirm"_s }));
        QVERIFY2(ends(u"confirmed"_s), qPrintable(o.steps.join(u' ')));
        QVERIFY(o.call(u"logout"_s, { { u"profile"_s, u"shop"_s } }));

        QVERIFY(logIn());
        QVERIFY(o.sim.ctlSucceeds({ u"wait"_s, u"qr"_s }));
        QVERIFY(o.sim.ctlSucceeds({ u"scan"_s }));
        QVERIFY(o.sim.ctlSucceeds({ u"decline"_s }));
        QVERIFY2(ends(u"declined"_s), qPrintable(o.steps.join(u' ')));

        const RpcReply cancelled = logIn();
        QVERIFY(cancelled);
        QVERIFY(o.call(u"login.cancel"_s, { { u"loginId"_s, (*cancelled)[u"loginId"] } }));
        QVERIFY2(ends(u"cancelled"_s), qPrintable(o.steps.join(u' ')));

        TestGateway brief(u"gateway-of-a-test"_s, BridgeRole::Cli);
        brief.key = o.gateway->key;
        QVERIFY(brief.open(o.companion.bridgePath()));
        QVERIFY(brief.call(u"login.start"_s, { { u"profile"_s, u"shop"_s } }));
        const auto isLoggingIn = [&o] {
            const RpcReply status = o.call(u"status.get"_s, { { u"profile"_s, u"shop"_s } });
            return status && (*status)[u"profiles"][0][u"session"][u"state"] == u"LoggingIn"_s;
        };
        QTRY_VERIFY(isLoggingIn());
        brief.close();
        QTRY_VERIFY_WITH_TIMEOUT(!isLoggingIn(), 20'000);

        o.sim.ctl({ u"set"_s, u"exit=1@auth.login@once"_s });
        QVERIFY(logIn());
        QVERIFY2(ends(u"failed"_s), qPrintable(o.steps.join(u' ')));

        o.sim.ctl({ u"set"_s, u"qr-expiry=200"_s });
        QVERIFY(logIn());
        QVERIFY2(ends(u"expired"_s), qPrintable(o.steps.join(u' ')));
        QVERIFY(o.steps.count(u"qr"_s) > 1);
    }

    static void send(Observer& o)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\x89PNG") > 0);
        file.close();
        const QJsonObject text { { u"text"_s, u"một"_s } };
        QVERIFY(o.call(u"message.send"_s,
                       sendParams(u"text"_s,
                                  { { u"profile"_s, u"default"_s },
                                    { u"account"_s, o.account() },
                                    { u"text"_s, u"một"_s },
                                    { u"styles"_s, styled(3, u"bold"_s) },
                                    { u"replyTo"_s, u"71"_s },
                                    { u"deadlineMs"_s, 30'000 } })));
        QVERIFY(
            !o.call(u"message.send"_s,
                    sendParams(u"style"_s,
                               { { u"text"_s, u"một"_s }, { u"styles"_s, styled(4, u"red"_s) } })));
        int count = 0;
        for (const QString& kind : { u"image"_s, u"video"_s, u"voice"_s, u"file"_s }) {
            QVERIFY(o.call(u"message.send"_s,
                           sendParams(u"medium-%1"_s.arg(++count),
                                      { { u"kind"_s, kind },
                                        { u"path"_s, file.fileName() },
                                        { u"caption"_s, QString() } })));
        }
        o.sim.ctl({ u"set"_s, u"refuse=Từ chối@msg.send@once"_s });
        QVERIFY(!o.call(u"message.send"_s, sendParams(u"refused"_s, text)));
        QVERIFY(!o.call(
            u"message.send"_s,
            sendParams(u"link"_s, { { u"kind"_s, u"link"_s }, { u"url"_s, u"ftp://x"_s } })));
        o.note(u"message.send params"_s,
               sendParams(u"kind"_s, { { u"kind"_s, u"link"_s }, { u"url"_s, u"https://x"_s } }));
        // Zalo refuses the second part; the first one is there.
        const qsizetype before = o.sim.outbox().size();
        o.sim.ctl({ u"set"_s, u"linger=3000@msg.send@once"_s });
        std::optional<RpcReply> partly;
        o.gateway->channel().request(
            &o.gateway->channel(), u"message.send"_s,
            sendParams(u"parts"_s, { { u"text"_s, QString(5'000, u'x') } }),
            std::chrono::seconds(40), [&partly](const RpcReply& reply) { partly = reply; });
        QVERIFY(o.sim.ctlSucceeds({ u"wait"_s, u"outbox"_s, QString::number(before + 1) }));
        o.gateway->callAndForget(u"message.send"_s,
                                 sendParams(u"behind"_s, { { u"text"_s, u"sau"_s } }));
        for (const auto& [key, state] :
             { std::pair { u"parts"_s, u"sending"_s }, std::pair { u"behind"_s, u"queued"_s } }) {
            const RpcReply outcome = o.call(u"message.outcome"_s, { { u"key"_s, key } });
            QVERIFY(outcome);
            QCOMPARE((*outcome)[u"state"].toString(), state);
        }
        o.sim.ctl({ u"set"_s, u"refuse=Từ chối@msg.send@once"_s });
        QTRY_VERIFY_WITH_TIMEOUT(partly, 20'000);
        QVERIFY(!*partly);
        o.noteError(partly->error());
        QVERIFY2(partly->error().message.contains(u"1 of 3 parts went out."),
                 qPrintable(partly->error().message));
        QCOMPARE(partly->error().data[u"possiblySent"], QJsonValue(true));
        QVERIFY(o.call(u"message.send"_s, sendParams(u"behind"_s, text))); // joins it
        o.sim.ctl({ u"set"_s, u"exit=1@msg.send@once"_s });
        const RpcReply crashed = o.call(u"message.send"_s, sendParams(u"crashed"_s, text));
        QVERIFY(!crashed);
        QCOMPARE(crashed.error().kind, u"uncertain"_s);
        for (const QString& key :
             { u"text"_s, u"refused"_s, u"parts"_s, u"crashed"_s, u"never"_s }) {
            QVERIFY(o.call(u"message.outcome"_s, { { u"key"_s, key } }));
        }
        act(o);
        QVERIFY(o.call(
            u"typing.send"_s,
            { { u"profile"_s, u"default"_s }, { u"threadId"_s, Tam }, { u"isGroup"_s, false } }));
    }

    //! What is about a message: to the newest one of the group, which the account sent.
    static void act(Observer& o)
    {
        const auto params = [](const QString& key, const QJsonObject& more) {
            QJsonObject params = sendParams(key, more);
            params[u"threadId"_s] = Family;
            params[u"isGroup"_s] = true;
            return params;
        };
        const RpcReply own = o.call(u"message.send"_s, params(u"own"_s, { { u"text"_s, u"a"_s } }));
        QVERIFY(own);
        const QJsonObject named { { u"messageId"_s, (*own)[u"messageId"] },
                                  { u"profile"_s, u"default"_s },
                                  { u"account"_s, o.account() },
                                  { u"deadlineMs"_s, 30'000 } };
        const auto with = [&named](const QString& name, const QString& value) {
            QJsonObject more = named;
            more[name] = value;
            return more;
        };
        QJsonObject sticker = with(u"stickerId"_s, u"21978"_s);
        sticker.remove(u"messageId"_s);
        QVERIFY(o.call(u"message.sticker"_s, params(u"sticker"_s, sticker)));
        QVERIFY(o.call(u"message.react"_s, params(u"react"_s, with(u"emoji"_s, u"👍"_s))));
        QVERIFY(o.call(u"message.unsend"_s, params(u"unsend"_s, named)));
        QJsonObject edit = with(u"text"_s, u"b"_s);
        edit[u"styles"_s] = styled(1, u"bold"_s);
        QVERIFY(o.call(u"message.edit"_s, params(u"edit"_s, edit)));
        QJsonObject unknown = named;
        unknown[u"messageId"_s] = u"1"_s;
        const RpcReply refused = o.call(u"message.unsend"_s, params(u"unknown"_s, unknown));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, u"messageUnknown"_s);
        QCOMPARE(refused.error().code, -32007);
    }

    static void receive(Observer& o)
    {
        QVERIFY(o.call(u"inbound.subscribe"_s, { { u"profiles"_s, QJsonArray { u"default"_s } } }));
        const QString id = o.sim.inject(Tam, u"chào"_s);
        QTRY_COMPARE_WITH_TIMEOUT(o.gateway->delivered.size(), 1, 20'000);
        for (const QString& outcome : { u"failed"_s, u"dropped"_s, u"dispatched"_s }) {
            QVERIFY(o.call(u"inbound.outcome"_s,
                           { { u"profile"_s, u"default"_s },
                             { u"threadId"_s, Tam },
                             { u"msgId"_s, id },
                             { u"outcome"_s, outcome },
                             { u"code"_s, u"otherRule"_s },
                             { u"detail"_s, u"x"_s },
                             { u"reason"_s, u"x"_s } }));
        }
        QVERIFY(o.sim.ctlSucceeds({ u"drop"_s }));
        QTRY_VERIFY_WITH_TIMEOUT(
            !o.companion.status()[u"profiles"][0][u"connectionGaps"].toArray().isEmpty(), 20'000);
        QJsonObject params { { u"profile"_s, u"default"_s }, { u"limit"_s, 1 } };
        QString cursor;
        do {
            const RpcReply page = o.call(u"activity.list"_s, params);
            QVERIFY(page);
            cursor = (*page)[u"nextCursor"].toString();
            params[u"cursor"_s] = cursor;
        } while (!cursor.isEmpty());
        for (const QJsonObject& message : std::as_const(o.gateway->delivered)) {
            o.note(u"inbound.deliver params"_s, message);
        }
        params = { { u"profile"_s, u"default"_s },
                   { u"account"_s, o.account() },
                   { u"threadId"_s, Tam },
                   { u"isGroup"_s, false },
                   { u"limit"_s, 1 } };
        cursor.clear();
        do {
            const RpcReply page = o.call(u"message.history"_s, params);
            QVERIFY(page);
            cursor = (*page)[u"nextCursor"].toString();
            params[u"cursor"_s] = cursor;
        } while (!cursor.isEmpty());
    }

    //! A message that has everything.
    static void receiveEverything(Observer& o)
    {
        const QTemporaryDir folder;
        const CompanionOptions options = headlessOptions(folder.path());
        QVERIFY(ensurePrivateFolder(options.paths.mediaFolder()));
        QFile file(folder.filePath(u"a.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(storeWaiting(options, { fullRow(file.fileName()) }));
        Inside inside(options);
        QVERIFY(inside.start());
        QVERIFY(inside.gateway.call(u"inbound.subscribe"_s,
                                    { { u"profiles"_s, QJsonArray { u"default"_s } } }));
        QTRY_COMPARE_WITH_TIMEOUT(inside.gateway.delivered.size(), 1, 20'000);
        o.note(u"inbound.deliver params"_s, inside.gateway.delivered.first());
    }

    //! Another Gateway is told who has the profile; a newer connection of the same one takes over,
    //! and the older hears of it before it is closed.
    static void comeTwice(Observer& o)
    {
        const QString label = u"Test at gateway-of-a-test"_s;
        const std::unique_ptr<TestGateway> first = std::move(o.gateway);
        bool isClosed = false;
        QObject::connect(&first->channel(), &RpcChannel::closed, &first->channel(),
                         [&] { isClosed = true; });
        QVERIFY(!o.connectAs(u"gateway-that-is-new"_s));
        QCOMPARE(o.companion.run({ u"gateways"_s, u"approve"_s, u"gateway-that-is-new"_s }).status,
                 0);
        const QByteArray key = o.gateway->key;
        o.gateway->close();
        QVERIFY(o.gateway->open(o.companion.bridgePath()));
        const RpcReply refused =
            o.call(u"inbound.subscribe"_s, { { u"profiles"_s, QJsonArray { u"default"_s } } });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, -32000);
        QCOMPARE(refused.error().kind, u"profileInUse"_s);
        QCOMPARE(refused.error().data[u"gateway"].toString(), label);
        QVERIFY(!isClosed);

        TestGateway newer;
        newer.key = first->key;
        QVERIFY(newer.open(o.companion.bridgePath()));
        QTRY_VERIFY(isClosed);
        QVERIFY(o.notified.contains(u"superseded"_s));
    }
};

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
