// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "storage/commitqueue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestCommitQueue : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<CommitQueue> m_queue;

    static DatabaseSpec specOf(const QString& path)
    {
        return { path,
                 { { u"CREATE TABLE parent (id INTEGER PRIMARY KEY)"_s,
                     u"CREATE TABLE item (id INTEGER PRIMARY KEY, parent INTEGER"
                     " REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"_s } },
                 true,
                 50ms,
                 0 };
    }

    static CommitQueue::Job<void> insert(const QVariant& parent = {})
    {
        return [parent](Database& db) {
            return db.change(u"INSERT INTO item (parent) VALUES (?)"_s, { parent }).map([](int) {});
        };
    }

    int stored()
    {
        return awaited<int>([&](QObject* context, auto done) {
                   m_queue->read<int>(
                       [](Database& db) {
                           return db.value(u"SELECT count(*) FROM item"_s)
                               .map([](const QVariant& count) { return count.toInt(); });
                       },
                       context, done);
               })
            .value_or(-1);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        m_queue = std::make_unique<CommitQueue>(
            m_worker.get(), specOf(m_folder->filePath(u"queue.sqlite"_s)), 20ms);
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_queue->open<void>([](Database&) { return Result<void>(); }, context, done);
        }));
    }

    void cleanup()
    {
        m_queue.reset();
        m_worker.reset();
    }

    void writesInOneTransactionWhatComesWhileItIsBusy()
    {
        QCOMPARE(stored(), 0); // the commits of the opening are known from here on
        const qint64 before = m_queue->commits();
        QSignalSpy committed(m_queue.get(), &CommitQueue::committed);
        int answered = 0;
        for (int i = 0; i < 50; ++i) {
            m_queue->write<void>(u"a"_s, insert(), this, [&](const Result<void>& written) {
                QVERIFY(written);
                ++answered;
            });
        }
        QTRY_COMPARE(answered, 50);
        QTRY_COMPARE(committed.size(), 2); // the first one alone, and all the others
        QCOMPARE(m_queue->commits() - before, 2);
        QCOMPARE(stored(), 50);
    }

    void aJobThatFailsByItselfLeavesNoTraceAndSparesTheOthers()
    {
        m_queue->write<void>({}, insert(), this, {}); // the two below share a transaction
        std::optional<Result<void>> failed;
        m_queue->write<void>(
            {},
            [](Database& db) -> Result<void> {
                if (const auto written = insert()(db); !written) {
                    return written;
                }
                return failure(ErrorKind::BadRequest);
            },
            this, [&](const Result<void>& result) { failed = result; });
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_queue->write<void>({}, insert(), context, done);
        }));
        QVERIFY(failed);
        QCOMPARE(failed->error().kind, ErrorKind::BadRequest);
        QCOMPARE(stored(), 2);
    }

    void answersNothingAsWrittenThatWasNotCommitted()
    {
        const auto orphan = awaited<void>([&](QObject* context, auto done) {
            m_queue->write<void>({}, insert(99), context, done, CommitQueue::WhenFull::Refuse);
        });
        QVERIFY(!orphan);
        QCOMPARE(m_queue->state(), CommitQueue::State::Full);
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Running);
        QCOMPARE(stored(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCommitQueue)
#include "tst_commitqueue.moc"
