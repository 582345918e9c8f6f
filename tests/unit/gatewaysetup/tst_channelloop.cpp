// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/channeledit.h"
#include "json5/json5edit.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

//! Configurations as people write them, and worse: comments that hold braces, quotes and commas,
//! every style of names, on one line and on many.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    { }

    QByteArray document()
    {
        m_eol = pick({ "\n", "\n", "\r\n" });
        m_isOneLine = m_random.bounded(6) == 0;
        const QByteArray head = m_isOneLine ? QByteArray() : comments();
        const QByteArray body = object({ "gateway", "channels", "plugins", "agents" }, 0);
        return head + body + pick({ "", "\n", "\n\n" });
    }

private:
    QByteArray pick(const QList<QByteArray>& from) { return from[m_random.bounded(from.size())]; }
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }

    QByteArray comments()
    {
        QByteArray text;
        while (chance(40)) {
            text += m_isOneLine || chance(40)
                ? pick({ "/* { */", "/* } */", "/* , */", "/* \" */", "/* // */", "/**/" })
                : pick({ "// {", "// }", "// it's", "// \"", "// , }", "// /*", "//", "// a: 1," })
                    + m_eol;
        }
        return text;
    }

    QByteArray gap(int depth)
    {
        if (m_isOneLine) {
            return comments() + pick({ " ", "", "  " });
        }
        const QByteArray lead = chance(30) ? ' ' + comments() : QByteArray();
        return lead + m_eol + QByteArray(depth * 2, ' ')
            + (chance(20) ? comments() + m_eol + QByteArray(depth * 2, ' ') : QByteArray());
    }

    QByteArray name(const QByteArray& text)
    {
        const QByteArray quote = pick({ "", "\"", "'" });
        return quote + text + quote;
    }

    QByteArray value(const QByteArray& name, int depth)
    {
        if (depth < 3 && (name == "channels" || name == "plugins" || name == "entries")) {
            return object(name == "plugins" ? QList<QByteArray> { "entries", "load" }
                                            : QList<QByteArray> { "telegram", "discord", "signal" },
                          depth);
        }
        if (depth < 3 && chance(40)) {
            return object({ "enabled", "mode", "token" }, depth);
        }
        return pick({ "true", "1", "'}'", "\"{\"", "'// no'", "[1, 2]", "[ /* ] */ ]", "{}", "null",
                      "\"\\\"\"", "[{ a: 1 }]" });
    }

    QByteArray object(const QList<QByteArray>& names, int depth)
    {
        QByteArray text = "{";
        bool isFirst = true;
        for (const QByteArray& each : names) {
            if (chance(35)) {
                continue;
            }
            text += isFirst ? QByteArray() : QByteArray(",");
            isFirst = false;
            text += gap(depth + 1) + name(each) + ": " + value(each, depth + 1);
        }
        if (!isFirst && chance(40)) {
            text += ',';
        }
        return text + gap(depth) + '}';
    }

    QRandomGenerator m_random;
    QByteArray m_eol;
    bool m_isOneLine = false;
};

//! An object that was empty but for spaces may come back as `{}`: nothing tells the two apart once
//! it was filled.
QString comparable(const QByteArray& text)
{
    static const QRegularExpression gap(u"\\s+\\}"_s);
    return QString::fromUtf8(text).replace(gap, u"}"_s);
}

} // namespace

//! Apply and undo, on some thousand made-up configurations.
class TestChannelLoop : public QObject
{
    Q_OBJECT

private slots:
    void undoBringsBackEachByte()
    {
        int edited = 0;
        for (quint32 seed = 1; seed <= 300; ++seed) {
            const QByteArray before = Generator(seed).document();
            QVERIFY2(json5At(before, {}), before.constData()); // the generator makes JSON5
            const Result<QByteArray> with = withChannel(before, {});
            QVERIFY2(with || with.error().kind == ErrorKind::ConfigUnexpected, before.constData());
            if (!with) {
                continue; // refused is not damaged
            }
            ++edited;
            QVERIFY2(hasChannel(*with), with->constData());
            const Result<QByteArray> back = withoutChannel(*with, before);
            QVERIFY2(back, with->constData());
            QVERIFY2(*back == before, QByteArray(before + "\n--- became\n" + *back).constData());
            // Where a person went on writing, everything of theirs stays.
            const QByteArray since = "\n// since then {\n";
            const Result<QByteArray> edit = withoutChannel(*with + since, before);
            QVERIFY2(edit, with->constData());
            QVERIFY2(comparable(*edit) == comparable(before + since),
                     QByteArray(before + "\n--- became\n" + *edit).constData());
        }
        QVERIFY2(edited > 270, qPrintable(QString::number(edited)));
    }

    //! What stands around a member stays, whichever of them goes.
    void takingOutChangesNothingElse()
    {
        for (quint32 seed = 1; seed <= 300; ++seed) {
            const QByteArray before = Generator(seed).document();
            const QJsonObject all = json5At(before, {})->toObject();
            for (const QString& name : all.keys()) {
                const Result<QByteArray> without = withoutJson5(before, { name });
                QJsonObject rest = all;
                rest.remove(name);
                QVERIFY2(without, before.constData());
                QCOMPARE(json5At(*without, {})->toObject(), rest);
            }
        }
    }

    void aCommentThatEndsInABrace()
    {
        const QByteArray before = "{\n  channels: { // see {\n    a: 1\n  }\n}\n";
        const QByteArray without = withoutJson5(before, { u"channels"_s, u"a"_s }).value();
        QCOMPARE(json5At(without, {}).value(),
                 QJsonValue(QJsonObject { { u"channels"_s, QJsonObject() } }));
    }
};

QTEST_GUILESS_MAIN(TestChannelLoop)
#include "tst_channelloop.moc"
