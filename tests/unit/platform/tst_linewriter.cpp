// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/descriptor.h"
#include "platform/linewriter.h"

#include <QTest>

#include <array>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

//! Every line of the test has this length, with its end.
constexpr int LineLength = 100;

class TestLineWriter : public QObject
{
    Q_OBJECT

    Descriptor m_reader;
    Descriptor m_writer;
    QByteArray m_read;

    static QByteArray line(int number)
    {
        return "line " + QByteArray::number(number).rightJustified(LineLength - 6, '0');
    }

    //! Takes what is there.
    void read()
    {
        std::array<char, 65536> piece {};
        for (ssize_t count = 0; (count = ::read(m_reader.get(), piece.data(), piece.size())) > 0;) {
            m_read.append(piece.data(), count);
        }
    }

    //! Fills the pipe to the last byte.
    void fill() const
    {
        ::fcntl(m_writer.get(), F_SETFL, O_NONBLOCK);
        while (::write(m_writer.get(), "\n", 1) == 1) { }
        ::fcntl(m_writer.get(), F_SETFL, 0);
    }

private slots:
    void init()
    {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        m_reader.reset(ends[0]);
        m_writer.reset(ends[1]);
        QVERIFY(::fcntl(m_reader.get(), F_SETFL, O_NONBLOCK) == 0);
        m_read.clear();
    }

    void writesInOrder()
    {
        {
            LineWriter lines(m_writer.get(), "%1");
            for (int i = 0; i < 100; ++i) {
                lines.write(line(i));
            }
        } // its end waits for the reader's pipe
        read();
        QByteArray expected;
        for (int i = 0; i < 100; ++i) {
            expected += line(i) + '\n';
        }
        QCOMPARE(m_read, expected);
    }

    void leavesTheDescriptorsFlagsAlone()
    {
        const int before = ::fcntl(m_writer.get(), F_GETFL);
        LineWriter lines(m_writer.get(), "%1");
        lines.write("a");
        QVERIFY(lines.drain());
        QCOMPARE(::fcntl(m_writer.get(), F_GETFL), before);
    }

    //! Nothing waits, the end comes soon, and afterwards every line is there or counted.
    void aReaderWhoDoesNotRead()
    {
        fill();
        auto lines = std::make_unique<LineWriter>(m_writer.get(), "left out: %1");
        // What the thread has taken, what waits, and more than that.
        const int count = 3 * LineWriter::MaxWaiting / LineLength;
        for (int i = 0; i < count; ++i) {
            lines->write(line(i));
        }
        QVERIFY(!lines->drain());
        const auto told = [this] {
            read();
            return m_read.contains("left out: ") && m_read.endsWith('\n');
        };
        QTRY_VERIFY(told());
        lines->write("after");
        QVERIFY(lines->drain());
        read();
        const QList<QByteArray> written = m_read.trimmed().split('\n');
        QCOMPARE(written.last(), "after");
        const QByteArray notice = "left out: ";
        int next = 0; // what was left out is told in its place, wherever the thread had no room
        for (const QByteArray& one : written.mid(0, written.size() - 1)) {
            if (one.startsWith(notice)) {
                next += one.mid(notice.size()).toInt();
            } else {
                QCOMPARE(one, line(next++));
            }
        }
        QCOMPARE(next, count);
        QVERIFY(written.size() * LineLength > LineWriter::MaxWaiting - LineLength);
    }

    void endsWithoutTheReader()
    {
        fill();
        auto lines = std::make_unique<LineWriter>(m_writer.get(), "%1");
        lines->write("late");
        lines.reset();
        // Its thread was left behind, and goes on once it can.
        QTRY_VERIFY((read(), m_read.endsWith("late\n")));
    }

    //! SIGPIPE would end this test.
    void aReaderWhoIsGone()
    {
        m_reader.reset();
        LineWriter lines(m_writer.get(), "%1");
        lines.write("to nobody");
        QVERIFY(lines.drain());
        lines.write("to nobody");
        QVERIFY(lines.drain());
    }

    void noDescriptor()
    {
        LineWriter lines(-1, "%1");
        lines.write("to nobody");
        QVERIFY(lines.drain());
    }
};

QTEST_GUILESS_MAIN(TestLineWriter)
#include "tst_linewriter.moc"
