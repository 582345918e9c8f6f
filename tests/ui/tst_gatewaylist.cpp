// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakecompanion.h"
#include "ui/widgets/gatewaylist.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

GatewayInfo approved()
{
    GatewayInfo info;
    info.id = u"g1"_s;
    info.label = u"OpenClaw · shop"_s;
    info.approved = true;
    info.connected = true;
    return info;
}

GatewayInfo pending()
{
    GatewayInfo info;
    info.id = u"g2"_s;
    info.label = u"OpenClaw · nas"_s;
    return info;
}

struct Fixture
{
    explicit Fixture(const QList<GatewayInfo>& gateways)
    {
        companion.snapshots.now.gateways = gateways;
        list = std::make_unique<GatewayList>(companion.snapshots, companion.gateways);
        list->setConfirm(
            [this](QWidget*, const Confirmation& what, const std::function<void()>& onConfirmed) {
                questions << what.title;
                if (agrees) {
                    onConfirmed();
                }
            });
        list->show();
    }

    [[nodiscard]] QPushButton* button(const QString& accessibleName) const
    {
        const auto buttons = list->findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->accessibleName() == accessibleName && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }
    void click(const QString& accessibleName) const
    {
        QVERIFY2(button(accessibleName), qPrintable(accessibleName));
        QTest::mouseClick(button(accessibleName), Qt::LeftButton);
    }

    FakeCompanion companion;
    std::unique_ptr<GatewayList> list;
    QStringList questions;
    bool agrees = true;
};

} // namespace

class TestGatewayList : public QObject
{
    Q_OBJECT

private slots:
    void whoWaitsIsNotAmongThem()
    {
        const Fixture f({ approved(), pending() });
        QVERIFY(f.button(u"Revoke OpenClaw · shop"_s));
        QVERIFY(!f.button(u"Revoke OpenClaw · nas"_s));
        QVERIFY(!f.button(u"Approve OpenClaw · nas"_s));
    }

    void revokingIsConfirmed()
    {
        Fixture f({ approved(), pending() });
        f.agrees = false;
        f.click(u"Revoke OpenClaw · shop"_s);
        QCOMPARE(f.questions, QStringList { u"Revoke “OpenClaw · shop”?"_s });
        QVERIFY(f.companion.asked.isEmpty());
        f.agrees = true;
        f.click(u"Revoke OpenClaw · shop"_s);
        QCOMPARE(f.companion.asked, QStringList { u"revokeGateway g1"_s });
    }

    //! From a notification, which may be older than what is so now.
    void revokingIsAskedFromElsewhere()
    {
        Fixture f({ approved(), pending() });
        f.list->askToRevoke(u"g2"_s);
        QVERIFY(f.questions.isEmpty());
        f.agrees = false;
        f.list->askToRevoke(u"g1"_s);
        QCOMPARE(f.questions, QStringList { u"Revoke “OpenClaw · shop”?"_s });
        QVERIFY(f.companion.asked.isEmpty());
    }

    void whatDidNotWorkIsSaid()
    {
        Fixture f({ approved() });
        f.companion.fails = Error { ErrorKind::FileUnwritable, u"/data/gateways.json"_s };
        f.click(u"Revoke OpenClaw · shop"_s);
        const auto labels = f.list->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(u"/data/gateways.json");
        }));
    }
};

QTEST_MAIN(TestGatewayList)
#include "tst_gatewaylist.moc"
