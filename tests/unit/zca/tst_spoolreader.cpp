// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/spoolreader.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::FakeZca;

class TestSpoolReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_files;
    std::unique_ptr<QFile> m_writer;
    std::unique_ptr<SpoolReader> m_reader;
    QList<QByteArray> m_lines;
    QList<quint64> m_tokens;

    void open(qsizetype maxLine = 1000)
    {
        m_writer = std::make_unique<QFile>(m_files->path(u"spool"_s));
        QVERIFY(m_writer->open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        m_reader = std::make_unique<SpoolReader>(m_writer->fileName(), 7, maxLine);
        connect(m_reader.get(), &SpoolReader::line, this,
                [this](const QByteArray& line, quint64 token) {
                    m_lines << line;
                    m_tokens << token;
                });
    }

private slots:
    void init()
    {
        m_files = std::make_unique<FakeZca>();
        m_lines.clear();
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
        m_writer->write("một\n");
        m_reader->start();
        QVERIFY(m_lines.isEmpty());
        QTRY_COMPARE(m_lines.size(), 1);
        m_writer->write("hai\nba\n");
        QTRY_COMPARE(m_lines, QList<QByteArray>({ "một", "hai", "ba" }));
    }

    void aSplitLetterArrivesWhole()
    {
        open();
        m_reader->start();
        m_writer->write("Nguy\xe1\xbb");
        m_writer->write("\x85n\nx\n");
        QTRY_COMPARE(m_lines.size(), 2);
        QCOMPARE(m_lines.first(), QByteArray("Nguyễn"));
    }

    void tokensTellTheReaderAndTheLine()
    {
        open();
        m_writer->write("a\nb\n");
        m_reader->start();
        QTRY_COMPARE(m_tokens.size(), 2);
        QCOMPARE(m_tokens, QList<quint64>({ (7ULL << 32) + 1, (7ULL << 32) + 2 }));
    }

    void theFileGoesOnlyWhenAllIsConfirmed()
    {
        open();
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        QSignalSpy removed(m_reader.get(), &SpoolReader::removed);
        m_writer->write("a\nb\n");
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
        m_writer->write("a\n");
        m_reader->start();
        QTRY_COMPARE(m_tokens.size(), 1);
        m_reader->confirm(m_tokens.at(0));
        m_writer->write("b\n");
        QTRY_COMPARE(m_tokens.size(), 2);
        QVERIFY(m_writer->exists());
        QCOMPARE(removed.count(), 0);
    }

    void whatWasWrittenLastIsRead()
    {
        open();
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_reader->start();
        m_writer->write("a\n");
        m_reader->finish(); // before any watcher could tell
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_lines, QList<QByteArray>({ "a" }));
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
        QSignalSpy dropped(m_reader.get(), &SpoolReader::dropped);
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_writer->write("a\n{\"msgId\":");
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_lines, QList<QByteArray>({ "a" }));
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().at(1).toBool(), true);
    }

    void longLinesAreCountedNotGiven()
    {
        open(10);
        qsizetype count = 0;
        connect(m_reader.get(), &SpoolReader::dropped, this,
                [&](qsizetype oversized) { count += oversized; });
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_writer->write("a\n" + QByteArray(5'000'000, 'x') + "\nb\n" + QByteArray(11, 'y')
                        + "\nc\n");
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(m_lines, QList<QByteArray>({ "a", "b", "c" }));
        QCOMPARE(count, 2);
    }

    void aFileThatCannotBeRead()
    {
        m_reader = std::make_unique<SpoolReader>(m_files->path(u"gone"_s), 1, 10);
        QSignalSpy failed(m_reader.get(), &SpoolReader::failed);
        QSignalSpy drained(m_reader.get(), &SpoolReader::drained);
        m_reader->finish();
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(failed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSpoolReader)
#include "tst_spoolreader.moc"
