// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/demophone.h"
#include "demo/demotraffic.h"
#include "fakezca.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using zalo::test::FakeZca;

namespace {

//! A simulator that writes down what it is told, and refuses while the file `refuses` is there.
struct Fixture
{
    Fixture()
    {
        program.path = zca.script("echo \"$2 $3\" >>\"$DIR/told\"; [ ! -e \"$DIR/refuses\" ]");
    }

    [[nodiscard]] QStringList told() const
    {
        return QString::fromUtf8(zca.read(u"told"_s)).split(u'\n', Qt::SkipEmptyParts);
    }
    static DemoMessage message(const QString& id) { return { 1ms, { { u"threadId"_s, id } } }; }
    static QString injected(const QString& id) { return u"inject {\"threadId\":\"%1\"}"_s.arg(id); }

    FakeZca zca;
    ZcaProgram program;
    ZcaRunner runner { [this] { return program; }, zca.folder(), Policy() };
};

} // namespace

//! People who write, and the phone.
class TestDemoTraffic : public QObject
{
    Q_OBJECT

private slots:
    void tellsInOrderAndThenRarely()
    {
        Fixture f;
        DemoTraffic life(f.runner, { Fixture::message(u"1"_s), Fixture::message(u"2"_s) }, 1ms);
        life.setConnected(true);
        QTRY_VERIFY(f.told().size() >= 5);
        QCOMPARE(f.told().first(5),
                 (QStringList { Fixture::injected(u"1"_s), Fixture::injected(u"2"_s),
                                Fixture::injected(u"1"_s), Fixture::injected(u"2"_s),
                                Fixture::injected(u"1"_s) }));
    }

    void afterTheScriptItIsQuiet()
    {
        Fixture f;
        DemoTraffic life(f.runner, { Fixture::message(u"1"_s) }, 1h);
        life.setConnected(true);
        QTRY_COMPARE(f.told().size(), 1);
        QTRY_COMPARE(life.findChild<QTimer*>()->intervalAsDuration(), 1h);
        QVERIFY(life.findChild<QTimer*>()->isActive());
    }

    void nobodyWritesWhileNobodyIsConnected()
    {
        Fixture f;
        DemoTraffic life(f.runner, { Fixture::message(u"1"_s) });
        const auto* pause = life.findChild<QTimer*>();
        QVERIFY(!pause->isActive());
        life.setConnected(true);
        QVERIFY(pause->isActive());
        life.setConnected(false);
        QVERIFY(!pause->isActive());
        QVERIFY(f.told().isEmpty());
    }

    void lostMessageIsWrittenAgain()
    {
        Fixture f;
        f.zca.script(u"refuses"_s, {});
        DemoTraffic life(f.runner, { Fixture::message(u"1"_s), Fixture::message(u"2"_s) });
        life.setConnected(true);
        QTRY_VERIFY(f.told().size() >= 2);
        QVERIFY(QFile::remove(f.zca.path(u"refuses"_s)));
        QTRY_COMPARE(f.told().last(), Fixture::injected(u"2"_s));
        QCOMPARE(f.told().count(Fixture::injected(u"2"_s)), 1);
    }

    //! Calm, polite, of people that the simulator knows, but for the strangers.
    void script()
    {
        const QList<DemoMessage> script = demoScript();
        QVERIFY(script.size() >= 6);
        QVERIFY(script.first().pause < 10s);
        QFile friends(QStringLiteral(ZALO_SOURCE_DIR "/simulator/data/friends.tsv"));
        QFile groups(QStringLiteral(ZALO_SOURCE_DIR "/simulator/data/groups.tsv"));
        QVERIFY(friends.open(QIODevice::ReadOnly) && groups.open(QIODevice::ReadOnly));
        const QByteArray known = '\n' + friends.readAll() + '\n' + groups.readAll();
        for (const DemoMessage& message : script) {
            const QString thread = message.message[u"threadId"].toString();
            const QByteArray row = '\n' + thread.toUtf8() + '\t';
            QVERIFY2(known.contains(row) != demoStrangers().contains(thread), qPrintable(thread));
            if (&message != &script.first()) {
                QVERIFY(message.pause >= 20s && message.pause <= 40s);
            }
        }
    }

    void phoneScansAndConfirms()
    {
        Fixture f;
        DemoPhone phone(f.runner, 1ms);
        phone.scan();
        phone.scan(); // a second click
        QTRY_COMPARE(f.told(), (QStringList { u"scan "_s, u"confirm "_s }));
        QTRY_VERIFY_WITH_TIMEOUT((phone.scan(), f.told().size() == 4), 10'000);
    }

    void phoneThatCouldNotScanConfirmsNothing()
    {
        Fixture f;
        f.zca.script(u"refuses"_s, {});
        DemoPhone phone(f.runner, 1ms);
        phone.scan();
        QTRY_COMPARE(f.told(), QStringList { u"scan "_s });
        QVERIFY(QFile::remove(f.zca.path(u"refuses"_s)));
        QTRY_VERIFY((phone.scan(), f.told().size() >= 3));
        QCOMPARE(f.told().first(3), (QStringList { u"scan "_s, u"scan "_s, u"confirm "_s }));
    }
};

QTEST_GUILESS_MAIN(TestDemoTraffic)
#include "tst_demotraffic.moc"
