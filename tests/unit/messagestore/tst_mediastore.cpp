// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "messagestore/mediastore.h"
#include "temporarystore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct stat factsOf(const QString& path)
{
    struct stat facts
    {
    };
    ::lstat(QFile::encodeName(path).constData(), &facts);
    return facts;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

InboundRow withFiles(const QString& msgId, const QStringList& paths)
{
    InboundRow row = inboundRow(0);
    row.msgId = msgId;
    row.receivedMs = QDateTime::currentMSecsSinceEpoch();
    QJsonArray media;
    for (const QString& path : paths) {
        media.append(QJsonObject { { u"kind"_s, u"image"_s }, { u"path"_s, path } });
    }
    row.payload[u"media"_s] = media;
    return row;
}

QJsonObject entry(const Result<QJsonObject>& payload, int index = 0)
{
    return payload ? (*payload)[u"media"][index].toObject() : QJsonObject();
}

} // namespace

class TestMediaStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString media() const { return m_folder->filePath(u"media"_s); }

    //! As zca leaves it.
    QString download(const QString& name, const QByteArray& bytes = "ảnh") const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                : QString();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkdir(media()));
    }

    void aFileOutlivesZcasOwn()
    {
        const QString own = download(u"1-aa.PNG"_s);
        QVERIFY(
            QFile::setPermissions(own, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const struct stat before = factsOf(own);
        const auto payload = mediastore::keep(media(), FileGuard(), withFiles(u"71"_s, { own }));
        QVERIFY(payload);
        QCOMPARE((*payload)[u"text"], inboundRow(0).payload[u"text"]);
        const QString kept = entry(payload)[u"path"].toString();
        QCOMPARE(kept, media() + u"/default/71-t1_0.png"_s);
        // Whoever may write to zca's file does not write to ours, which the agent reads later.
        QVERIFY(factsOf(kept).st_ino != factsOf(own).st_ino);
        QCOMPARE(factsOf(own).st_mode & 07777, before.st_mode & 07777);
        QCOMPARE(factsOf(kept).st_mode & 07777, 0600u);
        QCOMPARE(factsOf(media() + u"/default"_s).st_mode & 07777, 0700u);
        QVERIFY(QFile::remove(own));
        QCOMPARE(contentOf(kept), QByteArray("ảnh"));
        // Taken in again, as after an end between the file and its row.
        QCOMPARE(entry(mediastore::keep(media(), FileGuard(), withFiles(u"71"_s, { own }))),
                 entry(payload));
    }

    void messagesOfOneIdInTwoThreadsHaveFilesOfTheirOwn()
    {
        QList<QByteArray> contents;
        for (const QString& thread : { u"t1"_s, u"t2"_s }) {
            InboundRow row = withFiles(u"76"_s, { download(thread + u".png"_s, thread.toUtf8()) });
            row.thread.id = thread;
            contents << contentOf(
                entry(mediastore::keep(media(), FileGuard(), row))[u"path"].toString());
        }
        QCOMPARE(contents, (QList<QByteArray> { "t1", "t2" }));
    }

    void aFileOfAnotherDiskIsCopied()
    {
        QFile own(u"/dev/shm/zalo-tst-mediastore-%1.jpg"_s.arg(QCoreApplication::applicationPid()));
        const QByteArray bytes(300'000, 'z');
        if (!own.open(QFile::WriteOnly) || factsOf(own.fileName()).st_dev == factsOf(media()).st_dev
            || own.write(bytes) != bytes.size()) {
            QSKIP("there is no second disk");
        }
        own.close();
        const QString kept = entry(mediastore::keep(
            media(), FileGuard(), withFiles(u"72"_s, { own.fileName() })))[u"path"]
                                 .toString();
        QVERIFY(own.remove());
        QCOMPARE(kept, media() + u"/default/72-t1_0.jpg"_s);
        QCOMPARE(contentOf(kept), bytes);
        QCOMPARE(factsOf(kept).st_mode & 07777, 0600u);
        QCOMPARE(mediastore::list(media()).size(), 1);
    }

    void whatIsNoFileIsMissing()
    {
        const QString link = m_folder->filePath(u"link.png"_s);
        QVERIFY(QFile::link(download(u"real.png"_s), link));
        const QStringList paths { m_folder->filePath(u"gone.png"_s), link, m_folder->path(),
                                  download(u"there.png"_s) };
        const auto payload = mediastore::keep(media(), FileGuard(), withFiles(u"73"_s, paths));
        QVERIFY(payload);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(entry(payload, i)[u"missing"].toBool(), true);
            QVERIFY(!entry(payload, i).contains(u"path"));
            QCOMPARE(entry(payload, i)[u"kind"].toString(), u"image"_s);
        }
        QVERIFY(QFile::exists(entry(payload, 3)[u"path"].toString()));
        QVERIFY(!entry(payload, 3).contains(u"missing"));
    }

    //! A disk that cannot be read concerns one file, not the relay.
    void whatCannotBeReadIsMissing()
    {
        const QString unreadable = u"/proc/self/mem"_s; // a file whose first byte gives EIO
        const auto payload = mediastore::keep(
            media(), FileGuard(), withFiles(u"75"_s, { unreadable, download(u"a.png"_s) }));
        QVERIFY(payload);
        QCOMPARE(entry(payload, 0)[u"missing"].toBool(), true);
        QVERIFY(QFile::exists(entry(payload, 1)[u"path"].toString()));
        QCOMPARE(mediastore::list(media()).size(), 1);
    }

    void whatExceedsZcasBoundsStaysThere()
    {
        QStringList paths;
        for (int i = 0; i < 5; ++i) {
            paths << download(QString::number(i) + u".png"_s);
        }
        QVERIFY(QFile::resize(paths.at(1), 20 * 1024 * 1024));
        QVERIFY(QFile::resize(paths.at(2), 20 * 1024 * 1024 + 1));
        const auto payload = mediastore::keep(media(), FileGuard(), withFiles(u"74"_s, paths));
        QCOMPARE(entry(payload, 1)[u"path"].toString(), media() + u"/default/74-t1_1.png"_s);
        QCOMPARE(entry(payload, 2)[u"path"].toString(), paths.at(2));
        QCOMPARE(entry(payload, 4)[u"path"].toString(), paths.at(4));
        QCOMPARE(mediastore::list(media()).size(), 3);
    }

    void anIdIsNeverAPath()
    {
        const QString id = u"../-ü/.x"_s;
        const QString kept = entry(mediastore::keep(media(), FileGuard(),
                                                    withFiles(id, { download(u"a.b"_s) })))[u"path"]
                                 .toString();
        QCOMPARE(QFileInfo(kept).path(), media() + u"/default"_s);
        QCOMPARE(mediastore::list(media()).size(), 1);
        const mediastore::File file = mediastore::list(media()).first();
        QCOMPARE(file.msgId, id);
        QCOMPARE(file.profile, home);
        QCOMPARE(file.path, kept);
    }

    //! A message that is handed over again may be older than its files.
    void whatIsGoneIsFetchedAgainOrMissing()
    {
        const QString here = download(u"here.png"_s);
        const QString gone = m_folder->filePath(u"gone.png"_s);
        InboundRow row = withFiles(u"1"_s, { here, gone, gone });
        QJsonArray media = row.payload[u"media"].toArray();
        QJsonObject fetched = media.at(2).toObject();
        fetched[u"url"_s] = u"https://f1.zdn.vn/a"_s;
        media[2] = fetched;
        row.payload[u"media"_s] = media;
        const QJsonObject left = mediastore::withoutGone(row.payload);
        QCOMPARE(left[u"media"][0], media.at(0));
        QCOMPARE(left[u"media"][1][u"missing"], QJsonValue(true));
        QVERIFY(left[u"media"][2][u"path"].isUndefined());
        QVERIFY(mediastore::wantsFetching(left));
    }

    //! A file lives as long as somebody may still read its message.
    void filesGoWithTheirMessages()
    {
        TemporaryStore store;
        store.options.mediaFolder = media();
        QVERIFY(store.open());
        const QStringList ids { u"waiting"_s, u"dead"_s, u"taken"_s, u"answered"_s,
                                u"discarded"_s };
        for (const QString& id : ids) {
            InboundRow row = withFiles(id, { download(id + u".png"_s) });
            row.thread.id = id;
            QVERIFY(store.append(row));
        }
        const auto seq = [&](const QString& id) {
            return (*awaited<std::optional<InboundRow>>([&](QObject* on, auto done) {
                       store->inbound().nextWaiting({ home, owner, { id, false } }, on, done);
                   }))
                ->seq;
        };
        store->inbound().markDead(home, seq(u"dead"_s), 5, { ErrorKind::TimedOut, {} }, this, {});
        store->inbound().markAccepted(home, seq(u"taken"_s), this, {});
        store->inbound().markAccepted(home, seq(u"answered"_s), this, {});
        store->inbound().recordOutcome(home, u"answered"_s, {}, InboundOutcome::Dispatched, {},
                                       this, {});
        QVERIFY(awaited<std::optional<InboundRow>>([&](QObject* on, auto done) {
            store->inbound().discard(home, seq(u"discarded"_s), on, done);
        }));
        QVERIFY(mediastore::keep(media(), FileGuard(),
                                 withFiles(u"nobodys"_s, { download(u"n.png"_s) })));
        const auto left = [&] {
            QStringList left;
            for (const mediastore::File& file : mediastore::list(media())) {
                left << file.msgId;
            }
            left.sort();
            return left.join(u' ');
        };
        store->retention().purgeMedia(1h);
        QTRY_COMPARE(left(), u"answered dead nobodys taken waiting"_s);
        store->retention().purgeMedia(-1s);
        QTRY_COMPARE(left(), u"dead taken waiting"_s);
        const InboundRow row = *(*awaited<std::optional<InboundRow>>([&](QObject* on, auto done) {
            store->inbound().nextWaiting({ home, owner, { u"waiting"_s, false } }, on, done);
        }));
        QCOMPARE(row.payload[u"media"][0][u"path"].toString(),
                 media() + u"/default/waiting-waiting_0.png"_s);
    }

    //! Files are kept elsewhere than rows are written; no message passes one of its own thread.
    void messagesKeepTheirOrderWhileFilesAreKept()
    {
        test::TemporaryStore store;
        store.options.mediaFolder = media();
        QVERIFY(store.open());
        int answered = 0;
        for (int i = 0; i < 40; ++i) {
            const QString id = QString::number(i);
            InboundRow row = i % 2 == 0 ? withFiles(id, { download(id + u".png"_s, "bytes") })
                                        : test::inboundRow(i);
            row.msgId = id;
            row.thread = { u"t1"_s, false };
            store->inbound().append(row, this, [&](const Result<bool>& stored) {
                answered += stored && *stored ? 1 : 0;
            });
        }
        QTRY_COMPARE(answered, 40);
        const auto page = awaited<ActivityList>(
            [&](QObject* on, auto done) { store->activity().page({}, on, done); });
        QVERIFY(page);
        QList<std::pair<qint64, QString>> rows; // in the order in which they were stored
        for (const ActivityItem& item : page->items) {
            rows.append({ item.id, item.messageId });
        }
        std::sort(rows.begin(), rows.end());
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(rows.at(i).second, QString::number(i));
        }
    }

    //! A message comes before it is known who is logged in, and its file takes longer than that: it
    //! is theirs all the same, and nobody's for no time.
    void whatIsStillBeingKeptIsClaimedToo()
    {
        test::TemporaryStore store;
        store.options.mediaFolder = media();
        QVERIFY(store.open());
        int answered = 0;
        for (int i = 0; i < 10; ++i) {
            const QString id = QString::number(i);
            InboundRow row = withFiles(id, { download(id + u".png"_s, "bytes") });
            row.account.clear();
            store->inbound().append(row, this, [&](const Result<bool>&) { ++answered; });
        }
        QVERIFY(awaited<void>([&](QObject* on, auto done) {
            store->accounts().claim(home, owner, u"Minh Anh"_s, on, done);
        }));
        QCOMPARE(answered, 10);
        const auto lanes = awaited<QList<WaitingLane>>(
            [&](QObject* on, auto done) { store->inbound().waitingLanes(home, owner, on, done); });
        QVERIFY(lanes);
        QCOMPARE(lanes->size(), 1);
        QCOMPARE(lanes->at(0).count, 10);
    }

    //! Whoever tidies up must not take a file that a row has just taken in.
    void aFileThatIsTakenInAnewIsYoung()
    {
        const QString own = download(u"9.png"_s);
        const auto kept = [&] {
            return mediastore::keep(media(), FileGuard(), withFiles(u"9"_s, { own }));
        };
        QVERIFY(kept());
        const mediastore::File before = mediastore::list(media()).first();
        QTRY_VERIFY(kept() && mediastore::list(media()).first().sinceMs > before.sinceMs);
        mediastore::remove(before);
        QCOMPARE(mediastore::list(media()).size(), 1);
        mediastore::remove(mediastore::list(media()).first());
        QVERIFY(mediastore::list(media()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMediaStore)
#include "tst_mediastore.moc"
