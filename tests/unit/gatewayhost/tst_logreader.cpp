// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewaylog.h"
#include "gatewayhost/logline.h"
#include "gatewayhost/logreader.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;

class TestLogReader : public QObject
{
    Q_OBJECT

    const QDate m_today { 2026, 11, 29 };

    void write(const QByteArray& bytes, const QString& name = u"gateway.log"_s) const
    {
        QFile file(m_root->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QString path(const QString& name = u"gateway.log"_s) const
    {
        return m_root->filePath(name);
    }

private slots:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }

    void linesComeOnceAndWhole()
    {
        LogReader reader(path());
        QCOMPARE(reader.read(m_today), QStringList()); // there is none yet
        write("one\ntw");
        QCOMPARE(reader.read(m_today), QStringList { u"one"_s });
        QCOMPARE(reader.read(m_today), QStringList());
        write("o\nthree\n");
        QCOMPARE(reader.read(m_today), (QStringList { u"two"_s, u"three"_s }));
    }

    void onlyTheEndOfALongFileIsRead()
    {
        QByteArray bytes;
        while (bytes.size() < 3 * LogReader::MaxTail) {
            bytes += "line " + QByteArray::number(bytes.size()) + '\n';
        }
        write(bytes + "last\n");
        LogReader reader(path());
        const QStringList lines = reader.read(m_today);
        QCOMPARE(lines.size(), LogReader::MaxLines);
        QCOMPARE(lines.last(), u"last"_s);
        QVERIFY(std::all_of(lines.begin(), lines.end() - 1, [](const QString& line) {
            return line.startsWith(u"line "); // none begins in the middle
        }));
        write("next\n");
        QCOMPARE(reader.read(m_today), QStringList { u"next"_s });
        write(bytes + "after much\n");
        QCOMPARE(reader.read(m_today).last(), u"after much"_s);
    }

    void aLineWithoutEndIsLeftOut()
    {
        LogReader reader(path());
        write("before\n" + QByteArray(LogReader::MaxLine + 1, 'x'));
        QCOMPARE(reader.read(m_today), QStringList { u"before"_s });
        write(QByteArray(LogReader::MaxTail / 2, 'x') + "\nafter\n");
        QCOMPARE(reader.read(m_today), QStringList { u"after"_s });
        write(QByteArray(LogReader::MaxTail * 2, 'x') + "\nagain\n");
        QCOMPARE(reader.read(m_today), QStringList { u"again"_s });
    }

    void aFileThatIsTurnedOrCutIsReadFromItsBeginning()
    {
        LogReader reader(path());
        write("a long line of the old file\n");
        QCOMPARE(reader.read(m_today).size(), 1);
        QVERIFY(QFile::rename(path(), path(u"gateway.1.log"_s)));
        QCOMPARE(reader.read(m_today), QStringList());
        write("a long line of the new file, longer than the old one\n");
        QCOMPARE(reader.read(m_today).size(), 1);
        QVERIFY(QFile::resize(path(), 0));
        write("cut\n");
        QCOMPARE(reader.read(m_today), QStringList { u"cut"_s });
    }

    void aNewDayHasANewFile()
    {
        const QString file = u"openclaw-2026-11-29.log"_s;
        LogReader reader(path(file));
        write("today\n", file);
        QCOMPARE(reader.read(m_today), QStringList { u"today"_s });
        write("tomorrow\n", u"openclaw-2026-11-30.log"_s);
        QCOMPARE(reader.read(m_today), QStringList());
        QCOMPARE(reader.read(m_today.addDays(1)), QStringList { u"tomorrow"_s });
        QCOMPARE(logFileOfDay(u"/tmp/openclaw/openclaw-dev-2026-11-29.log"_s, m_today.addDays(2)),
                 u"/tmp/openclaw/openclaw-dev-2026-12-01.log"_s);
        QCOMPARE(logFileOfDay(u"/var/log/shop-2026-11-29.log"_s, m_today.addDays(2)),
                 u"/var/log/shop-2026-11-29.log"_s);
    }

    void whatIsNoFileIsNotWaitedFor()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        LogReader reader(path());
        QCOMPARE(reader.read(m_today), QStringList());
        QCOMPARE(LogReader(m_root->path()).read(m_today), QStringList());
        QCOMPARE(LogReader({}).read(m_today), QStringList());
    }

    void aRecordIsALineForPeople()
    {
        // With ' for ", which can be read.
        const auto json = [](const QByteArray& text) {
            return QByteArray(text).replace('\'', '"');
        };
        const QByteArray record = json("{'0':'{\\'subsystem\\':\\'gateway/"
                                       "health\\'}','1':'started','_meta':{'logLevelName':'%1'},"
                                       "'time':'2026-11-29T12:34:56.049Z','message':'started'}");
        const QString time = QDateTime({ 2026, 11, 29 }, { 12, 34, 56 }, Qt::UTC)
                                 .toLocalTime()
                                 .time()
                                 .toString(u"HH:mm:ss"_s);
        QCOMPARE(logLine(QByteArray(record).replace("%1", "INFO")),
                 QString(time + u" gateway/health: started"));
        QCOMPARE(logLine(QByteArray(record).replace("%1", "ERROR")),
                 QString(time + u" ERROR gateway/health: started"));
        QCOMPARE(logLine(json("{'0':'plain','message':'plain'}")), u"plain"_s);
        QCOMPARE(logLine("no JSON \x1b[31m\xe2\x80\xae"), u"no JSON [31m"_s);
        QCOMPARE(logLine("[1]"), u"[1]"_s);
        QCOMPARE(logLine("   "), QString());
        QCOMPARE(logLine(QByteArray(5'000, 'x')).size(), 1'001);
    }

    void theLogIsFollowedWhileSomebodyLooks()
    {
        Timing timing;
        timing.gatewayLogPoll = 10ms;
        GatewayLog log(timing);
        QStringList lines;
        QSignalSpy restarted(&log, &GatewayLog::restarted);
        connect(&log, &GatewayLog::appended, this,
                [&lines](const QStringList& more) { lines += more; });
        write("one\n");
        log.follow(path());
        QTRY_COMPARE(lines, QStringList { u"one"_s });
        write("two\n");
        QTRY_COMPARE(lines, (QStringList { u"one"_s, u"two"_s }));
        log.stop();
        write("three\n");
        log.follow(path()); // from the beginning, for whoever looks now
        QCOMPARE(restarted.size(), 2);
        QTRY_COMPARE(lines.mid(2), (QStringList { u"one"_s, u"two"_s, u"three"_s }));
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"
