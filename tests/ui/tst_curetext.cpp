// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/curetext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestCureText : public QObject
{
    Q_OBJECT

private slots:
    void everyCureHasItsWords()
    {
        ActivityItem item;
        item.thread = { u"772"_s, true };
        item.text = ActivityText();
        item.text->threadName = u"Gia đình"_s;
        item.text->senderName = u"Lan"_s;
        for (const Cure cure : { Cure::AllowSender, Cure::AnswerGroup, Cure::WithoutMention }) {
            QString button = cureButtonText(cure);
            QVERIFY(button.endsWith(u'…') && button.contains(u'&'));
            QCOMPARE(button.remove(u'&').chopped(1), cureTitle(cure));
            QVERIFY(cureMeaning(cure, item)
                        .contains(cure == Cure::AllowSender ? u"Lan"_s : u"Gia đình"_s));
            QVERIFY(cureDoneText(cure).endsWith(u'.'));
        }
        item.text->senderName.clear();
        item.thread.isGroup = false;
        QVERIFY(cureMeaning(Cure::AllowSender, item).contains(u"Gia đình"));
    }

    void everyValueThatChangesIsNamed()
    {
        const QStringList groups { u"channels"_s, u"zalouser"_s, u"groups"_s };
        const QList<ConfigChange> changes {
            { { u"a"_s, u"dmPolicy"_s }, u"disabled"_s, u"allowlist"_s },
            { { u"a"_s, u"allowFrom"_s }, QJsonValue::Null, QJsonArray { u"365"_s } },
            { { u"a"_s, u"list"_s }, QJsonArray { u"1"_s, 2 }, QJsonArray { u"1"_s } },
            { groups, QJsonValue::Null,
              QJsonObject { { u"*"_s, QJsonObject { { u"enabled"_s, true } } },
                            { u"772"_s, QJsonObject { { u"requireMention"_s, false } } } } },
        };
        QCOMPARE(
            changeLines(changes),
            (QStringList { u"a.dmPolicy: \"disabled\" → \"allowlist\""_s,
                           u"a.allowFrom: adds \"365\""_s, u"a.list: removes 2"_s,
                           u"channels.zalouser.groups.*.enabled: not set → true"_s,
                           u"channels.zalouser.groups.772.requireMention: not set → false"_s }));
        const CurePlan plan { u"default"_s, changes };
        QCOMPARE(changeLines(plan.inverse().changes).last(),
                 u"a.dmPolicy: \"allowlist\" → \"disabled\""_s);
        QCOMPARE(plan.inverse().inverse(), plan);
    }

    //! A group's key may be its name, which is somebody else's.
    void aKeyTurnsNoWordsAround()
    {
        const QStringList lines =
            changeLines({ { { u"X\u202egnp\x1b[2J"_s }, QJsonValue::Null, true } });
        QCOMPARE(lines, QStringList { u"Xgnp[2J: not set → true"_s });
    }
};

QTEST_GUILESS_MAIN(TestCureText)
#include "tst_curetext.moc"
