// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaprobe.h"
#include "zca/zcaprobecache.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

Q_DECLARE_METATYPE(zalo::ErrorKind)

namespace {

//! Prints what the real program printed, and writes down each question.
const QByteArray openzca = "echo \"$*\" >>\"$DIR/asked\"\n"
                           "D='" ZALO_TEST_DATA "/zca'\n"
                           "case \"$*\" in\n"
                           "--version) cat \"$D/version.out\";;\n"
                           "--help) cat \"$D/help.out\";;\n"
                           "'auth login --help') cat \"$D/help-auth-login.out\";;\n"
                           "'listen --help') cat \"$D/help-listen.out\";;\n"
                           "'msg --help') echo '  video [options]  Send video(s)';;\n"
                           "'msg send --help') cat \"$D/help-msg-send.out\";;\n"
                           "*) exit 1;; esac\n";

const QByteArray zcaCli = "case \"$*\" in\n"
                          "--version) echo 'WARN update available: 9.9.9'\n"
                          "  printf '\\033[1mv1.0.7\\033[0m\\n';;\n"
                          "--help) echo 'zca - Zalo CLI'; echo ' auth  msg  listen';;\n"
                          "'auth login --help') echo '  --qr-base64  data URL';;\n"
                          "'listen --help') echo '  -r, --raw';;\n"
                          "*) echo 'no help' >&2; exit 2;; esac\n";

} // namespace

class TestZcaProbe : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaProbe> m_probe;
    QList<Result<ZcaProgram>> m_results;

    void probe(const QString& path)
    {
        m_probe->probe(path, this,
                       [this](Result<ZcaProgram> result) { m_results << std::move(result); });
    }

    qsizetype questions() const { return m_zca->read(u"asked"_s).count('\n'); }

    static qint64 modified(const QString& path)
    {
        return QFileInfo(path).lastModified().toMSecsSinceEpoch();
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_results.clear();
        Policy policy;
        policy.stopGrace = 200ms;
        m_probe = std::make_unique<ZcaProbe>(m_zca->folder(), m_zca->folder(), policy);
    }

    void cleanup() { m_probe.reset(); }

    void theRealProgram()
    {
        const QString path = m_zca->script(openzca);
        probe(path);
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        using C = ZcaCapability;
        const ZcaProgram expected { path, u"0.1.58"_s, ZcaDialect::OpenZca,
                                    C::QrPath | C::QrBase64 | C::Supervised | C::Heartbeat
                                        | C::ListenRaw | C::SendRaw | C::MsgVideo | C::Database
                                        | C::TextStyles | C::SendReply | C::NoDatabase,
                                    modified(path) };
        QVERIFY(m_results.first().has_value());
        QCOMPARE(*m_results.first(), expected);
        QCOMPARE(questions(), 6);
    }

    void theOtherDialect()
    {
        const QString path = m_zca->script(zcaCli);
        probe(path);
        QTRY_COMPARE(m_results.size(), 1);
        using C = ZcaCapability;
        QVERIFY(m_results.first().has_value());
        QCOMPARE(*m_results.first(),
                 (ZcaProgram { path, u"1.0.7"_s, ZcaDialect::ZcaCli, C::QrBase64 | C::ListenRaw,
                               modified(path) }));
    }

    void theAnswerIsKept()
    {
        const QString path = m_zca->script(openzca);
        probe(path);
        QTRY_COMPARE(m_results.size(), 1);
        probe(path);
        QCOMPARE(m_results.size(), 1);
        QTRY_COMPARE(m_results.size(), 2);
        QCOMPARE(questions(), 6);
        QCOMPARE(m_results.at(0).value(), m_results.at(1).value());
    }

    void anUpdateIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("size") << QByteArray("# longer\n");
        QTest::newRow("time only") << QByteArray();
    }

    void anUpdateIsNoticed()
    {
        QFETCH(QByteArray, change);
        const QString path = m_zca->script(openzca);
        probe(path);
        QTRY_COMPARE(m_results.size(), 1);
        const QDateTime before = QFileInfo(path).lastModified();
        m_zca->script(openzca + change);
        if (change.isEmpty()) {
            // The same size, and npm's habit of one mtime for all: the inode's change tells.
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(before, QFileDevice::FileModificationTime));
        }
        probe(path);
        QTRY_COMPARE(m_results.size(), 2);
        QCOMPARE(questions(), 12);
    }

    void helpThatFailedIsNotKept()
    {
        const QString path = m_zca->script(zcaCli);
        probe(path);
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!ZcaProbeCache(m_zca->folder()).load(path));
    }

    void aDamagedCacheIsIgnored()
    {
        const QString path = m_zca->script(openzca);
        m_zca->script(u"zca-program.json"_s, "not JSON");
        probe(path);
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
    }

    void whatIsNotZca_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const char* script, ErrorKind kind,
                            const char* detail) {
            QTest::newRow(name) << QByteArray(script) << kind << QString::fromLatin1(detail);
        };
        // It runs, and is too old or another program; or it does not run.
        row("garbage", "head -c 3000 /dev/zero", ErrorKind::ZcaUsage, "--version");
        row("silent", "exit 0", ErrorKind::ZcaUsage, "--version");
        row("another program", "echo 'Python 3.11.2'", ErrorKind::ZcaUsage, "help");
        row("knows no version", "echo \"error: unknown option '--version'\" >&2; exit 1",
            ErrorKind::ZcaUsage, "--version");
        row("fails", "echo oops >&2; exit 3", ErrorKind::ZcaBroken, "oops");
        row("no interpreter", "exec /no/such/node", ErrorKind::ZcaBroken, "node");
        row("crashes", "kill -11 $$", ErrorKind::ZcaBroken, "signal 11");
    }

    void whatIsNotZca()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, detail);
        probe(m_zca->script(script));
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results.first().has_value());
        QTEST(m_results.first().error().kind, "kind");
        QVERIFY2(m_results.first().error().detail.contains(detail),
                 qPrintable(m_results.first().error().detail));
    }

    void oneThatHangs_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("detail");
        QTest::newRow("at once") << QByteArray("exec sleep 60")
                                 << u"no answer to --version in 1 s"_s;
        QTest::newRow("in a help text")
            << QByteArray("[ \"$1\" = --version ] && { echo 1.0; exit; }\n"
                          "[ \"$1\" = listen ] && exec sleep 60\necho auth msg listen")
            << u"no answer to listen --help in 1 s"_s;
    }

    void oneThatHangs()
    {
        QFETCH(QByteArray, script);
        Policy policy;
        policy.probeDeadline = 1s;
        policy.stopGrace = 200ms;
        m_probe = std::make_unique<ZcaProbe>(m_zca->folder(), m_zca->folder(), policy);
        probe(m_zca->script(script));
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::ZcaBroken);
        QTEST(m_results.first().error().detail, "detail");
    }

    void whatCannotBeRun()
    {
        probe(m_zca->path(u"gone"_s));
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::ZcaMissing);
        const QString plain = m_zca->script(openzca);
        QFile::setPermissions(plain, QFile::ReadOwner);
        probe(plain);
        QTRY_COMPARE(m_results.size(), 2);
        QCOMPARE(m_results.last().error().kind, ErrorKind::ZcaNotExecutable);
    }
};

QTEST_GUILESS_MAIN(TestZcaProbe)
#include "tst_zcaprobe.moc"
