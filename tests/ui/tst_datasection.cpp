// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/datasection.h"
#include "uifixtures.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

class TestDataSection : public QObject
{
    Q_OBJECT

private slots:
    void choosesHowLongMessagesAreKept()
    {
        FakeCompanion companion;
        companion.settings.days = 45; // set by hand
        DataSection section(companion.snapshots, companion.settings, companion.data);
        section.show();
        auto* days = section.findChild<QComboBox*>(u"retentionDays"_s);
        QCOMPARE(days->currentData().toInt(), 45);
        QCOMPARE(days->count(), 5);
        days->setFocus();
        QTest::keyClick(days, Qt::Key_Down);
        QCOMPARE(companion.asked, QStringList { u"setRetentionDays 90"_s });
    }

    void choosesHowLongMessagesMayWait()
    {
        FakeCompanion companion;
        DataSection section(companion.snapshots, companion.settings, companion.data);
        section.show();
        auto* hours = section.findChild<QComboBox*>(u"maxAgeHours"_s);
        QCOMPARE(hours->currentData().toInt(), 24);
        hours->setFocus();
        QTest::keyClick(hours, Qt::Key_Down);
        QCOMPARE(companion.asked, QStringList { u"setMaxAgeHours 48"_s });
    }

    void deletesOnlyWhatAPersonHasAgreedTo()
    {
        FakeCompanion companion;
        ProfileSnapshot profile;
        profile.queue.inboundWaiting = 3;
        profile.queue.outboundWaiting = 1;
        companion.snapshots.now.profiles = { profile };
        DataSection section(companion.snapshots, companion.settings, companion.data);
        ConfirmRecorder confirm;
        section.setConfirm(confirm.answer());
        section.show();
        QTest::mouseClick(section.findChild<QPushButton*>(u"deleteAllData"_s), Qt::LeftButton);
        QCOMPARE(confirm.asked.size(), 1);
        QVERIFY2(confirm.asked.first().text.contains(u"4 message"),
                 qPrintable(confirm.asked.first().text));
        QVERIFY(confirm.asked.first().text.contains(u"log out first"));
        QVERIFY(companion.asked.isEmpty());
        confirm.agree();
        QCOMPARE(companion.asked, QStringList { u"reset everything"_s });

        companion.snapshots.now.profiles.clear();
        QTest::mouseClick(section.findChild<QPushButton*>(u"deleteAllData"_s), Qt::LeftButton);
        QVERIFY(!confirm.asked.last().text.contains(u"pending"));
    }
};

QTEST_MAIN(TestDataSection)
#include "tst_datasection.moc"
