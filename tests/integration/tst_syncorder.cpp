// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;
constexpr int Messages = 12;

//! What strace saw, in the order in which it happened.
class Trace
{
public:
    explicit Trace(const QString& path)
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            m_lines = file.readAll().split('\n');
        }
        readSyncs();
    }

    //! The numbers of the lines that begin a call of `name` and hold all of `words`.
    [[nodiscard]] QList<qsizetype> calls(const QByteArray& name,
                                         const QList<QByteArray>& words) const
    {
        const QByteArray call = ' ' + name + '(';
        QList<qsizetype> found;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const QByteArray& line = m_lines.at(i);
            const bool fits = line.contains(call)
                && std::all_of(words.cbegin(), words.cend(),
                               [&line](const QByteArray& word) { return line.contains(word); });
            if (fits) {
                found << i;
            }
        }
        return found;
    }

    [[nodiscard]] QByteArray line(qsizetype number) const { return m_lines.at(number); }

    //! True when `words` were written to the relay's log, and that was synced, before that line.
    [[nodiscard]] bool isSynced(const QByteArray& words, qsizetype before) const
    {
        return std::any_of(m_writes.cbegin(), m_writes.cend(), [&](const Write& write) {
            return write.syncedAt >= 0 && write.syncedAt < before
                && m_lines.at(write.line).contains(words);
        });
    }

private:
    struct Write
    {
        qsizetype line = 0;
        qsizetype syncedAt = -1; //!< the line at which the sync after it had ended
    };

    void readSyncs()
    {
        QHash<QByteArray, qsizetype> begun; //!< by process: how many writes a sync covers
        const auto ended = [this](qsizetype covered, qsizetype at) {
            for (qsizetype i = 0; i < covered; ++i) {
                if (m_writes.at(i).syncedAt < 0) {
                    m_writes[i].syncedAt = at;
                }
            }
        };
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const QByteArray& line = m_lines.at(i);
            const QByteArray process = line.left(line.indexOf(' '));
            if (line.contains("fdatasync(") && line.contains("/relay.sqlite-wal>")) {
                if (line.endsWith(" = 0")) {
                    ended(m_writes.size(), i);
                } else {
                    begun.insert(process, m_writes.size());
                }
            } else if (line.contains("<... fdatasync resumed>") && begun.contains(process)) {
                const qsizetype covered = begun.take(process);
                ended(line.endsWith(" = 0") ? covered : 0, i);
            } else if (line.contains("pwrite64(") && line.contains("/relay.sqlite-wal>")) {
                m_writes << Write { i, -1 };
            }
        }
    }

    QList<QByteArray> m_lines;
    QList<Write> m_writes;
};

} // namespace

//! Nothing is acknowledged before it is on the disk, as the kernel sees it.
class TestSyncOrder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    //! The program under strace, which leaves it the child of this process (-D). It sends without a
    //! pause.
    QString traced(const QString& trace)
    {
        const QString path = m_folder.filePath(u"traced"_s);
        QFile script(path);
        if (!script.open(QIODevice::WriteOnly)) {
            return {};
        }
        script.write("#!/bin/sh\n"
                     "[ \"$1\" = --headless ] || exec '" COMPANION_BINARY "' \"$@\"\n"
                     "exec strace -D -f -y -s 20000 -o '"
                     + trace.toUtf8()
                     + "' -e trace=execve,write,pwrite64,fdatasync,unlink,unlinkat -e signal=none "
                       "'" QUICK_COMPANION "' \"$@\"\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private slots:
    void syncComesBeforeEachAcknowledgement()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"strace"_s).isEmpty(), "strace is missing");
        const QString path = m_folder.filePath(u"trace"_s);
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        companion.program = traced(path);
        TestGateway gateway;
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QVERIFY(sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        QStringList ids;
        QStringList sentIds;
        for (int i = 0; i < Messages; ++i) {
            ids << sim.inject(Tam, u"in-%1-"_s.arg(i));
            const zalo::RpcReply sent = gateway.call(u"message.send"_s,
                                                     { { u"threadId"_s, Tam },
                                                       { u"isGroup"_s, false },
                                                       { u"key"_s, u"key-%1-"_s.arg(i) },
                                                       { u"text"_s, u"out-%1-"_s.arg(i) } });
            QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
            sentIds << (*sent)[u"messageId"].toString();
        }
        QTRY_COMPARE(gateway.delivered.size(), Messages);
        QCOMPARE(companion.run({ u"quit"_s }).status, 0);
        QVERIFY(companion.hasEnded());

        // The tracer may outlive what it traces by a moment.
        QTRY_VERIFY(Trace(path).calls("unlink", { "/instance.sock" }).size() > 0);
        const Trace trace(path);
        for (int i = 0; i < Messages; ++i) {
            const QByteArray id = ids.at(i).toUtf8();
            const auto delivered = trace.calls("write", { "inbound.deliver", id });
            QVERIFY(!delivered.isEmpty());
            QVERIFY2(trace.isSynced(id, delivered.first()), id.constData());

            const QByteArray text = "out-" + QByteArray::number(i) + '-';
            const auto started = trace.calls("execve", { "\"msg\"", "\"send\"", text });
            QVERIFY(!started.isEmpty());
            QVERIFY2(trace.isSynced(text, started.first()), text.constData());
            const QByteArray key = "key-" + QByteArray::number(i) + '-';
            QVERIFY2(trace.isSynced(key, started.first()), key.constData());

            const QByteArray sent = sentIds.at(i).toUtf8();
            const auto answered = trace.calls("write", { "messageId", sent, "socket:" });
            QVERIFY(!answered.isEmpty());
            QVERIFY2(trace.isSynced(sent, answered.first()), sent.constData());
        }
        // A spool file goes when each of its lines is stored.
        const auto confirmed = trace.calls("unlink", { "/listen-default-" });
        QCOMPARE(confirmed.size(), 1);
        for (const QString& id : ids) {
            QVERIFY2(trace.isSynced(id.toUtf8(), confirmed.first()), qPrintable(id));
        }
    }
};

QTEST_GUILESS_MAIN(TestSyncOrder)
#include "tst_syncorder.moc"
