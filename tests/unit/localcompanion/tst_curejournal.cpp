// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/curejournal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

CuredMessage message(int number)
{
    return { u"default"_s, { u"365"_s, false }, QString::number(number) };
}

CurePlan planFor(const QString& person)
{
    return { u"default"_s,
             { { { u"channels"_s, u"zalouser"_s, u"allowFrom"_s },
                 QJsonArray { u"391"_s },
                 QJsonArray { u"391"_s, person } },
               { { u"channels"_s, u"zalouser"_s, u"groups"_s },
                 QJsonValue::Null,
                 QJsonObject { { u"772"_s, QJsonObject { { u"enabled"_s, true } } } } } } };
}

} // namespace

class TestCureJournal : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"cures.json"_s); }
    [[nodiscard]] CureJournal journal() const { return CureJournal(path()); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasDoneIsFoundAgain()
    {
        QVERIFY(!journal().find(message(1)));
        QVERIFY(journal().insert(message(1), planFor(u"365"_s)));
        QVERIFY(journal().insert(message(2), planFor(u"366"_s)));
        QCOMPARE(journal().find(message(1)), std::optional(planFor(u"365"_s)));
        QVERIFY(journal().insert(message(1), planFor(u"367"_s)));
        QCOMPARE(journal().find(message(1)), std::optional(planFor(u"367"_s)));
        QVERIFY(journal().remove(message(1)));
        QVERIFY(!journal().find(message(1)));
        QCOMPARE(journal().find(message(2)), std::optional(planFor(u"366"_s)));
        CuredMessage other = message(2);
        other.thread.isGroup = true;
        QVERIFY(!journal().find(other));
    }

    void aProfileIsErased()
    {
        CuredMessage shops = message(2);
        shops.profile = u"shop"_s;
        QVERIFY(journal().insert(message(1), planFor(u"365"_s)));
        QVERIFY(journal().insert(shops, planFor(u"366"_s)));
        QVERIFY(journal().erase(u"default"_s));
        QVERIFY(!journal().find(message(1)));
        QVERIFY(journal().find(shops));
        QVERIFY(CureJournal(m_folder->filePath(u"gone/cures.json"_s)).erase(u"shop"_s));
    }

    void itIsItsOwnersAlone()
    {
        QVERIFY(journal().insert(message(1), planFor(u"365"_s)));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY((QFile::permissions(path()) & others) == QFile::Permissions());
    }

    void itIsBounded()
    {
        CureJournal full = journal();
        for (int i = 0; i <= CureJournal::MaxCures; ++i) {
            QVERIFY(full.insert(message(i), planFor(u"365"_s)));
        }
        QVERIFY(!journal().find(message(0))); // the oldest
        QVERIFY(journal().find(message(1)));
        QVERIFY(full.insert(message(900), planFor(QString(CureJournal::MaxBytes / 2, u'a'))));
        QVERIFY(full.insert(message(901), planFor(QString(CureJournal::MaxBytes / 2, u'b'))));
        QVERIFY(QFile(path()).size() <= CureJournal::MaxBytes);
        QVERIFY(!journal().find(message(900)));
        QVERIFY(journal().find(message(901)));
    }

    void aFileThatIsNoneIsBegunAnew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("torn") << QByteArray(R"({"version": 1, "cures": [{)");
        QTest::newRow("newer") << QByteArray(R"({"version": 2, "cures": []})");
        QTest::newRow("strange") << QByteArray(R"({"version": 1, "cures": [7, {"changes": 7}]})");
    }

    void aFileThatIsNoneIsBegunAnew()
    {
        QFETCH(QByteArray, bytes);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QVERIFY(!journal().find(message(1)));
        QVERIFY(journal().insert(message(1), planFor(u"365"_s)));
        QVERIFY(journal().find(message(1)));
    }

    void whatCannotBeWrittenIsNotThere()
    {
        CureJournal nowhere(m_folder->filePath(u"gone/cures.json"_s));
        QCOMPARE(nowhere.insert(message(1), planFor(u"365"_s)).error().kind,
                 ErrorKind::FileUnwritable);
        QVERIFY(!nowhere.find(message(1)));
    }
};

QTEST_GUILESS_MAIN(TestCureJournal)
#include "tst_curejournal.moc"
