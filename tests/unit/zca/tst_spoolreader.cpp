// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "nodescriptors.h"
#include "zca/spoolreader.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::FakeZca;
using zalo::test::NoDescriptors;

class TestSpoolReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_files;
    std::unique_ptr<QFile> m_writer;
    std::unique_ptr<SpoolReader> m_reader;
    Worker m_parser { u"parser"_s };
    QStringList m_texts;
    QList<quint64> m_tokens;
    QMap<UnusableLine, qsizetype> m_dropped;

    static QByteArray said(const QByteArray& text)
    {
        return "{\"threadId\":\"7\",\"msgId\":\"1\",\"content\":\"" + text + "\"}\n";
    }

    void open(qsizetype maxLine = 1000)
    {
        m_writer = std::make_unique<QFile>(m_files->path(u"spool"_s));
        QVERIFY(m_writer->open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        m_reader = std::make_unique<SpoolReader>(m_writer->fileName(), 7, maxLine, m_parser);
        connect(m_reader.get(), &SpoolReader::line, this,
                [this](const ListenLine& line, quint64 token) {
                    m_texts << std::get<InboundMessage>(line).text;
                    m_tokens << token;
                });
        connect(m_reader.get(), &SpoolReader::dropped, this,
                [this](qsizetype count, UnusableLine why) { m_dropped[why] += count; });
    }

private slots:
    void init()
    {
        m_files = std::make_unique<FakeZca>();
        m_texts.clear();
        m_dropped.clear();
        m_tokens.clear();
    }

    void cleanup()
    {
        m_reader.reset();
        m_writer.reset();
    }

    void linesComeAsTheyAreWritten()
    {
        open();
        m_writer->write(said("một"));
        m_reader->start();
        QVERIFY(m_texts.isEmpty());
        QTRY_COMPARE(m_texts.size(), 1);
        m_writer->write(said("hai") + said("ba"));
        QTRY_COMPARE(m_texts, QStringList({ u"một"_s, u"hai"_s, u"ba"_s }));
    }

    void aSplitLetterArrivesWhole()
    {
        open();
        m_reader->start();
        const QByteArray line = said("Nguyễn");
        const qsizetype middle = line.indexOf("\xe1\xbb") + 2;
        m_writer->write(line.first(middle));
        m_writer->write(line.sliced(middle));
        QTRY_COMPARE(m_texts, QStringList({ u"Nguyễn"_s }));
    }

    void tokensTellTheReaderAndTheLine()
    {
        open();
        m_writer->write(said("a") + said("b"));
        m_reader->start();
        QTRY_COMPARE(m_tokens.size(), 2);
        QCOMPARE(m_tokens, QList<quint64>({ (7ULL << 32) + 1, (7ULL << 32) + 2 }));
    }

    //! What zca printed while this program could open nothing more is read once it can.
    void aFileThatCannotBeOpenedJustNowIsReadLater()
    {
        open();
        QSignalSpy failed(m_reader.get(), &SpoolReader::failed);
        QSignalSpy removed(m_reader.get(), &SpoolReader::removed);
        m_writer->write(said("a"));
        {
            const NoDescriptors none;
            m_reader->start();
            m_reader->finish();
            QTRY_COMPARE(failed.count(), 1);
            QVERIFY(m_texts.isEmpty());
        }
        QTRY_COMPARE(m_texts, QStringList { u"a"_s });
        m_reader->confirm(m_tokens.first());
        QTRY_COMPARE(removed.count(), 1);
    }

    void theFileGoesOnlyWhenAllIsConfirmed()
    {
        open();
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        QSignalSpy removed(m_reader.get(), &SpoolReader::removed);
        m_writer->write(said("a") + said("b"));
        m_reader->start();
        QTRY_COMPARE(m_tokens.size(), 2);
        m_reader->confirm(m_tokens.at(0));
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QVERIFY(m_writer->exists());
        m_reader->confirm(m_tokens.at(0));
        QVERIFY(m_writer->exists());
        m_reader->confirm(m_tokens.at(1));
        QCOMPARE(removed.count(), 1);
        QVERIFY(!m_writer->exists());
    }

    void allConfirmedIsNotYetTheEnd()
    {
        open();
        QSignalSpy removed(m_reader.get(), &SpoolReader::removed);
        m_writer->write(said("a"));
        m_reader->start();
        QTRY_COMPARE(m_tokens.size(), 1);
        m_reader->confirm(m_tokens.at(0));
        m_writer->write(said("b"));
        QTRY_COMPARE(m_tokens.size(), 2);
        QVERIFY(m_writer->exists());
        QCOMPARE(removed.count(), 0);
    }

    void whatWasWrittenLastIsRead()
    {
        open();
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_reader->start();
        m_writer->write(said("a"));
        m_reader->finish(); // before any watcher could tell
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_texts, QStringList({ u"a"_s }));
    }

    void anEmptyFileGoesAtOnce()
    {
        open();
        QSignalSpy removed(m_reader.get(), &SpoolReader::removed);
        m_reader->finish();
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!m_writer->exists());
    }

    void aHalfLineIsCountedNotGiven()
    {
        open();
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_writer->write(said("a") + "{\"msgId\":");
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_texts, QStringList({ u"a"_s }));
        QCOMPARE(m_dropped, (QMap<UnusableLine, qsizetype> { { UnusableLine::CutOff, 1 } }));
    }

    void longLinesAreCountedNotGiven()
    {
        open(100);
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_writer->write(said("a") + QByteArray(5'000'000, 'x') + '\n' + said("b")
                        + QByteArray(101, 'y') + '\n' + said("c"));
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_texts, QStringList({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(m_dropped, (QMap<UnusableLine, qsizetype> { { UnusableLine::TooLong, 2 } }));
    }

    //! However many they are, they cost nobody a line in a log.
    void whatSaysNothingIsLeftOut()
    {
        open();
        QSignalSpy dropped(m_reader.get(), &SpoolReader::dropped);
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_writer->write(QByteArray("noise\n{}\n").repeated(1'000) + said("a"));
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_texts, QStringList({ u"a"_s }));
        QCOMPARE(m_tokens, QList<quint64>({ (7ULL << 32) + 1 }));
        QCOMPARE(m_dropped,
                 (QMap<UnusableLine, qsizetype> { { UnusableLine::NotUnderstood, 1'000 } }));
        QCOMPARE(dropped.count(), 1);
    }

    //! What waits to be stored is bounded: the rest waits in the file.
    void aWriterWaitsForWhatIsNotConfirmed()
    {
        open();
        constexpr int Lines = 20'000;
        m_reader->start();
        m_writer->write(said("a").repeated(Lines));
        QTRY_VERIFY(m_tokens.size() >= 10'000);
        // Each round is time for one more chunk, and four are the whole.
        for (int round = 0; round < 30; ++round) {
            bool done = false;
            m_parser.run(
                this, [] {}, [&done] { done = true; });
            QTRY_VERIFY(done);
        }
        QVERIFY2(m_tokens.size() < 18'000, qPrintable(QString::number(m_tokens.size())));
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            m_reader->confirm(m_tokens.at(i));
        }
        QTRY_COMPARE(m_tokens.size(), Lines);
    }

    //! Whoever waits for the end of the writer gets it.
    void theEndIsReadWhateverIsNotConfirmed()
    {
        open();
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_writer->write(said("a").repeated(20'000));
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_tokens.size(), 20'000);
    }

    void aFileThatGrowsTooLargeIsSaidOnce()
    {
        open();
        QSignalSpy overgrown(m_reader.get(), &SpoolReader::overgrown);
        m_reader->start();
        QVERIFY(m_writer->resize(MaxSpool));
        m_writer->seek(MaxSpool);
        m_writer->write("\n");
        QTRY_COMPARE(overgrown.count(), 1);
        m_writer->write(said("a"));
        QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({ u"a"_s }), 60'000);
        QCOMPARE(overgrown.count(), 1);
    }

    void aFileThatCannotBeRead()
    {
        m_reader = std::make_unique<SpoolReader>(m_files->path(u"gone"_s), 1, 10, m_parser);
        QSignalSpy failed(m_reader.get(), &SpoolReader::failed);
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(failed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSpoolReader)
#include "tst_spoolreader.moc"
