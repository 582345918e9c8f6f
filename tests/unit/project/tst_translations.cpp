// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString source;
    QStringList translations;
    bool unfinished = false;
};

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"message") {
            messages.append(Message());
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().unfinished = xml.attributes().hasAttribute(u"type"_s);
            messages.last().translations
                << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression placeholder(u"%(\\d|n)"_s);
    QSet<QString> found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        found << matches.next().captured();
    }
    return found;
}

} // namespace

//! Every sentence of the sources stands in every language, whole.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void complete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Vietnamese") << u"vi"_s << QStringList {};
        QTest::newRow("French") << u"fr"_s << QStringList {};
        QTest::newRow("English plurals") << u"en"_s << QStringList { u"-pluralonly"_s };
    }

    void complete()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        const QString stored =
            QStringLiteral(ZALO_SOURCE_DIR "/translations/zalo-companion_%1.ts").arg(language);
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(u"fresh.ts"_s);
        QVERIFY(QFile::copy(stored, fresh));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
                      QStringList { u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s,
                                    QStringLiteral(ZALO_SOURCE_DIR),
                                    QStringLiteral(ZALO_SOURCE_DIR "/app"),
                                    QStringLiteral(ZALO_SOURCE_DIR "/ui") }
                          + options + QStringList { u"-ts"_s, fresh });
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);

        const QList<Message> messages = readMessages(fresh);
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            QVERIFY2(!message.unfinished,
                     qPrintable(u"unfinished or obsolete: "_s + message.source));
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(u"empty: "_s + message.source));
                QVERIFY2(placeholders(translation) == placeholders(message.source),
                         qPrintable(u"other placeholders: "_s + message.source));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
