// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/outcomereason.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestOutcomeReason : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasANameAndASentence()
    {
        QSet<QString> names;
        QSet<QString> sentences;
        for (int value = 0; value <= int(OutcomeCode::TurnFailed); ++value) {
            const auto code = OutcomeCode(value);
            static const QRegularExpression word(u"^[a-z][A-Za-z]+$"_s);
            QVERIFY(word.match(outcomeCodeName(code)).hasMatch());
            QCOMPARE(outcomeCode(outcomeCodeName(code)), std::optional(code));
            names << outcomeCodeName(code);
            const QString sentence = outcomeReasonText({ code, u"DETAIL"_s });
            QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u": DETAIL"),
                     qPrintable(sentence));
            QVERIFY(!sentence.contains(u'%'));
            sentences << sentence;
        }
        QCOMPARE(names.size(), int(OutcomeCode::TurnFailed) + 1);
        QCOMPARE(sentences.size(), names.size());
        QVERIFY(!outcomeCode(u"somethingNewer"));
    }

    void isStoredAndReadBack()
    {
        for (int value = 0; value <= int(OutcomeCode::TurnFailed); ++value) {
            for (const QString& detail : { QString(), u"rate limited"_s }) {
                const OutcomeReason reason { OutcomeCode(value), detail };
                QCOMPARE(outcomeReasonFromStored(storedOutcomeReason(reason)), reason);
            }
        }
        QVERIFY(outcomeReasonFromStored({}).isEmpty());
        QVERIFY(storedOutcomeReason({}).isEmpty());
    }

    //! Of a plugin or a version before there were codes, also where it is one word.
    void aSentenceStaysOne()
    {
        for (const QString& sentence : { u"the sender is not in allowFrom"_s, u"noMention"_s }) {
            const OutcomeReason reason = outcomeReasonFromStored(sentence);
            QVERIFY(!reason.code);
            QCOMPARE(outcomeReasonText(reason), sentence);
            QCOMPARE(storedOutcomeReason(reason), sentence);
        }
    }

    void aNewerCodeLeavesItsDetail()
    {
        const OutcomeReason reason = outcomeReasonFromStored(u"somethingNewer\nwith words"_s);
        QVERIFY(!reason.code);
        QCOMPARE(outcomeReasonText(reason), u"with words"_s);
    }

    void aReplyThatWasNotDeliveredSaysWhy()
    {
        const auto text = [](const QString& kind) {
            return outcomeReasonText({ OutcomeCode::ReplyNotDelivered, kind });
        };
        const QString alone = text({});
        QVERIFY(text(u"rateLimited"_s).startsWith(alone + u' '));
        QVERIFY(text(u"rateLimited"_s).endsWith(errorText({ ErrorKind::RateLimited, {} })));
        QCOMPARE(text(u"zaloRefused"_s), alone); // nobody knows with which words
        QCOMPARE(text(u"somethingNewer"_s), alone);
    }

    //! The plugin's words may quote what others wrote.
    void aDetailTurnsNoWordsAround()
    {
        const QString text =
            outcomeReasonText({ OutcomeCode::TurnFailed, u"X\u202egnp.exe\x1b[2J\nb"_s });
        QVERIFY2(text.endsWith(u"Xgnp.exe[2J b"), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestOutcomeReason)
#include "tst_outcomereason.moc"
