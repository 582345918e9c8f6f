// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;

//! A companion that is online, with a Gateway beside it.
struct Chain
{
    Chain() { sim.ctl({ u"login"_s }); }

    [[nodiscard]] bool up()
    {
        return companion.start() && gateway.subscribe(companion.bridgePath())
            && sim.ctlSucceeds({ u"wait"_s, u"listener"_s }) && hasAccount();
    }
    [[nodiscard]] bool hasAccount() const
    {
        return QTest::qWaitFor([this] { return !profile()[u"account"].isNull(); }, 20'000);
    }
    [[nodiscard]] QJsonObject profile() const
    {
        return companion.status()[u"profiles"][0].toObject();
    }
    //! Bytes of all files that the companion has.
    [[nodiscard]] qint64 diskUse() const
    {
        qint64 sum = 0;
        QDirIterator files(companion.dataFolder(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            sum += files.fileInfo().size();
        }
        return sum;
    }
    //! Bytes that the companion has in memory, or had at most.
    [[nodiscard]] qint64 memory(const QByteArray& field) const
    {
        QFile file(u"/proc/%1/status"_s.arg(companion.processId()));
        if (!file.open(QIODevice::ReadOnly)) {
            return -1;
        }
        const QByteArray text = file.readAll();
        const qsizetype at = text.indexOf(QByteArray(field + ':'));
        return text.mid(at + field.size() + 1, 30).trimmed().split(' ').first().toLongLong() << 10;
    }

    Simulator sim;
    CompanionProcess companion;
    TestGateway gateway;
};

} // namespace

//! What zca prints without end, on the real program: an error in words, and everything else goes
//! on.
class TestFloods : public QObject
{
    Q_OBJECT

private slots:
    void aListener_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : { "output", "json", "errors" }) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    void aListener()
    {
        QFETCH(QString, kind);
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"set"_s, u"flood=%1@listen"_s.arg(kind) });
        c.sim.ctl({ u"write"_s, u"{\"threadId\":\"%1\",\"content\":\"Chào\"}"_s.arg(Tam) });
        // The message before the flood counts; of the flood the log tells, and the disk nothing.
        QTRY_COMPARE_WITH_TIMEOUT(c.gateway.texts(Tam), QStringList { u"Chào"_s }, 60'000);
        QByteArray log;
        QTRY_VERIFY2_WITH_TIMEOUT((log += c.companion.takeLog()).contains("printed more"),
                                  log.constData(), 60'000);
        QVERIFY2(c.diskUse() < 1 << 30, qPrintable(QString::number(c.diskUse() >> 20)));
        c.sim.ctl({ u"set"_s, u"flood="_s });
        QTRY_COMPARE_WITH_TIMEOUT(c.profile()[u"session"][u"state"].toString(), u"Online"_s,
                                  60'000);
        QTRY_VERIFY2_WITH_TIMEOUT(c.diskUse() < 8 << 20,
                                  qPrintable(QString::number(c.diskUse() >> 20)), 60'000);
        QVERIFY(c.companion.terminate());
    }

    void aSend_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::newRow("output") << u"flood=output@msg.send"_s;
        QTest::newRow("errors") << u"flood=errors@msg.send"_s;
        QTest::newRow("ids") << u"extra-ids=40000@msg.send"_s;
    }

    //! It is as if it had never been answered.
    void aSend()
    {
        QFETCH(QString, setting);
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"set"_s, setting });
        const RpcReply sent = c.gateway.call(u"message.send"_s,
                                             { { u"threadId"_s, Tam },
                                               { u"isGroup"_s, false },
                                               { u"key"_s, u"k"_s },
                                               { u"text"_s, u"Chào"_s } });
        QVERIFY(!sent);
        QCOMPARE(sent.error().data[u"possiblySent"], QJsonValue(true));
        QVERIFY(c.companion.terminate());
    }

    //! Log lines that begin like an answer take no more time than their length.
    void falseStarts()
    {
        Chain c;
        c.sim.ctl({ u"set"_s, u"false-starts=300@me.info"_s });
        QVERIFY(c.up()); // and somebody is known
    }

    //! 100,000 friends are 54 MB: no such list is taken, and the memory for it is given back.
    void aListWithoutEnd()
    {
        Chain c;
        QVERIFY(c.up());
        const qint64 before = c.memory("VmRSS");
        c.sim.ctl({ u"set"_s, u"friends=100000"_s });
        RpcReply refreshed = c.gateway.call(u"contacts.refresh"_s);
        if (refreshed) { // it had joined the one that a start begins with
            refreshed = c.gateway.call(u"contacts.refresh"_s);
        }
        QVERIFY(!refreshed);
        QVERIFY2(refreshed.error().message.contains(u"printed more"),
                 qPrintable(refreshed.error().message));
        QVERIFY2(c.memory("VmHWM") < before + (160 << 20),
                 qPrintable(QString::number(c.memory("VmHWM") >> 20)));
        QTRY_VERIFY2_WITH_TIMEOUT(c.memory("VmRSS") < before + (32 << 20),
                                  qPrintable(QString::number(c.memory("VmRSS") >> 20)), 30'000);
    }
};

QTEST_GUILESS_MAIN(TestFloods)
#include "tst_floods.moc"
