// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/pendinggateways.h"
#include "uifixtures.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

GatewayInfo pending()
{
    GatewayInfo info;
    info.id = u"g2"_s;
    info.label = u"OpenClaw · nas"_s;
    return info;
}

struct Fixture
{
    explicit Fixture(const QList<GatewayInfo>& gateways) { show(gateways); }

    void show(const QList<GatewayInfo>& gateways)
    {
        Snapshot snapshot = healthySnapshot({});
        snapshot.gateways = gateways;
        companion.snapshots.show(snapshot);
    }
    [[nodiscard]] QString text(const char* name) const
    {
        const auto* label = window.findChild<QLabel*>(QString::fromLatin1(name));
        return label->isVisibleTo(&window) ? label->text() : QString();
    }

    FakeCompanion companion;
    QWidget window;
    PendingGateways* waiting =
        new PendingGateways(companion.snapshots, companion.gateways, &window);
};

} // namespace

class TestPendingGateways : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsThereWhileNobodyWaits()
    {
        GatewayInfo approved = pending();
        approved.approved = true;
        Fixture f({ approved });
        QVERIFY(f.waiting->isHidden());
        f.show({ pending() });
        QVERIFY(!f.waiting->isHidden());
        QVERIFY(f.text("pendingGateway").contains(u"OpenClaw · nas"));
        f.show({ approved });
        QVERIFY(f.waiting->isHidden());
    }

    void whoWaitsIsApprovedOrRefused()
    {
        Fixture f({ pending() });
        f.window.show();
        visibleButton(f.window, u"Refuse"_s)->click();
        visibleButton(f.window, u"Approve"_s)->click();
        QCOMPARE(f.companion.asked,
                 (QStringList { u"refuseGateway g2"_s, u"approveGateway g2"_s }));
    }

    void theKeyboardStaysWhereNothingChanged()
    {
        Fixture f({ pending() });
        f.window.show();
        QPointer<QPushButton> approve = visibleButton(f.window, u"Approve"_s);
        f.show({ pending() });
        QCOMPARE(visibleButton(f.window, u"Approve"_s), approve.data());
    }

    void whatDidNotWorkIsSaid()
    {
        Fixture f({ pending() });
        f.window.show();
        f.companion.fails = Error { ErrorKind::FileUnwritable, u"/data/gateways.json"_s };
        visibleButton(f.window, u"Refuse"_s)->click();
        QVERIFY(f.text("pendingProblem").contains(u"/data/gateways.json"));
        f.companion.fails.reset();
        visibleButton(f.window, u"Refuse"_s)->click();
        QVERIFY(f.text("pendingProblem").isEmpty());
    }
};

QTEST_MAIN(TestPendingGateways)
#include "tst_pendinggateways.moc"
