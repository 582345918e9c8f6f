// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "simulation.h"
#include "zca/zcaarguments.h"
#include "zca/zcacontactparser.h"
#include "zca/zcaprobe.h"
#include "zca/zcaresultparser.h"
#include "zca/zcarunner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using zalo::sim::Simulation;

Q_DECLARE_METATYPE(zalo::ErrorKind)

namespace {

const QString profile = QStringLiteral("default");
const ThreadRef person { QStringLiteral("365333052772575247"), false };
const ThreadRef family { QStringLiteral("772797855570859122"), true };

} // namespace

//! The probe, the commands and the parsers against the simulator, in both dialects and while it
//! misbehaves.
class TestZcaSimParsers : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulation> m_sim;
    std::unique_ptr<ZcaRunner> m_runner;
    ZcaProgram m_program;
    Policy m_policy;

    void ctl(const QString& command)
    {
        const sim::Ran ran = m_sim->ctl(command.split(u' '));
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
    }

    Result<ZcaProgram> probed()
    {
        Result<ZcaProgram> found = failure(ErrorKind::Internal);
        bool done = false;
        ZcaProbe probe(m_sim->home(), m_sim->home(), m_policy);
        probe.probe(Simulation::program(), this, [&](Result<ZcaProgram> result) {
            found = std::move(result);
            done = true;
        });
        (void)QTest::qWaitFor([&] { return done; }, 30'000);
        return found;
    }

    Result<ZcaOutput> ran(const QStringList& arguments,
                          CommandClass commandClass = CommandClass::Query,
                          std::chrono::milliseconds deadline = 20s)
    {
        Result<ZcaOutput> output = failure(ErrorKind::Internal);
        bool done = false;
        ZcaRequest request { arguments, deadline, commandClass, {} };
        if (arguments.contains(QStringLiteral("upload"))) {
            request.isAnswer = isMessageAnswer;
        }
        m_runner->run(std::move(request), this, [&](Result<ZcaOutput> result) {
            output = std::move(result);
            done = true;
        });
        (void)QTest::qWaitFor([&] { return done; }, 30'000);
        return output;
    }

    Result<QStringList> sent(const QStringList& arguments, std::chrono::milliseconds deadline = 20s)
    {
        return parseMessageIds(ran(arguments, CommandClass::Send, deadline), m_program.dialect);
    }

    QList<QJsonObject> outbox() const
    {
        QList<QJsonObject> lines;
        const QByteArray out = m_sim->ctl({ QStringLiteral("outbox") }).out;
        for (const QByteArray& line : out.split('\n')) {
            if (!line.isEmpty()) {
                lines << QJsonDocument::fromJson(line).object();
            }
        }
        return lines;
    }

    void useDialect(bool zcaCli)
    {
        if (zcaCli) {
            ctl(QStringLiteral("set dialect=zca-cli"));
        }
        const Result<ZcaProgram> found = probed();
        QVERIFY(found.has_value());
        m_program = *found;
    }

    static void worlds()
    {
        QTest::addColumn<bool>("zcaCli");
        QTest::addColumn<QString>("trouble");
        for (const bool zcaCli : { false, true }) {
            for (const char* trouble : { "", "noise=1", "split=1", "slow=200" }) {
                QTest::addRow("%s %s", zcaCli ? "zca-cli" : "openzca", trouble)
                    << zcaCli << QString::fromLatin1(trouble);
            }
        }
    }

    void enterWorld()
    {
        QFETCH(bool, zcaCli);
        QFETCH(QString, trouble);
        ctl(QStringLiteral("login"));
        if (!trouble.isEmpty()) {
            ctl(QStringLiteral("set ") + trouble);
        }
        useDialect(zcaCli);
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulation>();
        qputenv("ZCA_SIM_HOME", m_sim->home().toUtf8());
        m_policy.stopGrace = 500ms;
        m_runner =
            std::make_unique<ZcaRunner>([this] { return m_program; }, m_sim->home(), m_policy);
        m_program = {};
        m_program.path = Simulation::program();
        m_program.dialect = ZcaDialect::OpenZca;
        m_program.capabilities = ZcaCapability::SendRaw;
    }

    void cleanup()
    {
        m_runner.reset();
        m_sim.reset();
    }

    void bothDialectsAreTold_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<int>("capabilities");
        using C = ZcaCapability;
        const int all = (C::QrPath | C::QrBase64 | C::Supervised | C::Heartbeat | C::ListenRaw
                         | C::SendRaw | C::MsgVideo | C::MsgVoice)
                            .toInt();
        const int few =
            (C::QrBase64 | C::ListenRaw | C::SendRaw | C::MsgVideo | C::MsgVoice).toInt();
        QTest::newRow("openzca") << QStringLiteral("noise=") << QStringLiteral("0.1.58")
                                 << QStringLiteral("openzca") << all;
        QTest::newRow("openzca, noisy") << QStringLiteral("noise=1") << QStringLiteral("0.1.58")
                                        << QStringLiteral("openzca") << all;
        QTest::newRow("zca-cli") << QStringLiteral("dialect=zca-cli") << QStringLiteral("1.0.7")
                                 << QStringLiteral("zca-cli") << few;
        QTest::newRow("zca-cli, noisy")
            << QStringLiteral("dialect=zca-cli noise=1") << QStringLiteral("1.0.7")
            << QStringLiteral("zca-cli") << few;
    }

    void bothDialectsAreTold()
    {
        QFETCH(QString, settings);
        ctl(QStringLiteral("set ") + settings);
        const Result<ZcaProgram> found = probed();
        QVERIFY(found.has_value());
        QTEST(found->version, "version");
        QTEST(zcaDialectName(found->dialect), "dialect");
        QTEST(found->capabilities.toInt(), "capabilities");
    }

    void aHangingVersionIsBroken()
    {
        ctl(QStringLiteral("set hang-version=1"));
        m_policy.probeDeadline = 500ms;
        const Result<ZcaProgram> found = probed();
        m_policy.probeDeadline = Policy().probeDeadline;
        QCOMPARE(found.error().kind, ErrorKind::ZcaBroken);
        QVERIFY(found.error().detail.contains(QStringLiteral("--version")));
    }

    void listsInEveryWorld_data() { worlds(); }

    void listsInEveryWorld()
    {
        enterWorld();
        const auto me = ran(zcaargs::meInfo(profile));
        QVERIFY(me.has_value());
        QCOMPARE(parseAccount(me->out)->displayName, QStringLiteral("Nguyễn Minh Anh"));

        const auto friends = ran(zcaargs::friendList(profile));
        QVERIFY(friends.has_value());
        const auto people = parseFriends(friends->out);
        QVERIFY(people.has_value());
        QCOMPARE(people->size(), 250);
        QCOMPARE(people->first().userId, person.id);
        QCOMPARE(people->first().displayName, QStringLiteral("Phạm Văn Tâm 🌸"));

        const auto groups = parseGroups(ran(zcaargs::groupList(profile))->out);
        QVERIFY(groups.has_value());
        QCOMPARE(groups->size(), 12);
        QCOMPARE(groups->first().groupId, family.id);
        QCOMPARE(groups->first().name, QStringLiteral("Gia đình"));
        QCOMPARE(groups->first().memberCount, 14);

        const auto members = parseGroupMembers(ran(zcaargs::groupMembers(profile, family.id))->out);
        QVERIFY(members.has_value());
        QCOMPARE(members->size(), 14);
        QCOMPARE(members->first().displayName, QStringLiteral("Nguyễn Minh Anh"));

        QVERIFY(ran(zcaargs::authStatus(profile)).has_value());
    }

    void sendsInEveryWorld_data() { worlds(); }

    void sendsInEveryWorld()
    {
        enterWorld();
        const QString text = QStringLiteral("- **Xin chào** 🌸\n# \"$(x)\" @Mai");
        const auto ids = sent(zcaargs::sendText(profile, family, text, m_program));
        QVERIFY(ids.has_value());
        QCOMPARE(ids->size(), 1);
        QCOMPARE(outbox().size(), 1);
        const QJsonObject line = outbox().first();
        QCOMPARE(line.value(QLatin1String("text")).toString(), text);
        QCOMPARE(line.value(QLatin1String("threadId")).toString(), family.id);
        QVERIFY(line.value(QLatin1String("isGroup")).toBool());
        QCOMPARE(line.value(QLatin1String("msgId")).toVariant().toString(), ids->first());
    }

    void findingFriends()
    {
        ctl(QStringLiteral("login"));
        QVERIFY(ran({ QStringLiteral("auth"), QStringLiteral("cache-refresh") }).has_value());
        const auto byName = ran(zcaargs::friendFind(profile, QStringLiteral("Phạm Văn Tâm")));
        QVERIFY(byName.has_value());
        QVERIFY(!parseFriends(byName->out)->isEmpty());
        QCOMPARE(parseFriends(byName->out)->first().userId, person.id);
        const auto byPhone = ran(zcaargs::friendFind(profile, QStringLiteral("0970422491")));
        QVERIFY(byPhone.has_value());
        QCOMPARE(parseFriends(byPhone->out)->first().userId, person.id);
    }

    void everyKindOfMessage()
    {
        ctl(QStringLiteral("login"));
        QFile image(m_sim->path(QStringLiteral("a b.png")));
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.write(
            QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4"
                                   "2mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="));
        image.close();
        QVERIFY(
            sent(zcaargs::sendImage(profile, person, image.fileName(), QStringLiteral("- ảnh đây")))
                .has_value());
        QVERIFY(sent(zcaargs::sendLink(profile, person, QStringLiteral("https://vnexpress.net/a")))
                    .has_value());
        QVERIFY(ran(zcaargs::typing(profile, family)).has_value());
        // No listener runs: zca prints its answer and stays for five minutes.
        QVERIFY(sent(zcaargs::sendFile(profile, family, image.fileName())).has_value());
        const QList<QJsonObject> lines = outbox();
        QCOMPARE(lines.size(), 3);
        const auto kind = [&](int i) {
            return lines.at(i).value(QLatin1String("kind")).toString();
        };
        QCOMPARE(kind(0), QStringLiteral("image"));
        QCOMPARE(lines.at(0).value(QLatin1String("text")).toString(), QStringLiteral("- ảnh đây"));
        QCOMPARE(kind(1), QStringLiteral("link"));
        QCOMPARE(kind(2), QStringLiteral("upload"));
        QCOMPARE(lines.at(2).value(QLatin1String("threadId")).toString(), family.id);
    }

    void whatGoesWrong_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<ErrorKind>("query");
        QTest::addColumn<ErrorKind>("send");
        QTest::addColumn<int>("inOutbox");
        using K = ErrorKind;
        const auto row = [](const char* command, K query, K send, int inOutbox = 0) {
            QTest::newRow(command) << QString::fromUtf8(command) << query << send << inOutbox;
        };
        row("net off", K::Offline, K::Uncertain);
        row("cookie-expire", K::Expired, K::Expired);
        row("set exit=1", K::ZcaFailed, K::Uncertain);
        row("set hang=1", K::TimedOut, K::Uncertain);
        row("set hang=1 ignore-term=1", K::TimedOut, K::Uncertain);
        row("set rate-limit=msg.send", K::Internal, K::RateLimited);
        row("set nothing-sent=1", K::Internal, K::NothingSent);
        row("set send-then-hang=1", K::Internal, K::Uncertain, 1);
        row("set die-midline=1", K::ZcaFailed, K::Uncertain, 1);
    }

    //! Internal stands for "nothing goes wrong" here.
    void whatGoesWrong()
    {
        QFETCH(QString, command);
        QFETCH(ErrorKind, query);
        ctl(QStringLiteral("login"));
        ctl(command);
        const auto list = ran(zcaargs::friendList(profile), CommandClass::Query, 2s);
        QCOMPARE(list.has_value() ? ErrorKind::Internal : list.error().kind, query);
        const auto ids =
            sent(zcaargs::sendText(profile, person, QStringLiteral("Xin chào"), m_program), 2s);
        QVERIFY(!ids.has_value());
        QTEST(ids.error().kind, "send");
        QTEST(int(outbox().size()), "inOutbox");
    }

    void zalosRefusalIsTold()
    {
        ctl(QStringLiteral("login"));
        QVERIFY(m_sim
                    ->ctl({ QStringLiteral("set"),
                            QStringLiteral("refuse=Không thể nhận tin nhắn từ bạn.") })
                    .exitCode
                == 0);
        const auto ids =
            sent(zcaargs::sendText(profile, person, QStringLiteral("Xin chào"), m_program));
        QCOMPARE(
            ids.error(),
            (Error { ErrorKind::ZaloRefused, QStringLiteral("Không thể nhận tin nhắn từ bạn.") }));
    }

    void nobodyIsLoggedIn()
    {
        QCOMPARE(ran(zcaargs::meInfo(profile)).error().kind, ErrorKind::NotLoggedIn);
        QCOMPARE(ran(zcaargs::meInfo(QStringLiteral("nope"))).error().kind, ErrorKind::NotLoggedIn);
        ctl(QStringLiteral("login"));
        QVERIFY(ran(zcaargs::authLogout(profile)).has_value());
        QCOMPARE(ran(zcaargs::authStatus(profile)).error().kind, ErrorKind::NotLoggedIn);
    }

    void anUnknownGroup()
    {
        ctl(QStringLiteral("login"));
        QCOMPARE(ran(zcaargs::groupMembers(profile, QStringLiteral("999"))).error().kind,
                 ErrorKind::ThreadUnknown);
    }

    void bigWorldsAreWhole()
    {
        ctl(QStringLiteral("login"));
        ctl(QStringLiteral("set friends=10000"));
        const auto friends = ran(zcaargs::friendList(profile));
        QVERIFY(friends.has_value());
        QVERIFY(friends->out.size() > 5'000'000);
        QCOMPARE(parseFriends(friends->out)->size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestZcaSimParsers)
#include "tst_zcasimparsers.moc"
