// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/chainpresenter.h"
#include "ui/presenters/statuspresenter.h"
#include "uifixtures.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Everything is as it should be.
Snapshot healthy(SessionState state = SessionState::Online)
{
    return healthySnapshot({ accountIn(state) });
}

} // namespace

class TestStatusPresenter : public QObject
{
    Q_OBJECT

private slots:
    //! A window has buttons: it sends nobody to a terminal for what one click does.
    void noSessionSendsToATerminal_data()
    {
        QTest::addColumn<SessionState>("state");
        for (int state = 0; state <= int(SessionState::Error); ++state) {
            QTest::addRow("%s", qPrintable(sessionStateName(SessionState(state))))
                << SessionState(state);
        }
    }

    void noSessionSendsToATerminal()
    {
        QFETCH(SessionState, state);
        const StatusView view = presentStatus(healthy(state));
        QVERIFY2(!view.detail.contains(u"zalo-companion reconnect")
                     && !view.detail.contains(u"openclaw channels"),
                 qPrintable(view.detail));
    }

    //! Everything has its button, also what is not the worst.
    void eachLineHasItsButton()
    {
        Snapshot snapshot = healthy(SessionState::Error);
        snapshot.profiles.first().queue.inboundDead = 3;
        const StatusView view = presentStatus(snapshot);
        QCOMPARE(view.icon, StatusIcon::Error);
        QCOMPARE(view.others.size(), 1);
        QCOMPARE(view.others.first().icon, StatusIcon::ActionRequired);
        QCOMPARE(view.others.first().text, u"3 message(s) could not be delivered"_s);
        QCOMPARE(view.others.first().action->what, HealthAction::ShowActivity);
        QCOMPARE(view.others.first().action->profile, snapshot.profiles.first().profile);
        QCOMPARE(view.others.first().action->states, { ActivityState::Dead });
    }

    void aDemoSaysSo()
    {
        Snapshot snapshot = healthy();
        snapshot.mode = RunMode::Demo;
        QVERIFY(presentStatus(snapshot).tooltip.first().contains(u"Demo"));
    }

    void everyIconHasAPicture()
    {
        QSet<QByteArray> pictures;
        for (const StatusIcon icon :
             { StatusIcon::Online, StatusIcon::Working, StatusIcon::ActionRequired,
               StatusIcon::Paused, StatusIcon::Off, StatusIcon::Error }) {
            QFile file(u":/icons/%1.svg"_s.arg(statusIconName(icon)));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            pictures << file.readAll();
        }
        QCOMPARE(pictures.size(), 6);
    }

    void chainTellsEachNode()
    {
        Snapshot snapshot = healthy();
        QList<ChainNode> nodes = presentChain(snapshot, u"default"_s);
        QCOMPARE(nodes.size(), 4);
        for (const ChainNode& node : nodes) {
            QCOMPARE(node.color, SemanticColor::Success);
            QVERIFY(!node.title.isEmpty());
            QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(node.icon)));
        }
        QVERIFY(nodes[0].linked && nodes[1].linked && nodes[2].linked && !nodes[3].linked);
        snapshot.profiles.first().session.state = SessionState::Kicked;
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        nodes = presentChain(snapshot, u"default"_s);
        QVERIFY(!nodes[0].linked && nodes[1].linked && !nodes[2].linked);
        QCOMPARE(nodes[0].color, SemanticColor::Warning);
        snapshot.zcaError = Error { ErrorKind::ZcaMissing, {} };
        QVERIFY(!presentChain(snapshot, u"default"_s)[1].linked);
        snapshot.zcaError = Error { ErrorKind::ZcaUsage, u"--raw"_s };
        QCOMPARE(presentChain(snapshot, u"default"_s)[1].title, u"Too old"_s);
    }
};

QTEST_GUILESS_MAIN(TestStatusPresenter)
#include "tst_statuspresenter.moc"
