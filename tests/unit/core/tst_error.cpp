// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/errorentry.h"
#include "core/ids.h"
#include "core/policy.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsRow()
    {
        QSet<QString> storedNames;
        for (int value = 0; value <= int(ErrorKind::Internal); ++value) {
            const ErrorEntry& entry = errorEntry(ErrorKind(value));
            QCOMPARE(entry.kind, ErrorKind(value));
            storedNames << QString::fromLatin1(entry.storedName);
            static const QRegularExpression word(u"^[a-z][A-Za-z]+$"_s);
            QVERIFY2(word.match(errorKindName(entry.kind)).hasMatch(), entry.wireName);
            const int code = int(entry.code);
            QVERIFY2((code <= -32000 && code >= -32008) || code == -32602, entry.wireName);

            const QString text = errorText({ entry.kind, u"DETAIL"_s });
            QVERIFY2(text.endsWith(u'.') || text.endsWith(u')') || text.contains(u':'),
                     qPrintable(text));
            QVERIFY(!text.contains(u"%1"_s));
        }
        QCOMPARE(storedNames.size(), int(ErrorKind::Internal) + 1);
    }

    //! Paths and answers come from anywhere.
    void aDetailTurnsNoWordsAround()
    {
        const QString text =
            errorText({ ErrorKind::FileUnreadable, u"/tmp/X\u202egnp.exe\x1b[2J"_s });
        QVERIFY2(text.contains(u"/tmp/Xgnp.exe[2J"), qPrintable(text));
        QVERIFY(errorText({ ErrorKind::FileUnreadable, QString(2 << 20, u'x') }).size() < 5'000);
    }

    //! One name on the wire has one code, or who reads only the code is misled.
    void aWireNameHasOneCode()
    {
        QHash<QString, int> codes;
        for (int value = 0; value <= int(ErrorKind::Internal); ++value) {
            const ErrorEntry& entry = errorEntry(ErrorKind(value));
            const QString name = errorKindName(entry.kind);
            QVERIFY2(codes.value(name, int(entry.code)) == int(entry.code), entry.wireName);
            codes.insert(name, int(entry.code));
        }
    }

    void aMessageMayHaveBeenSent_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("notBegun");
        QTest::addColumn<bool>("begun");
        QTest::addColumn<bool>("inPieces");
        // Nothing of it can have reached Zalo, or it can have once zca was started, or in any case.
        for (const ErrorKind kind : { ErrorKind::ZcaMissing,       ErrorKind::ZcaNotExecutable,
                                      ErrorKind::ZcaBroken,        ErrorKind::ZcaUsage,
                                      ErrorKind::NotLoggedIn,      ErrorKind::Expired,
                                      ErrorKind::Kicked,           ErrorKind::Duplicate,
                                      ErrorKind::NativeChannel,    ErrorKind::LoginRefused,
                                      ErrorKind::ThreadUnknown,    ErrorKind::Paused,
                                      ErrorKind::SendsTooMany,     ErrorKind::BadRequest,
                                      ErrorKind::FileUnreadable,   ErrorKind::FileTypeRefused,
                                      ErrorKind::FileTooLarge,     ErrorKind::PictureUnreadable,
                                      ErrorKind::MentionAmbiguous, ErrorKind::ZcaRefused,
                                      ErrorKind::NotSent }) {
            QTest::newRow(errorEntry(kind).storedName) << kind << false << false << false;
        }
        // What Zalo refuses may be the second piece of a text.
        for (const ErrorKind kind : { ErrorKind::ZaloRefused, ErrorKind::RateLimited }) {
            QTest::newRow(errorEntry(kind).storedName) << kind << false << false << true;
        }
        for (const ErrorKind kind :
             { ErrorKind::ZcaFailed, ErrorKind::ZcaSilent, ErrorKind::OutputTooLarge,
               ErrorKind::Offline, ErrorKind::TimedOut, ErrorKind::Cancelled }) {
            QTest::newRow(errorEntry(kind).storedName) << kind << false << true << true;
        }
        for (const ErrorKind kind :
             { ErrorKind::Uncertain, ErrorKind::NothingSent, ErrorKind::StorageFull,
               ErrorKind::StorageLocked, ErrorKind::Disconnected, ErrorKind::Internal }) {
            QTest::newRow(errorEntry(kind).storedName) << kind << true << true << true;
        }
    }

    void aMessageMayHaveBeenSent()
    {
        QFETCH(ErrorKind, kind);
        QTEST(possiblySent(kind, SendStage::NotBegun), "notBegun");
        QTEST(possiblySent(kind, SendStage::Begun), "begun");
        QTEST(possiblySent(kind, SendStage::BegunInPieces), "inPieces");
    }

    void detailStandsInTheSentence()
    {
        QCOMPARE(errorText({ ErrorKind::ApprovalNeeded, u"abc"_s }),
                 u"This Gateway waits for approval. Approve it on the companion's "
                 "machine: zalo-companion gateways approve abc"_s);
    }

    void profileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"default"_s << true;
        QTest::newRow("all kinds") << u"Shop_2-b"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("path") << u"../x"_s << false;
        QTest::newRow("accent") << u"tiệm"_s << false;
        QTest::newRow("an option of zca") << u"--help"_s << false;
        QTest::newRow("long") << QString(65, u'a') << false;
    }

    void profileNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(isProfileName(name), good);
    }

    void scaledPolicyScalesTimesAndKeepsCounts()
    {
        const Policy whole;
        const Policy tenth = whole.scaled(0.1);
        QCOMPARE(tenth.deliverDeadline, 3'000ms);
        QCOMPARE(tenth.reconnect.longest, 1'600ms);
        QCOMPARE(tenth.deliverTries, whole.deliverTries);
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
