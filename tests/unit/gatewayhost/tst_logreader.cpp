// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewaylog.h"
#include "gatewayhost/logreader.h"
#include "logrecord.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

namespace {

QByteArray line(const QByteArray& message)
{
    return logRecord(message) + '\n';
}

//! What is shown of such lines.
QStringList shown(const QStringList& messages)
{
    QStringList lines;
    for (const QString& message : messages) {
        lines << u"gateway/health: "_s + message;
    }
    return lines;
}

} // namespace

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
        const QByteArray two = line("two");
        write(line("one") + two.first(9));
        QCOMPARE(reader.read(m_today), shown({ u"one"_s }));
        QCOMPARE(reader.read(m_today), QStringList());
        write(two.sliced(9) + line("three"));
        QCOMPARE(reader.read(m_today), shown({ u"two"_s, u"three"_s }));
    }

    void onlyTheEndOfALongFileIsRead()
    {
        QByteArray bytes;
        while (bytes.size() < 3 * LogReader::MaxTail) {
            bytes += line("line " + QByteArray::number(bytes.size()));
        }
        write(bytes + line("last"));
        LogReader reader(path());
        const QStringList lines = reader.read(m_today);
        QCOMPARE(lines.size(), LogReader::MaxLines);
        QCOMPARE(lines.last(), shown({ u"last"_s }).first());
        write(line("next"));
        QCOMPARE(reader.read(m_today), shown({ u"next"_s }));
        write(bytes + line("after much"));
        QCOMPARE(reader.read(m_today).last(), shown({ u"after much"_s }).first());
    }

    //! Few of many lines are for people: the newest of these are wanted.
    void whatIsNotShownTakesNoPlace()
    {
        write(line("shown"));
        write(QByteArray("{}\n").repeated(2 * LogReader::MaxLines));
        LogReader reader(path());
        QCOMPARE(reader.read(m_today), shown({ u"shown"_s }));
    }

    void aLineWithoutEndIsLeftOut()
    {
        LogReader reader(path());
        write(line("before") + QByteArray(LogReader::MaxLine + 1, 'x'));
        QCOMPARE(reader.read(m_today), shown({ u"before"_s }));
        write(QByteArray(LogReader::MaxTail / 2, 'x') + '\n' + line("after"));
        QCOMPARE(reader.read(m_today), shown({ u"after"_s }));
        write(QByteArray(LogReader::MaxTail * 2, 'x') + '\n' + line("again"));
        QCOMPARE(reader.read(m_today), shown({ u"again"_s }));
    }

    void aFileThatIsTurnedOrCutIsReadFromItsBeginning()
    {
        LogReader reader(path());
        write(line("a long line of the old file"));
        QCOMPARE(reader.read(m_today).size(), 1);
        QVERIFY(QFile::rename(path(), path(u"gateway.1.log"_s)));
        QCOMPARE(reader.read(m_today), QStringList());
        write(line("a long line of the new file, longer than the old one"));
        QCOMPARE(reader.read(m_today).size(), 1);
        QVERIFY(QFile::resize(path(), 0));
        write(line("cut"));
        QCOMPARE(reader.read(m_today), shown({ u"cut"_s }));
    }

    void aNewDayHasANewFile()
    {
        const QString file = u"openclaw-2026-11-29.log"_s;
        LogReader reader(path(file));
        write(line("today"), file);
        QCOMPARE(reader.read(m_today), shown({ u"today"_s }));
        write(line("tomorrow"), u"openclaw-2026-11-30.log"_s);
        QCOMPARE(reader.read(m_today), QStringList());
        QCOMPARE(reader.read(m_today.addDays(1)), shown({ u"tomorrow"_s }));
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

    void theLogIsFollowedWhileSomebodyLooks()
    {
        Timing timing;
        timing.gatewayLogPoll = 10ms;
        GatewayLog log(timing);
        QStringList lines;
        QSignalSpy restarted(&log, &GatewayLog::restarted);
        connect(&log, &GatewayLog::appended, this,
                [&lines](const QStringList& more) { lines += more; });
        write(line("one"));
        log.follow(path());
        QTRY_COMPARE(lines, shown({ u"one"_s }));
        write(line("two"));
        QTRY_COMPARE(lines, shown({ u"one"_s, u"two"_s }));
        log.stop();
        write(line("three"));
        log.follow(path()); // from the beginning, for whoever looks now
        QCOMPARE(restarted.size(), 2);
        QTRY_COMPARE(lines.mid(2), shown({ u"one"_s, u"two"_s, u"three"_s }));
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"
