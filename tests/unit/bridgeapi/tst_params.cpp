// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/params.h"

#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

//! Parameters from the bridge are taken as they should be, or refused by name.
class TestParams : public QObject
{
    Q_OBJECT

    template <typename T> static QString refusal(const Result<T>& result)
    {
        return result ? QString() : result.error().detail;
    }

private slots:
    void profile()
    {
        QCOMPARE(*profileParam({}), u"default"_s);
        QCOMPARE(*profileParam({ { u"profile"_s, u"shop"_s } }), u"shop"_s);
        QVERIFY(refusal(profileParam({ { u"profile"_s, u"../x"_s } })).contains(u"profile"));
        QVERIFY(refusal(profileParam({ { u"profile"_s, 5 } })).contains(u"profile"));
    }

    //! It may become an argument of zca: nothing but digits.
    void id()
    {
        QCOMPARE(*idParam({ { u"messageId"_s, u"1795329893622"_s } }, u"messageId"),
                 u"1795329893622"_s);
        const QJsonValue others[] { {}, 5, u""_s, u"-p"_s, u"7 8"_s, QString(31, u'7') };
        for (const QJsonValue& other : others) {
            QVERIFY(refusal(idParam({ { u"messageId"_s, other } }, u"messageId"))
                        .contains(u"messageId"));
        }
    }

    void thread_data()
    {
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<bool>("good");
        QTest::newRow("dm") << QJsonObject { { u"threadId"_s, u"365333052772575247"_s },
                                             { u"isGroup"_s, false } }
                            << true;
        QTest::newRow("either kind") << QJsonObject { { u"threadId"_s, u"77"_s } } << false;
        QTest::newRow("a number for yes")
            << QJsonObject { { u"threadId"_s, u"77"_s }, { u"isGroup"_s, 1 } } << false;
        QTest::newRow("group") << QJsonObject { { u"threadId"_s, u"77"_s }, { u"isGroup"_s, true } }
                               << true;
        QTest::newRow("missing") << QJsonObject { { u"isGroup"_s, false } } << false;
        QTest::newRow("a number loses digits")
            << QJsonObject { { u"threadId"_s, qint64(365333052772575247) },
                             { u"isGroup"_s, false } }
            << false;
        QTest::newRow("an option of zca")
            << QJsonObject { { u"threadId"_s, u"-p"_s }, { u"isGroup"_s, false } } << false;
        QTest::newRow("a name") << QJsonObject { { u"threadId"_s, u"Tâm"_s },
                                                 { u"isGroup"_s, false } }
                                << false;
    }

    void thread()
    {
        QFETCH(QJsonObject, params);
        QFETCH(bool, good);
        const Result<ThreadRef> thread = threadParam(params);
        QCOMPARE(thread.has_value(), good);
        if (good) {
            QCOMPARE(thread->isGroup, params[u"isGroup"].toBool());
        }
    }

    void texts()
    {
        const QJsonObject params { { u"key"_s, u"abc"_s },
                                   { u"none"_s, QJsonValue() },
                                   { u"number"_s, 3 } };
        QCOMPARE(*textParam(params, u"key", 3), u"abc"_s);
        QVERIFY(refusal(textParam(params, u"key", 2)).contains(u"longer than 2"));
        QVERIFY(refusal(textParam(params, u"other", 9)).contains(u"“other” is missing"));
        QCOMPARE(*optionalTextParam(params, u"none", 9), QString());
        QVERIFY(!optionalTextParam(params, u"number", 9));
    }

    void numbers()
    {
        const QJsonObject params { { u"n"_s, 7 }, { u"half"_s, 7.5 }, { u"text"_s, u"7"_s } };
        QCOMPARE(*numberParam(params, u"n", 1, 1, 7), 7);
        QCOMPARE(*numberParam(params, u"missing", 5, 1, 7), 5);
        QVERIFY(refusal(numberParam(params, u"n", 1, 1, 6)).contains(u"from 1 to 6"));
        QVERIFY(!numberParam(params, u"half", 1, 1, 9));
        QVERIFY(!numberParam(params, u"text", 1, 1, 9));
    }

    void lists()
    {
        const Result<ContactQuery> query =
            listParams({ { u"query"_s, u"đức"_s }, { u"limit"_s, 500 } });
        QVERIFY(query);
        QCOMPARE(query->query, u"đức"_s);
        QCOMPARE(query->limit, 500);
        QCOMPARE(listParams({})->limit, 100);
        QVERIFY(!listParams({ { u"limit"_s, 501 } }));
        QVERIFY(!listParams({ { u"limit"_s, 0 } }));
    }
};

QTEST_APPLESS_MAIN(TestParams)
#include "tst_params.moc"
