// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakecompanion.h"
#include "ui/pages/gatewaysection.h"
#include "ui/pages/setupdialog.h"
#include "ui/pages/setupsteps.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Mark = SetupSteps::Mark;

SetupPlan plan(bool isDone = false)
{
    SetupPlan plan;
    plan.openclaw = u"/usr/bin/openclaw 2026.9.6"_s;
    plan.config = u"/home/lan/.openclaw/openclaw.json"_s;
    plan.steps = {
        { SetupStep::Kind::KeepConfig, u"Keep a copy"_s, {}, !isDone },
        { SetupStep::Kind::InstallPlugin, u"Install <b>it</b>"_s, u"openclaw plugins"_s, !isDone },
        { SetupStep::Kind::StartCompanion, u"It runs"_s, {}, false },
        { SetupStep::Kind::CheckConnection, u"Try it"_s, {}, true },
    };
    return plan;
}

struct Fixture
{
    explicit Fixture(GatewaySetup::Goal goal = GatewaySetup::Goal::SetUp)
    {
        auto owned = std::make_unique<FakeSetup>();
        setup = owned.get();
        dialog = std::make_unique<SetupDialog>(std::move(owned), goal);
        dialog->show();
    }

    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return dialog->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString message() const
    {
        return dialog->findChild<QLabel*>(u"message"_s)->text();
    }
    [[nodiscard]] QList<Mark> marks() const
    {
        const QHash<QString, Mark> meanings { { u"○"_s, Mark::ToDo },
                                              { u"…"_s, Mark::UnderWay },
                                              { u"✓"_s, Mark::Done },
                                              { u"✕"_s, Mark::Failed } };
        QList<Mark> marks;
        const auto signs = dialog->findChildren<QLabel*>(u"sign"_s);
        for (const QLabel* sign : signs) {
            marks << meanings.value(sign->text());
        }
        return marks;
    }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    FakeSetup* setup = nullptr;
    std::unique_ptr<SetupDialog> dialog;
};

} // namespace

class TestSetupDialog : public QObject
{
    Q_OBJECT

private slots:
    void showsEachStepBeforeItIsDone()
    {
        const Fixture f;
        QCOMPARE(f.setup->asked, QStringList { u"probe"_s });
        QVERIFY(!f.button("do")->isEnabled());
        emit f.setup->planned(plan());
        QCOMPARE(f.marks(), (QList<Mark> { Mark::ToDo, Mark::ToDo, Mark::Done, Mark::ToDo }));
        QStringList texts;
        for (const QLabel* label : f.dialog->findChildren<QLabel*>()) {
            texts << label->text();
            QVERIFY(label->text() != u"Install <b>it</b>" || label->textFormat() == Qt::PlainText);
        }
        QVERIFY(texts.contains(u"Install <b>it</b>") && texts.contains(u"openclaw plugins"));
        QVERIFY(texts.join(u'\n').contains(plan().config));
        QCOMPARE(f.setup->asked.size(), 1); // nothing was done
    }

    //! What is said instead does not stand below an empty list.
    void showsNoListWhereThereIsNone()
    {
        const Fixture f;
        const auto* list = f.dialog->findChild<QScrollArea*>();
        emit f.setup->planned(tl::unexpected(Error { ErrorKind::OpenClawFailed, {} }));
        QVERIFY(!list->isVisible());
        emit f.setup->planned(plan());
        QVERIFY(list->isVisible());
    }

    void doesThemOnceAndCannotBeBrokenOff()
    {
        const Fixture f;
        emit f.setup->planned(plan());
        f.click("do");
        QCOMPARE(f.setup->asked, (QStringList { u"probe"_s, u"run"_s }));
        QVERIFY(!f.button("do")->isEnabled());
        f.click("close");
        f.dialog->close();
        QTest::keyClick(f.dialog.get(), Qt::Key_Escape);
        QVERIFY(f.dialog->isVisible());
        emit f.setup->stepStarted(0);
        QCOMPARE(f.marks().at(0), Mark::UnderWay);
        emit f.setup->stepDone(0, {});
        emit f.setup->stepStarted(1);
        QCOMPARE(f.marks(), (QList<Mark> { Mark::Done, Mark::UnderWay, Mark::Done, Mark::ToDo }));
        emit f.setup->stepDone(1, {});
        emit f.setup->stepDone(3, {});
        emit f.setup->finished(u"The Gateway is connected."_s);
        QCOMPARE(f.message(), u"The Gateway is connected."_s);
        QCOMPARE(f.marks(), QList<Mark>(4, Mark::Done));
        QVERIFY(!f.button("do")->isEnabled());
        f.click("close");
        QVERIFY(!f.dialog->isVisible());
    }

    void aStepThatFailsSaysWhyAndCanBeTriedAgain()
    {
        const Fixture f;
        emit f.setup->planned(plan());
        f.click("do");
        emit f.setup->stepStarted(1);
        const Error error { ErrorKind::OpenClawFailed, u"no space"_s };
        emit f.setup->finished(tl::unexpected(error));
        QCOMPARE(f.marks().at(1), Mark::Failed);
        QCOMPARE(f.message(), errorText(error));
        f.click("do");
        QCOMPARE(f.setup->asked.last(), u"probe"_s);
        emit f.setup->planned(plan());
        f.click("do");
        QCOMPARE(f.setup->asked.count(u"run"_s), 2);
    }

    void whatCannotBePlannedSaysWhy()
    {
        const Fixture f(GatewaySetup::Goal::Undo);
        QCOMPARE(f.setup->asked, QStringList { u"probe undo"_s });
        emit f.setup->planned(failure(ErrorKind::NothingToUndo));
        QCOMPARE(f.message(), errorText({ ErrorKind::NothingToUndo, {} }));
        QVERIFY(!f.button("do")->isEnabled());
        f.click("close");
        QVERIFY(!f.dialog->isVisible());
    }

    void whatIsDoneAlreadyIsSaid()
    {
        const Fixture f;
        emit f.setup->planned(plan(true));
        QVERIFY2(f.message().contains(u"Already set up"), qPrintable(f.message()));
        QVERIFY(f.button("do")->isEnabled());
    }

    void anOlderPluginIsOfferedAnUpdate()
    {
        FakeCompanion companion;
        GatewayInfo gateway { u"g1"_s, u"openclaw on hien"_s, true, true, 1, u"0.0.9"_s, true };
        companion.snapshots.now.gateways = { gateway };
        QWidget window;
        GatewaySection section(companion.snapshots, companion.gateways, &window);
        window.show();
        QTest::mouseClick(section.findChild<QPushButton*>(u"updatePlugin"_s), Qt::LeftButton);
        QCOMPARE(companion.asked, QStringList { u"gatewaySetup"_s });
        QVERIFY(window.findChild<SetupDialog*>());

        gateway.pluginOutdated = false;
        companion.snapshots.now.gateways = { gateway };
        companion.snapshots.show(companion.snapshots.now);
        QTRY_VERIFY(!section.findChild<QPushButton*>(u"updatePlugin"_s));
    }

    //! It never meets a real Gateway.
    void theDemoSetsNothingUp()
    {
        FakeCompanion companion;
        companion.snapshots.now.mode = RunMode::Demo;
        GatewaySection section(companion.snapshots, companion.gateways);
        QVERIFY(section.findChild<QPushButton*>(u"setUpGateway"_s)->isHidden());
        companion.snapshots.now.mode = RunMode::Window;
        companion.snapshots.show(companion.snapshots.now);
        QVERIFY(!section.findChild<QPushButton*>(u"setUpGateway"_s)->isHidden());
    }
};

QTEST_MAIN(TestSetupDialog)
#include "tst_setupdialog.moc"
