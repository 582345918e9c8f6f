// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/recentactivity.h"
#include "uifixtures.h"

#include <QDateTime>
#include <QLabel>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

//! What happened since yesterday evening.
class TestRecentActivity : public QObject
{
    Q_OBJECT

    FakeCompanion m_companion;

    static QStringList texts(const QWidget& panel)
    {
        QStringList all;
        const auto labels = panel.findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            all << label->text();
        }
        return all;
    }

private slots:
    void cleanup()
    {
        m_companion.asked.clear();
        m_companion.activity.sum = {};
    }

    void tellsWhatCameOfIt()
    {
        m_companion.activity.sum = { .received = 14,
                                     .answered = 9,
                                     .open = 2,
                                     .failed = 1,
                                     .unanswered = 3,
                                     .unsent = 4,
                                     .missedMs = 95 * 60'000 };
        RecentActivity panel(m_companion.activity);
        panel.setProfile(u"default"_s);
        panel.show();
        const QStringList all = texts(panel);
        for (const QString& value : { u"14"_s, u"9"_s, u"2"_s, u"5"_s, u"3"_s, u"1 h 35 min"_s }) {
            QVERIFY2(all.contains(value), qPrintable(value));
        }
        const SummaryQuery& asked = m_companion.activity.lastSummary;
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(asked.fromMs);
        QCOMPARE(from.time(), QTime(18, 0));
        QCOMPARE(from.date().daysTo(QDateTime::fromMSecsSinceEpoch(asked.toMs).date()), 1);
    }

    void isNotThereWithoutAnAccount()
    {
        RecentActivity panel(m_companion.activity);
        QVERIFY(panel.isHidden());
        panel.setProfile(u"default"_s);
        QVERIFY(!panel.isHidden());
        panel.setProfile({});
        QVERIFY(panel.isHidden());
    }

    //! Not for each message, not for another account's, and not where nobody looks.
    void readsAgainWhenSomethingChanged()
    {
        QWidget page;
        RecentActivity panel(m_companion.activity, &page);
        panel.setProfile(u"default"_s);
        emit m_companion.activity.activityChanged(u"default"_s);
        QCOMPARE(m_companion.asked, QStringList());
        page.show();
        QCOMPARE(m_companion.asked, QStringList { u"summary default"_s });
        m_companion.activity.sum.received = 7;
        emit m_companion.activity.activityChanged(u"work"_s);
        for (int i = 0; i < 100; ++i) {
            emit m_companion.activity.activityChanged(u"default"_s);
        }
        QTRY_VERIFY(texts(panel).contains(u"7"_s));
        QCOMPARE(m_companion.asked.size(), 2);
    }
};

QTEST_MAIN(TestRecentActivity)
#include "tst_recentactivity.moc"
