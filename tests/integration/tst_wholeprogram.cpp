// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;
const QString Family = u"772797855570859122"_s;

} // namespace

//! The real program from its start over a login and traffic to its end. It is here for what watches
//! it meanwhile: the sanitizers of a build that has them, or the program that the environment's
//! ZALO_TEST_UNDER names (`./dev test --valgrind`).
class TestWholeProgram : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 240'000; // valgrind takes its time

    QTemporaryDir m_scripts;

    //! A script that runs the program under the watcher, and its commands as they are.
    [[nodiscard]] QString watched(bool hasWindows) const
    {
        const QString path = m_scripts.filePath(hasWindows ? u"windows"_s : u"headless"_s);
        QFile script(path);
        if (!script.open(QIODevice::WriteOnly)) {
            qFatal("no script");
        }
        script.write("#!/bin/sh\n[ \"$1\" = --headless ] || exec '" COMPANION_BINARY
                     "' \"$@\"\nexport QT_QPA_PLATFORM=offscreen\nexec $ZALO_TEST_UNDER "
                     "'" COMPANION_BINARY "'"
                     + QByteArray(hasWindows ? "" : " --headless") + '\n');
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private slots:
    void fromStartToEnd_data()
    {
        QTest::addColumn<bool>("hasWindows");
        QTest::newRow("headless") << false;
        QTest::newRow("with windows") << true;
    }

    void fromStartToEnd()
    {
        QFETCH(bool, hasWindows);
        const Simulator sim;
        CompanionProcess companion;
        TestGateway gateway;
        companion.program = watched(hasWindows);
        companion.launch();
        QTRY_VERIFY_WITH_TIMEOUT(gateway.subscribe(companion.bridgePath()), Patience);

        const RpcReply login = gateway.call(u"login.start"_s);
        QVERIFY2(login, qPrintable(login ? QString() : login.error().message));
        QTRY_VERIFY_WITH_TIMEOUT(sim.ctlSucceeds({ u"wait"_s, u"qr"_s }), Patience);
        QVERIFY(sim.ctlSucceeds({ u"scan"_s }) && sim.ctlSucceeds({ u"confirm"_s }));
        const auto state = [&gateway] {
            const RpcReply now = gateway.call(u"status.get"_s);
            return now ? (*now)[u"profiles"][0][u"session"][u"state"].toString() : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Online"_s, Patience);

        QStringList texts;
        for (int number = 0; number < 20; ++number) {
            texts << u"tin nhắn %1"_s.arg(number);
            sim.inject(Tam, texts.last());
            sim.inject(Family, texts.last());
        }
        QTRY_COMPARE_WITH_TIMEOUT(gateway.texts(Tam), texts, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.texts(Family), texts, Patience);
        for (const QString& key : { u"a"_s, u"b"_s, u"c"_s }) {
            const RpcReply sent = gateway.call(u"message.send"_s,
                                               { { u"threadId"_s, Tam },
                                                 { u"isGroup"_s, false },
                                                 { u"key"_s, key },
                                                 { u"text"_s, QString(u"trả lời "_s + key) } });
            QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
        }
        QVERIFY(gateway.call(u"contacts.refresh"_s));
        QVERIFY(gateway.call(u"activity.list"_s));
        QVERIFY(gateway.call(u"message.history"_s,
                             { { u"threadId"_s, Tam }, { u"isGroup"_s, false } }));
        QVERIFY(sim.ctlSucceeds({ u"drop"_s }));
        sim.inject(Tam, u"sau khi đứt"_s);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.texts(Tam).last(), u"sau khi đứt"_s, Patience);

        QCOMPARE(companion.run({ u"quit"_s }).status, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!companion.isRunning(), Patience);
        const QByteArray log = companion.takeLog();
        if (companion.endedWith() != 0 || log.contains("Sanitizer")
            || log.contains("runtime error:")) {
            std::fwrite(log.constData(), 1, size_t(log.size()), stderr); // QFAIL cuts long texts
            QFAIL("what watches it found something");
        }
    }
};

QTEST_GUILESS_MAIN(TestWholeProgram)
#include "tst_wholeprogram.moc"
