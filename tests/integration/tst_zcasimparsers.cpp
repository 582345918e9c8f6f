// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "simulation.h"
#include "zca/zcaarguments.h"
#include "zca/zcacontactparser.h"
#include "zca/zcaprobe.h"
#include "zca/zcaresultparser.h"
#include "zca/zcarunner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::sim::Simulation;

Q_DECLARE_METATYPE(zalo::ErrorKind)

namespace {

const QString profile = u"default"_s;
const ThreadRef person { u"365333052772575247"_s, false };
const ThreadRef family { u"772797855570859122"_s, true };

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
        request.maxOutput = commandClass == CommandClass::Query ? MaxListAnswer : MaxAnswer;
        if (arguments.contains(u"upload"_s)) {
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
        return ran(arguments, CommandClass::Send, deadline)
            .and_then([this](const ZcaOutput& output) {
                return parseMessageIds(output.out, m_program.dialect);
            });
    }

    QList<QJsonObject> outbox() const
    {
        QList<QJsonObject> lines;
        const QByteArray out = m_sim->ctl({ u"outbox"_s }).out;
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
            ctl(u"set dialect=zca-cli"_s);
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
        ctl(u"login"_s);
        if (!trouble.isEmpty()) {
            ctl(u"set "_s + trouble);
        }
        useDialect(zcaCli);
    }

    //! What each unit of a text looks like: Zalo's codes, sorted. Line ends look like nothing.
    static QList<QStringList> looksOf(const QJsonArray& styles, const QString& text)
    {
        QList<QStringList> looks(text.size());
        for (const QJsonValue& style : styles) {
            const int start = style[u"start"].toInt();
            for (int at = start; at < start + style[u"len"].toInt(); ++at) {
                looks[at] << style[u"st"].toString();
            }
        }
        for (qsizetype at = 0; at < text.size(); ++at) {
            looks[at] = text.at(at) == u'\n' ? QStringList() : sorted(looks.at(at));
        }
        return looks;
    }

    //! The same of what was meant; of sizes, lines and colours one only.
    static QList<QStringList> looksOf(const StyledText& text)
    {
        static const QMap<TextStyle, QString> codes {
            { TextStyle::Bold, u"b"_s },          { TextStyle::Italic, u"i"_s },
            { TextStyle::Strike, u"s"_s },        { TextStyle::Big, u"f_18"_s },
            { TextStyle::Underline, u"u"_s },     { TextStyle::Red, u"c_db342e"_s },
            { TextStyle::Orange, u"c_f27806"_s }, { TextStyle::Yellow, u"c_f7b503"_s },
            { TextStyle::Green, u"c_15a85f"_s },
        };
        QList<QStringList> looks(text.text.size());
        for (qsizetype at = 0; at < text.text.size(); ++at) {
            QStringList tags;
            for (const StyleSpan& span : text.styles) {
                const bool isHere = span.start <= at && at < span.end();
                const QString code = codes.value(span.style);
                if (isHere && text.text.at(at) != u'\n') {
                    (code.size() == 1 && code != u"u" ? looks[at] : tags) << code;
                }
            }
            const auto weight = [](const QString& code) {
                return code.startsWith(u'c') ? 2 : code == u"u" ? 1 : 0;
            };
            const auto heaviest = std::max_element(
                tags.cbegin(), tags.cend(),
                [&](const QString& a, const QString& b) { return weight(a) < weight(b); });
            if (heaviest != tags.cend()) {
                looks[at] << *heaviest;
            }
            looks[at] = sorted(looks.at(at));
        }
        return looks;
    }

    static QStringList sorted(QStringList codes)
    {
        codes.removeDuplicates();
        codes.sort();
        return codes;
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
        const ZcaCapabilities few = C::QrBase64 | C::ListenRaw | C::SendRaw | C::MsgVideo
            | C::MsgVoice | C::TextStyles | C::SendReply | C::MsgSticker | C::MsgReact | C::MsgUndo;
        const ZcaCapabilities all = few | C::QrPath | C::Supervised | C::Heartbeat | C::Database
            | C::MsgRecent | C::NoDatabase;
        QTest::newRow("openzca") << u"noise="_s << u"0.1.58"_s << u"openzca"_s << all.toInt();
        QTest::newRow("openzca, noisy")
            << u"noise=1"_s << u"0.1.58"_s << u"openzca"_s << all.toInt();
        QTest::newRow("zca-cli") << u"dialect=zca-cli"_s << u"1.0.7"_s << u"zca-cli"_s
                                 << few.toInt();
        QTest::newRow("zca-cli, noisy")
            << u"dialect=zca-cli noise=1"_s << u"1.0.7"_s << u"zca-cli"_s << few.toInt();
    }

    void bothDialectsAreTold()
    {
        QFETCH(QString, settings);
        ctl(u"set "_s + settings);
        const Result<ZcaProgram> found = probed();
        QVERIFY(found.has_value());
        QTEST(found->version, "version");
        QTEST(zcaDialectName(found->dialect), "dialect");
        QTEST(found->capabilities.toInt(), "capabilities");
    }

    void aHangingVersionIsBroken()
    {
        ctl(u"set hang-version=1"_s);
        m_policy.probeDeadline = 500ms;
        const Result<ZcaProgram> found = probed();
        m_policy.probeDeadline = Policy().probeDeadline;
        QCOMPARE(found.error().kind, ErrorKind::ZcaBroken);
        QVERIFY(found.error().detail.contains(u"--version"_s));
    }

    void listsInEveryWorld_data() { worlds(); }

    void listsInEveryWorld()
    {
        enterWorld();
        const auto me = ran(zcaargs::meInfo(profile));
        QVERIFY(me.has_value());
        QCOMPARE(parseAccount(me->out)->displayName, u"Nguyễn Minh Anh"_s);

        const auto friends = ran(zcaargs::friendList(profile));
        QVERIFY(friends.has_value());
        const auto people = parseFriends(friends->out);
        QVERIFY(people.has_value());
        QCOMPARE(people->size(), 250);
        QCOMPARE(people->first().userId, person.id);
        QCOMPARE(people->first().displayName, u"Phạm Văn Tâm 🌸"_s);

        const auto groups = parseGroups(ran(zcaargs::groupList(profile))->out);
        QVERIFY(groups.has_value());
        QCOMPARE(groups->size(), 12);
        QCOMPARE(groups->first().groupId, family.id);
        QCOMPARE(groups->first().name, u"Gia đình"_s);
        QCOMPARE(groups->first().memberCount, 14);

        const auto members = parseGroupMembers(ran(zcaargs::groupMembers(profile, family.id))->out);
        QVERIFY(members.has_value());
        QCOMPARE(members->size(), 14);
        QCOMPARE(members->first().displayName, u"Nguyễn Minh Anh"_s);

        QVERIFY(ran(zcaargs::authStatus(profile)).has_value());
    }

    void sendsInEveryWorld_data() { worlds(); }

    void sendsInEveryWorld()
    {
        enterWorld();
        const QString text = u"- **Xin chào** 🌸\n# \"$(x)\" @Mai"_s;
        const auto ids = sent(zcaargs::sendText(profile, family, { text, {} }, m_program));
        QVERIFY(ids.has_value());
        QCOMPARE(ids->size(), 1);
        QCOMPARE(outbox().size(), 1);
        const QJsonObject line = outbox().first();
        // Nobody is meant by the @, so a mark that nobody sees stands before it.
        QCOMPARE(line.value(QLatin1String("text")).toString(),
                 QString(text).replace(u"@"_s, u"\u200b@"_s));
        QCOMPARE(line.value(QLatin1String("threadId")).toString(), family.id);
        QVERIFY(line.value(QLatin1String("isGroup")).toBool());
        QVERIFY(!line.contains(u"mentions"_s));
        QCOMPARE(line.value(QLatin1String("msgId")).toVariant().toString(), ids->first());
    }

    //! Whatever is written and however it looks: it arrives so, letter for letter.
    void stylesArriveAsTheyAreMeant()
    {
        ctl(u"login"_s);
        useDialect(false);
        const QStringList signs { u"*"_s,  u"**"_s,    u"_"_s,    u"~~"_s,      u"\\"_s,
                                  u"`"_s,  u"```"_s,   u"# "_s,   u"- "_s,      u"1. "_s,
                                  u"> "_s, u"{red}"_s, u"[x] "_s, u"\n"_s,      u"  "_s,
                                  u"à"_s,  u"🌸"_s,     u"b"_s,    u"{/small}"_s };
        QRandomGenerator random(20'261'128);
        for (int round = 0; round < 40; ++round) {
            StyledText text;
            for (int i = 0; i < 24; ++i) {
                text.text += signs.at(random.bounded(int(signs.size())));
            }
            for (int i = 0; i < 6; ++i) {
                int start = random.bounded(int(text.text.size()));
                int end = start + 1 + random.bounded(int(text.text.size()) - start);
                start -= text.text.at(start).isLowSurrogate() ? 1 : 0;
                end += end < text.text.size() && text.text.at(end).isLowSurrogate() ? 1 : 0;
                text.styles.append(
                    { start, end - start, TextStyle(random.bounded(int(TextStyle::Bullet))) });
            }
            QVERIFY(sent(zcaargs::sendText(profile, person, text, m_program)).has_value());
            const QJsonObject line = outbox().last();
            QCOMPARE(line[u"text"].toString(), text.text);
            QCOMPARE(looksOf(line[u"styles"].toArray(), text.text), looksOf(text));
        }
    }

    void bulletsAreZalosOwn()
    {
        ctl(u"login"_s);
        useDialect(false);
        const StyledText text { u"Cần mua:\n• trà\n  • sen\n• hoa"_s,
                                { { 9, 5, TextStyle::Bullet },
                                  { 15, 7, TextStyle::Bullet },
                                  { 23, 5, TextStyle::Bullet } } };
        QVERIFY(sent(zcaargs::sendText(profile, person, text, m_program)).has_value());
        const QJsonObject line = outbox().last();
        QCOMPARE(line[u"text"].toString(), u"Cần mua:\ntrà\nsen\nhoa"_s);
        QStringList looks;
        for (const QJsonValue& style : line[u"styles"].toArray()) {
            looks << u"%1+%2 %3"_s.arg(style[u"start"].toInt())
                         .arg(style[u"len"].toInt())
                         .arg(style[u"st"].toString());
        }
        QCOMPARE(
            looks,
            (QStringList { u"9+3 lst_1"_s, u"13+3 ind_10"_s, u"13+3 lst_1"_s, u"17+3 lst_1"_s }));
        // Where nobody knows what a program shows, the text says it by itself.
        ctl(u"set dialect=zca-cli"_s);
        m_program.dialect = ZcaDialect::ZcaCli;
        QVERIFY(sent(zcaargs::sendText(profile, person, text, m_program)).has_value());
        QCOMPARE(outbox().last()[u"text"].toString(), text.text);
        QVERIFY(!outbox().last().contains(u"styles"_s));
    }

    void findingFriends()
    {
        ctl(u"login"_s);
        QVERIFY(ran({ u"auth"_s, u"cache-refresh"_s }).has_value());
        const auto byName = ran(zcaargs::friendFind(profile, u"Phạm Văn Tâm"_s));
        QVERIFY(byName.has_value());
        QVERIFY(!parseFriends(byName->out)->isEmpty());
        QCOMPARE(parseFriends(byName->out)->first().userId, person.id);
        const auto byPhone = ran(zcaargs::friendFind(profile, u"0970422491"_s));
        QVERIFY(byPhone.has_value());
        QCOMPARE(parseFriends(byPhone->out)->first().userId, person.id);
    }

    void everyKindOfMessage()
    {
        ctl(u"login"_s);
        QFile image(m_sim->path(u"a b.png"_s));
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.write(
            QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4"
                                   "2mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="));
        image.close();
        QVERIFY(sent(zcaargs::sendImage(profile, person, image.fileName(), u"- ảnh đây"_s))
                    .has_value());
        QVERIFY(sent(zcaargs::sendLink(profile, person, u"https://vnexpress.net/a"_s)).has_value());
        QVERIFY(ran(zcaargs::typing(profile, family)).has_value());
        // No listener runs: zca prints its answer and stays for five minutes.
        QVERIFY(sent(zcaargs::sendFile(profile, family, image.fileName())).has_value());
        const QList<QJsonObject> lines = outbox();
        QCOMPARE(lines.size(), 3);
        const auto kind = [&](int i) {
            return lines.at(i).value(QLatin1String("kind")).toString();
        };
        QCOMPARE(kind(0), u"image"_s);
        QCOMPARE(lines.at(0).value(QLatin1String("text")).toString(), u"- ảnh đây"_s);
        QCOMPARE(kind(1), u"link"_s);
        QCOMPARE(kind(2), u"upload"_s);
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
        ctl(u"login"_s);
        ctl(command);
        const auto list = ran(zcaargs::friendList(profile), CommandClass::Query, 2s);
        QCOMPARE(list.has_value() ? ErrorKind::Internal : list.error().kind, query);
        const auto ids =
            sent(zcaargs::sendText(profile, person, { u"Xin chào"_s, {} }, m_program), 2s);
        QVERIFY(!ids.has_value());
        QTEST(ids.error().kind, "send");
        QTEST(int(outbox().size()), "inOutbox");
    }

    void zalosRefusalIsTold()
    {
        ctl(u"login"_s);
        QVERIFY(m_sim->ctl({ u"set"_s, u"refuse=Không thể nhận tin nhắn từ bạn."_s }).exitCode
                == 0);
        const auto ids = sent(zcaargs::sendText(profile, person, { u"Xin chào"_s, {} }, m_program));
        QCOMPARE(ids.error(),
                 (Error { ErrorKind::ZaloRefused, u"Không thể nhận tin nhắn từ bạn."_s }));
    }

    void nobodyIsLoggedIn()
    {
        QCOMPARE(ran(zcaargs::meInfo(profile)).error().kind, ErrorKind::NotLoggedIn);
        QCOMPARE(ran(zcaargs::meInfo(u"nope"_s)).error().kind, ErrorKind::NotLoggedIn);
        ctl(u"login"_s);
        QVERIFY(ran(zcaargs::authLogout(profile)).has_value());
        QCOMPARE(ran(zcaargs::authStatus(profile)).error().kind, ErrorKind::NotLoggedIn);
    }

    void anUnknownGroup()
    {
        ctl(u"login"_s);
        QCOMPARE(ran(zcaargs::groupMembers(profile, u"999"_s)).error().kind,
                 ErrorKind::ThreadUnknown);
    }

    void bigWorldsAreWhole()
    {
        ctl(u"login"_s);
        ctl(u"set friends=10000"_s);
        const auto friends = ran(zcaargs::friendList(profile));
        QVERIFY(friends.has_value());
        QVERIFY(friends->out.size() > 5'000'000);
        QCOMPARE(parseFriends(friends->out)->size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestZcaSimParsers)
#include "tst_zcasimparsers.moc"
