// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "activity/activityexport.h"
#include "awaited.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;

namespace {

ActivityItem message(qint64 id, const QString& text)
{
    ActivityItem item;
    item.id = id;
    item.timeMs = 1'795'000'000'000 + id;
    item.profile = u"default"_s;
    item.thread = { u"365333052772575247"_s, true };
    item.messageId = u"m%1"_s.arg(id);
    item.state = ActivityState::Accepted;
    item.text = ActivityText();
    item.text->body = text;
    item.text->senderName = u"Chị An"_s;
    item.text->threadName = u"Hội bán hàng"_s;
    return item;
}

//! A store of these lines, asked for by position.
ActivityModel::Source sourceOf(const QList<ActivityItem>& items,
                               QList<ActivityQuery>* asked = nullptr)
{
    return
        [items, asked](const ActivityQuery& query, QObject* context, Callback<ActivityList> done) {
            if (asked) {
                asked->append(query);
            }
            ActivityList page;
            const qsizetype from = query.cursor.toInt();
            page.items = items.mid(from, query.limit);
            if (from + page.items.size() < items.size()) {
                page.nextCursor = QString::number(from + page.items.size());
            }
            QMetaObject::invokeMethod(
                context, [done, page] { done(page); }, Qt::QueuedConnection);
        };
}

} // namespace

//! What leaves the activity: as a file, and as a text for somebody who helps.
class TestActivityExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path() const { return m_folder.filePath(u"list.csv"_s); }

    Result<int> write(const ActivityModel::Source& source, ActivityExport::Options options)
    {
        ActivityExport job(source);
        if (options.path.isEmpty()) {
            options.path = path();
        }
        return awaited<int>(
            [&](QObject* context, auto done) { job.start(options, context, done); });
    }

    QStringList lines() const
    {
        QFile file(path());
        return file.open(QFile::ReadOnly)
            ? QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts)
            : QStringList();
    }

private slots:
    void init() { QFile::remove(path()); }

    void writesWhatTheFilterShows()
    {
        QList<ActivityItem> items;
        for (int i = 0; i < 1'200; ++i) { // of several pages
            items << message(i, i % 2 == 0 ? u"áo đỏ"_s : u"quần, xanh"_s);
        }
        QList<ActivityQuery> asked;
        const ActivityFilter filter { u"default"_s, {}, { ActivityState::Accepted }, u"quan"_s };
        const auto count =
            write(sourceOf(items, &asked),
                  { .filter = filter, .accounts = { { u"default"_s, u"Tiệm Lan"_s } } });
        QCOMPARE(count, Result<int>(600));
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked.first().states, filter.states);
        QCOMPARE(asked.first().profile, filter.profile);
        QCOMPARE(lines().size(), 601);
        const QString first = lines().at(1);
        QVERIFY2(first.contains(u",Tiệm Lan,received,Hội bán hàng,Chị An,With the Gateway,,"
                                "\"quần, xanh\",365333052772575247,m1"),
                 qPrintable(first));
        QVERIFY(lines().first().startsWith(u"Time,"));
        QFile file(path());
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.read(3), QByteArray("\xEF\xBB\xBF")); // else it is no UTF-8 to spreadsheets
    }

    //! It holds what people wrote.
    void isItsOwnersAlone()
    {
        QVERIFY(write(sourceOf({ message(1, u"chào"_s) }), {}));
        QCOMPARE(QFile(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void leavesTextsOutThatAreHidden()
    {
        QVERIFY(write(sourceOf({ message(1, u"chào"_s) }), { .display = TextDisplay::Hidden }));
        QVERIFY(lines().at(1).contains(u",Message,"));
        QVERIFY(!lines().at(1).contains(u"chào"));
    }

    void saysWhereItCannotBeWritten()
    {
        const auto count = write(sourceOf({ message(1, u"chào"_s) }),
                                 { .path = m_folder.filePath(u"none/list.csv"_s) });
        QCOMPARE(count.error().kind, ErrorKind::FileUnwritable);
    }

    //! A spreadsheet computes nothing that somebody else wrote.
    void startsNoFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << u"chào"_s << u"chào"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("formula") << u"=HYPERLINK(\"http://x\")"_s
                                 << u"\"'=HYPERLINK(\"\"http://x\"\")\""_s;
        QTest::newRow("plus") << u"+84"_s << u"'+84"_s;
        QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"\"'\t=1\""_s;
        QTest::newRow("carriage return") << u"\r=1"_s << u"\"'\r=1\""_s;
        QTest::newRow("wide") << u"\uFF1D1"_s << u"'\uFF1D1"_s;
        QTest::newRow("within") << u"1=1"_s << u"1=1"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("lines") << u"a\nb"_s << u"\"a\nb\""_s;
    }

    void startsNoFormula()
    {
        QFETCH(QString, text);
        QTEST(csvField(text), "field");
    }

    void detailsHaveTheTextOnlyWhereItIsShown()
    {
        ActivityItem item = message(7, u"bí mật"_s);
        item.error = Error { ErrorKind::TimedOut, u"x"_s };
        item.attempts = 3;
        item.text->isThreadPaused = true;
        const QString hidden = activityDetailsText(item, TextDisplay::Hidden);
        QVERIFY2(hidden.startsWith(u"kind: inbound\nstate: accepted\n"), qPrintable(hidden));
        for (const QString& part :
             { u"error: "_s, u"attempts: 3"_s, u"thread: 365333052772575247 (group)"_s,
               u"message: m7"_s, u"time: 2026-"_s, u"paused: person"_s }) {
            QVERIFY2(hidden.contains(part), qPrintable(hidden));
        }
        QVERIFY(!hidden.contains(u"bí mật") && !hidden.contains(u"An"));
        QVERIFY(activityDetailsText(item, TextDisplay::Shown).contains(u"text: bí mật"));
    }
};

QTEST_GUILESS_MAIN(TestActivityExport)
#include "tst_activityexport.moc"
