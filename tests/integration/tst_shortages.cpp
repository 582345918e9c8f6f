// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "fulldisk.h"
#include "nodescriptors.h"
#include "simulator.h"
#include "testgateway.h"

#include <QJsonArray>
#include <QTest>

#include <sys/mount.h>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;

//! A companion that is online, with a Gateway that was let in.
struct Chain
{
    Chain() { sim.ctl({ u"login"_s }); }

    [[nodiscard]] bool up()
    {
        return companion.start() && gateway.subscribe(companion.bridgePath())
            && sim.ctlSucceeds({ u"wait"_s, u"listener"_s });
    }
    //! As its Gateway sees it, over the connection that it has.
    [[nodiscard]] QJsonObject session()
    {
        const RpcReply reply = gateway.call(u"status.get"_s);
        return reply ? (*reply)[u"profiles"][0][u"session"].toObject() : QJsonObject();
    }
    [[nodiscard]] QString reason() { return session()[u"reason"][u"text"].toString(); }
    //! The connection breaks, and the next listener meets what is short.
    [[nodiscard]] bool breakConnection() const { return sim.ctlSucceeds({ u"drop"_s }); }
    //! It is online again without anybody's doing, and what is written arrives.
    [[nodiscard]] bool goesOn(const QString& text)
    {
        if (!QTest::qWaitFor([this] { return session()[u"state"].toString() == u"Online"; },
                             60'000)) {
            return false;
        }
        sim.inject(Tam, text);
        return QTest::qWaitFor([&] { return gateway.texts(Tam).contains(text); }, 30'000);
    }

    Simulator sim;
    CompanionProcess companion;
    TestGateway gateway;
};

//! A folder that cannot be written, whoever tries.
class ReadOnly
{
public:
    explicit ReadOnly(const QString& folder)
        : m_folder(folder.toUtf8())
    {
        m_isMounted =
            ::mount(m_folder.constData(), m_folder.constData(), nullptr, MS_BIND, nullptr) == 0;
        m_isWorking = m_isMounted
            && ::mount(nullptr, m_folder.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY,
                       nullptr)
                == 0;
    }
    ~ReadOnly()
    {
        if (m_isMounted) {
            ::umount2(m_folder.constData(), MNT_DETACH);
        }
    }
    Q_DISABLE_COPY_MOVE(ReadOnly)
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
    bool m_isWorking = false;
};

} // namespace

//! What this machine may be short of while the real program connects anew: it is named, and passes
//! by itself.
class TestShortages : public QObject
{
    Q_OBJECT

    torture::FullDisk m_disk;

private slots:
    void cleanup() { m_disk.unmount(); }

    //! zca is where it was, and runs: nobody is to look for it.
    void noDescriptors()
    {
        Chain c;
        QVERIFY(c.up());
        QVERIFY(c.gateway.call(u"contacts.refresh"_s)); // nothing else is under way
        {
            const NoDescriptors none(pid_t(c.companion.processId()), 20);
            QVERIFY(c.breakConnection());
            QTRY_VERIFY2_WITH_TIMEOUT(c.reason().contains(u"No further file can be opened"),
                                      qPrintable(c.reason()), 30'000);
            QCOMPARE(c.session()[u"state"].toString(), u"Offline"_s);
            QVERIFY(!(*c.gateway.call(u"status.get"_s))[u"zca"].toObject().contains(u"error"));
        }
        QVERIFY(c.goesOn(u"sau khi có chỗ"_s));
        QVERIFY(!c.companion.takeLog().contains("is NoCli"));
        QVERIFY(c.companion.terminate());
    }

    void noInode()
    {
        Chain c;
        if (!m_disk.mount(c.companion.environment.value(u"XDG_DATA_HOME"_s))) {
            QSKIP("a small disk takes root's rights");
        }
        QVERIFY(c.up());
        m_disk.takeInodes();
        QVERIFY(c.breakConnection());
        QTRY_VERIFY2_WITH_TIMEOUT(c.reason().contains(u"Free some space"), qPrintable(c.reason()),
                                  30'000);
        QVERIFY(c.companion.run({ u"status"_s }).out.contains(u"Free some space"));
        m_disk.giveInodes();
        QVERIFY(c.goesOn(u"sau khi có chỗ"_s));
        QVERIFY(c.companion.terminate());
    }

    void anUnwritableSpool()
    {
        Chain c;
        if (!m_disk.mount(c.companion.environment.value(u"XDG_DATA_HOME"_s))) {
            QSKIP("a folder that root cannot write takes root's rights");
        }
        QVERIFY(c.up());
        const QString spool = c.companion.dataFolder() + u"/spool"_s;
        {
            const ReadOnly folder(spool);
            QVERIFY(folder.isWorking());
            QVERIFY(c.breakConnection());
            QTRY_VERIFY2_WITH_TIMEOUT(c.reason().contains(u"writable")
                                          && c.reason().contains(spool),
                                      qPrintable(c.reason()), 30'000);
        }
        QVERIFY(c.goesOn(u"sau khi mở lại"_s));
        QVERIFY(c.companion.terminate());
    }
};

QTEST_GUILESS_MAIN(TestShortages)
#include "tst_shortages.moc"
