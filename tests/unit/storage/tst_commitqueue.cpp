// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "storage/commitqueue.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Another program, for example a backup, that uses the file.
class OtherProgram
{
public:
    explicit OtherProgram(const QString& path)
        : m_file({ path, { {} }, true, 0ms, 0 })
    { }
    [[nodiscard]] bool lock()
    {
        return (m_file.isOpen() || m_file.open()) && m_file.change(u"BEGIN EXCLUSIVE"_s);
    }
    void release() { m_file.rollback(); }

private:
    Database m_file;
};

Result<int> countOf(Database& db)
{
    return db.value(u"SELECT count(*) FROM item"_s).map([](const QVariant& count) {
        return count.toInt();
    });
}

} // namespace

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

    static constexpr auto Patience = 400ms;

    QString path() const { return m_folder->filePath(u"queue.sqlite"_s); }

    static CommitQueue::Job<void> insert(const QVariant& parent = {})
    {
        return [parent](Database& db) {
            return db.change(u"INSERT INTO item (parent) VALUES (?)"_s, { parent }).map([](int) {});
        };
    }

    int stored()
    {
        return awaited<int>([&](QObject* context, auto done) {
                   m_queue->read<int>([](Database& db) { return countOf(db); }, context, done);
               })
            .value_or(-1);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        m_queue = std::make_unique<CommitQueue>(m_worker.get(), specOf(path()),
                                                WriteRetry { 20ms, 20ms, Patience });
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
            m_queue->write<void>({}, insert(99), context, done, CommitQueue::WhenBlocked::Refuse);
        });
        QVERIFY(!orphan);
        QCOMPARE(m_queue->state(), CommitQueue::State::Blocked);
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Running);
        QCOMPARE(stored(), 0);
    }

    //! What changed is told as of the commit that changed it, not as of a later question.
    void aDigestComesWithItsCommit()
    {
        m_queue->setDigest([](Database& db, const QString& topic) {
            return topic == u"a" ? QVariant(countOf(db).value_or(-1)) : QVariant();
        });
        QList<int> told;
        connect(m_queue.get(), &CommitQueue::committed, this,
                [&](const QString&, const QVariant& digest) { told << digest.toInt(); });
        m_queue->write<void>(u"a"_s, insert(), this, {}); // goes alone
        m_queue->write<void>(u"a"_s, insert(), this, {});
        m_queue->write<void>(u"a"_s, insert(), this, {});
        QTRY_COMPARE(told, (QList<int> { 1, 3 }));
    }

    void aLongReadHoldsUpNoCommit()
    {
        QSemaphore isBegun;
        QSemaphore isWritten;
        std::optional<Result<int>> seen;
        m_queue->readAside<int>(
            [&](Database& db) -> Result<int> {
                const auto before = countOf(db);
                isBegun.release();
                if (!before || !isWritten.tryAcquire(1, 10'000)) {
                    return failure(ErrorKind::TimedOut);
                }
                return countOf(db);
            },
            this, [&](const Result<int>& count) { seen = count; });
        QVERIFY(isBegun.tryAcquire(1, 10'000));
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_queue->write<void>({}, insert(), context, done);
        }));
        isWritten.release();
        QTRY_VERIFY(seen);
        QVERIFY(*seen);
        QCOMPARE(**seen, 0); // one moment's state from its beginning to its end
        const auto after = awaited<int>([&](QObject* context, auto done) {
            m_queue->readAside<int>([](Database& db) { return countOf(db); }, context, done);
        });
        QCOMPARE(after.value_or(-1), 1);
    }

    //! A log that is left means a crash, and a check of the whole file at the next start.
    void leavesNoLogBehind()
    {
        QVERIFY(awaited<int>([&](QObject* context, auto done) {
            m_queue->readAside<int>([](Database& db) { return countOf(db); }, context, done);
        }));
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_queue->write<void>({}, insert(), context, done);
        }));
        QVERIFY(QFile::exists(path() + u"-wal"_s));
        m_queue.reset();
        m_worker.reset();
        QVERIFY(!QFile::exists(path() + u"-wal"_s));
    }

    void aShortLockRefusesNobodyAndKeepsTheOrder()
    {
        OtherProgram other(path());
        QVERIFY(other.lock());
        QStringList answers;
        const auto note = [&](const QString& name) {
            return [&answers, name](const auto& result) {
                answers << (result ? name : name + u" failed"_s);
            };
        };
        m_queue->write<void>({}, insert(), this, note(u"kept"_s));
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Waiting);
        QCOMPARE(m_queue->error().kind, ErrorKind::StorageLocked);
        m_queue->write<void>({}, insert(), this, note(u"refusable"_s),
                             CommitQueue::WhenBlocked::Refuse);
        m_queue->read<int>([](Database& db) { return countOf(db); }, this, note(u"read"_s));
        other.release();
        QTRY_COMPARE(answers, (QStringList { u"kept"_s, u"refusable"_s, u"read"_s }));
        QCOMPARE(m_queue->state(), CommitQueue::State::Running);
        QCOMPARE(stored(), 2);
    }

    void aLongLockIsTold()
    {
        OtherProgram other(path());
        QVERIFY(other.lock());
        int written = 0;
        std::optional<Result<void>> refused;
        m_queue->write<void>({}, insert(), this,
                             [&](const Result<void>& result) { written += result ? 1 : 0; });
        m_queue->write<void>(
            {}, insert(), this, [&](const Result<void>& result) { refused = result; },
            CommitQueue::WhenBlocked::Refuse);
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Blocked);
        QCOMPARE(m_queue->error().kind, ErrorKind::StorageLocked);
        QTRY_VERIFY(refused);
        QCOMPARE(refused->error().kind, ErrorKind::StorageLocked);
        QCOMPARE(stored(), 0); // reading goes on
        other.release();
        QTRY_COMPARE(written, 1);
        QCOMPARE(m_queue->state(), CommitQueue::State::Running);
        // The next lock is as short as the first one was.
        QVERIFY(other.lock());
        m_queue->write<void>({}, insert(), this, {});
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Waiting);
        other.release();
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Running);
    }

    void aReadAmidATryDoesNotKeepItBlocked()
    {
        (void)awaited<void>([&](QObject* context, auto done) {
            m_queue->write<void>({}, insert(99), context, done, CommitQueue::WhenBlocked::Refuse);
        });
        QCOMPARE(m_queue->state(), CommitQueue::State::Blocked);
        m_queue->read<int>([](Database& db) { return countOf(db); }, this, {}); // busy with it
        m_queue->read<int>([](Database& db) { return countOf(db); }, this, {});
        m_queue->resume();
        QTRY_COMPARE(m_queue->state(), CommitQueue::State::Running);
    }
};

QTEST_GUILESS_MAIN(TestCommitQueue)
#include "tst_commitqueue.moc"
