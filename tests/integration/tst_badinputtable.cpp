// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "badinputs.h"
#include "companionprocess.h"
#include "rawclient.h"
#include "simulator.h"
#include "testgateway.h"

#include "avatars/picture.h"
#include "core/singleline.h"
#include "fetch/curl.h"
#include "fetch/fetchaddress.h"
#include "platform/instancelock.h"
#include "zca/zcaloginparser.h"
#include "zca/zcamessageparser.h"

#include <QBuffer>
#include <QHostAddress>
#include <QImage>
#include <QTest>

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Begin = "<!-- bad-inputs:begin -->\n";
const QByteArray End = "<!-- bad-inputs:end -->\n";

QByteArray picture(QSize size, const char* format)
{
    QImage image(size, QImage::Format_Mono);
    image.fill(0);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

QList<BadInput> pictures()
{
    return {
        { "nothing", {} },
        { "words", "no picture" },
        { "a drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>" },
        { "a drawing behind a picture's first bytes", "\xff\xd8\xff<svg/>" },
        { "a picture of another format", picture({ 20, 20 }, "BMP") },
        { "half a picture", picture({ 64, 64 }, "PNG").first(50) },
        { "3,000 by 3,000 dots", picture({ 3'000, 3'000 }, "PNG") },
        { "2,049 dots in a row", picture({ 2'049, 1 }, "PNG") },
    };
}

} // namespace

//! What is tried on every entrance, with the answer to each: the table of SECURITY.md, which
//! `tst_badinputtable --write` renews.
class TestBadInputTable : public QObject
{
    Q_OBJECT

    using Answerer = std::function<QString(const QByteArray& input)>;

    QByteArray m_table;
    int m_rows = 0;
    const Simulator m_simulator;
    CompanionProcess m_companion;
    TestGateway m_gateway;

    //! Each input of an entrance, and what became of it.
    void attempt(const char* entrance, const QList<BadInput>& inputs, const Answerer& answer)
    {
        m_table += "\n### "_ba + entrance + "\n\n| What comes in | Answer |\n| --- | --- |\n";
        for (const BadInput& bad : inputs) {
            QString text = answer(bad.input);
            QVERIFY2(!text.isEmpty(), bad.what);
            text.replace(m_companion.dataFolder(), u"{data}"_s);
            text.replace(m_companion.runFolder(), u"{run}"_s);
            m_table += "| "_ba + bad.what + " | " + text.replace(u'|', u"\\|"_s).toUtf8() + " |\n";
            ++m_rows;
        }
    }

    QByteArray filledIn(QByteArray input) const
    {
        return input.replace("{data}", m_companion.dataFolder().toUtf8())
            .replace("{run}", m_companion.runFolder().toUtf8());
    }

    //! The line's answer, and whether the connection is closed with it.
    static QString rawAnswer(const QString& path, const QByteArray& line)
    {
        RawClient client(path);
        client.write(line + '\n');
        if (!QTest::qWaitFor([&] { return !client.lines.isEmpty() || client.closed; }, 30'000)) {
            return {};
        }
        QString answer = client.lines.isEmpty() ? u"none"_s
            : client.error().isEmpty()
            ? u"taken"_s
            : u"%1 `%2`"_s.arg(QString::number(client.code()), client.kind());
        // What follows shows whether somebody listens on.
        client.write("{}\n");
        const bool isHeard = QTest::qWaitFor(
            [&] { return client.lines.size() > 1 || client.closed || client.failed; }, 30'000);
        if (isHeard && client.lines.size() <= 1) {
            answer += u", and the connection ends"_s;
        }
        return answer;
    }

    static QString textOf(const RpcReply& reply)
    {
        return reply ? u"taken"_s
                     : u"%1 `%2`: %3"_s.arg(QString::number(reply.error().code), reply.error().kind,
                                            reply.error().message);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_simulator.ctlSucceeds({ u"login"_s }));
        QVERIFY(m_companion.start());
        QVERIFY(m_gateway.subscribe(m_companion.bridgePath()));
        QVERIFY(m_simulator.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        const QString run = m_companion.runFolder();
        QVERIFY(QFile::link(m_companion.dataFolder() + u"/secrets.json"_s, run + u"/link.png"_s));
        QCOMPARE(::mkfifo(qPrintable(QString(run + u"/pipe"_s)), 0600), 0);
        QFile theirs(run + u"/theirs"_s);
        QVERIFY(theirs.open(QIODevice::WriteOnly));
        if (geteuid() != 0) {
            QFAIL("this test gives a file away, so it needs root");
        }
        QCOMPARE(::fchown(theirs.handle(), 65534, 65534), 0);
    }

    void theBridge()
    {
        attempt("The bridge, from a stranger", strangersLines(), [this](const QByteArray& line) {
            return rawAnswer(m_companion.bridgePath(), line);
        });
        attempt("The bridge, from a Gateway that was let in", gatewaysRequests(),
                [this](const QByteArray& input) {
                    const QByteArray call = filledIn(input);
                    const qsizetype space = call.indexOf(' ');
                    const auto params = QJsonDocument::fromJson(call.sliced(space + 1));
                    return params.isObject() ? textOf(m_gateway.call(
                               QString::fromLatin1(call.first(space)), params.object()))
                                             : QString();
                });
        QCOMPARE(m_simulator.outbox().size(), 0); // nothing of it reached Zalo
    }

    void theOthersOfThisMachine()
    {
        const QString path = InstanceLock::owner(m_companion.dataFolder())->controlSocket;
        attempt("The control socket", callersLines(),
                [&](const QByteArray& line) { return rawAnswer(path, line); });
        attempt("A line of zca", zcasLines(), [](const QByteArray& line) {
            const ListenLine parsed = parseListenLine(line);
            const auto* noise = std::get_if<ListenNoise>(&parsed);
            return noise == nullptr ? u"taken"_s
                : noise->isJson     ? u"left out, and the log says so"_s
                                    : u"left out"_s;
        });
        attempt("The command line", terminalWords(), [this](const QByteArray& words) {
            const CompanionProcess::Answer answer =
                m_companion.run(QString::fromUtf8(words).split(u'\n'));
            const QString said = answer.err.isEmpty() ? answer.out : answer.err;
            return QString(
                u"status %1: %2"_s.arg(answer.status).arg(said.trimmed().section(u'\n', -1)));
        });
    }

    void theWeb()
    {
        const Result<Curl> curl = Curl::load();
        QVERIFY(curl);
        attempt("The address of a file", addresses(), [&](const QByteArray& address) {
            const auto parsed =
                FetchAddress::parse(QString::fromUtf8(address), FetchPolicy(), *curl);
            return parsed ? u"taken"_s : errorText(parsed.error(), TextLanguage::English);
        });
        attempt("Where the name of a file's host leads", resolvedAddresses(),
                [](const QByteArray& address) {
                    return isPublicAddress(QHostAddress(QString::fromLatin1(address)))
                        ? u"connected"_s
                        : u"no connection"_s;
                });
    }

    void pictures()
    {
        attempt("The picture of a contact", ::pictures(), [](const QByteArray& bytes) {
            return decodedPicture(bytes, 128) ? u"shown"_s : u"no picture"_s;
        });
        QList<BadInput> codes = ::pictures();
        codes << BadInput { "1,025 dots in a row", picture({ 1'025, 1 }, "PNG") };
        attempt("The picture of a login's code", codes, [](const QByteArray& bytes) {
            return isQrPicture(bytes) ? u"shown"_s : u"the login ends: zca is broken"_s;
        });
    }

    void names()
    {
        attempt("A name", zalo::test::names(), [](const QByteArray& bytes) {
            const QString shown = foreignName(QString::fromUtf8(bytes));
            return shown.isEmpty() ? u"the id stands for it"_s
                : shown.size() < 40
                ? u"shown as `%1`"_s.arg(shown)
                : u"shown as its first %1 units and an ellipsis"_s.arg(shown.size() - 1);
        });
    }

    //! After all of it the program goes on as before.
    void theProgramIsWell()
    {
        QVERIFY(m_gateway.call(u"message.send"_s,
                               { { u"threadId"_s, u"385465029173967793"_s },
                                 { u"isGroup"_s, false },
                                 { u"key"_s, u"the good one"_s },
                                 { u"text"_s, u"Chào"_s } }));
        QCOMPARE(m_simulator.outbox().size(), 1);
        QVERIFY(m_companion.terminate());
    }

    void theTableIsTrue()
    {
        QVERIFY(m_rows >= 100);
        QVERIFY(!m_table.contains("| taken") && !m_table.contains("| connected |"));
        QFile file(QStringLiteral(ZALO_SOURCE_DIR "/SECURITY.md"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray text = file.readAll();
        const qsizetype begin = text.indexOf(Begin);
        const qsizetype end = text.indexOf(End);
        QVERIFY(begin >= 0 && end > begin);
        const QByteArray now = text.first(begin) + Begin + m_table + '\n' + text.sliced(end);
        if (QCoreApplication::arguments().contains(u"--write"_s)) {
            file.resize(0);
            file.write(now);
            return;
        }
        QVERIFY2(now == text,
                 qPrintable(u"the table of SECURITY.md is another one; renew it with "
                            "tst_badinputtable --write. Now it is:\n"_s
                            + QString::fromUtf8(m_table)));
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    TestBadInputTable test;
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAll(u"--write"_s); // ours
    return QTest::qExec(&test, arguments);
}

#include "tst_badinputtable.moc"
