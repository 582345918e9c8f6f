// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaerrors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::FakeZca;
using zalo::test::recorded;

Q_DECLARE_METATYPE(zalo::ErrorKind)

class TestZcaErrors : public QObject
{
    Q_OBJECT

private slots:
    void wordsHaveAKind_data()
    {
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* words, ErrorKind kind) {
            QTest::newRow(words) << QByteArray(words) << kind;
        };
        row("Error: Profile \"nope\" does not exist. Create it with: account add nope",
            ErrorKind::NotLoggedIn);
        row("Error: Profile default: not logged in", ErrorKind::NotLoggedIn);
        row("Error: Profile \"a\" has no credentials. Run: auth login", ErrorKind::NotLoggedIn);
        row("Error: No saved credentials for profile \"a\". Run: openzca auth login",
            ErrorKind::NotLoggedIn);
        row("Error: Failed to fetch server info: zpw_sek bị thiếu hoặc không đúng",
            ErrorKind::Expired);
        row("Error: Đăng nhập thất bại", ErrorKind::LoginRefused);
        row("Error: Failed to fetch login info: Internal Server Error", ErrorKind::ZaloRefused);
        row("Error: Failed to fetch server info: Bad Gateway", ErrorKind::ZaloRefused);
        row("Error: Failed to fetch server info: Vượt quá số request cho phép",
            ErrorKind::RateLimited);
        // zca's own refusals
        row("Error: File extension \"exe\" is not allowed", ErrorKind::FileTypeRefused);
        row("Error: File a b.mp4 size exceed maximum size of 1024MB", ErrorKind::FileTooLarge);
        row("Error: Cannot read image size: /tmp/a.png", ErrorKind::PictureUnreadable);
        row("Error: unsupported file type: undefined", ErrorKind::PictureUnreadable);
        row("Error: Invalid PNG", ErrorKind::PictureUnreadable);
        row("Error: Corrupt JPG, exceeded buffer limits", ErrorKind::PictureUnreadable);
        row("Error: Failed to get gif metadata", ErrorKind::PictureUnreadable);
        row("Error: Ambiguous mention \"@Lan\": matched multiple group members.",
            ErrorKind::MentionAmbiguous);
        row("Error: Missing message content", ErrorKind::ZcaRefused);
        row("Error: No valid voice attachment generated. Use an audio file (e.g. .aac, .mp3).",
            ErrorKind::ZcaRefused);
        row("Error: Failed to download URL: https://a/b.png (404)", ErrorKind::ZcaRefused);
        row("Error: Active listener owner detected for profile \"a\" (pid 7), but upload IPC is "
            "unavailable.",
            ErrorKind::ZcaRefused);
        row("Error: Sticker 404 not found.", ErrorKind::ZcaRefused);
        row("Error: Unsupported reaction \"🎉\". Use emoji (e.g. ❤️) or one of Reactions "
            "enum "
            "values.",
            ErrorKind::ZcaRefused);
        row("Error: Missing reply message cliMsgId.", ErrorKind::ZcaRefused);
        row("Error: Reply message belongs to a different thread.", ErrorKind::ZcaRefused);
        row("Error: The `group.poll` quote type is not available", ErrorKind::ZcaRefused);
        row("Error: Tham số không hợp lệ", ErrorKind::ZaloRefused);
        row("Error: fetch failed", ErrorKind::Offline);
        row("Error: getaddrinfo ENOTFOUND id.zalo.me", ErrorKind::Offline);
        row("Error: connect ETIMEDOUT 1.2.3.4:443", ErrorKind::Offline);
        row("Error: Vượt quá số request cho phép", ErrorKind::RateLimited);
        row("Error: refused (code 221)", ErrorKind::RateLimited);
        row("Error: Không thể nhận tin nhắn từ bạn.", ErrorKind::ZaloRefused);
        row("Error: Group not found: 999", ErrorKind::ThreadUnknown);
        row("Error: Another openzca listener already owns profile \"default\" (pid 41).",
            ErrorKind::Duplicate);
        row("Error: Unable to acquire listener ownership for profile \"a\".", ErrorKind::Duplicate);
        row("Error: File not found: /tmp/a.png", ErrorKind::FileUnreadable);
        row("Error: Cannot get scan result", ErrorKind::LoginExpired);
        row("Error: Cannot get confirm result", ErrorKind::LoginExpired);
        row("error: unknown command 'mgs'", ErrorKind::ZcaUsage);
        row("Error: Can't get account info", ErrorKind::ZcaFailed);
        row("", ErrorKind::ZcaFailed);
        row("\x1b[31mError: fetch failed\x1b[0m", ErrorKind::Offline);
        row("Warning: slow\nError: fetch failed\n    at node:internal", ErrorKind::Offline);
    }

    void wordsHaveAKind()
    {
        QFETCH(QByteArray, err);
        QTEST(zcaError(1, {}, err).kind, "kind");
    }

    void recordedErrors_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("login") << u"login-expired.err"_s << ErrorKind::LoginExpired;
        QTest::newRow("dash") << u"msg-send-leading-dash.err"_s << ErrorKind::ZcaUsage;
        QTest::newRow("missing") << u"usage-missing.err"_s << ErrorKind::ZcaUsage;
    }

    void recordedErrors()
    {
        QFETCH(QString, file);
        QTEST(zcaError(1, {}, recorded(file)).kind, "kind");
    }

    void wordsOnStdoutCountWhereStderrIsEmpty()
    {
        QCOMPARE(zcaError(1, "Error: fetch failed\n", {}).kind, ErrorKind::Offline);
        QCOMPARE(zcaError(1, "Error: fetch failed\n", "Error: Group not found: 1").kind,
                 ErrorKind::ThreadUnknown);
    }

    void zalosOwnWordsAreTold()
    {
        QCOMPARE(zcaError(1, {}, "Error: Không thể nhận tin nhắn từ bạn.").detail,
                 u"Không thể nhận tin nhắn từ bạn."_s);
    }

    void whatIsWrongWithAFileIsTold()
    {
        QCOMPARE(zcaError(1, {}, "Error: File extension \"exe\" is not allowed").detail, u"exe"_s);
        QCOMPARE(zcaError(1, {}, "Error: File a.mp4 size exceed maximum size of 1024MB").detail,
                 u"1024MB"_s);
        // A name is somebody's.
        QCOMPARE(zcaError(1, {}, "Error: Ambiguous mention \"@Lan\": matched multiple").detail,
                 QString());
    }

    void theOwnersPidIsTold()
    {
        const QByteArray err =
            "Error: Another openzca listener already owns profile \"default\" (pid 41).";
        QCOMPARE(zcaError(1, {}, err).detail, u"pid 41"_s);
    }

    void neitherTextsNorNumbersAreTold_data()
    {
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<QString>("secret");
        QTest::newRow("text taken for an option")
            << recorded(u"msg-send-leading-dash.err"_s) << u"là gì"_s;
        QTest::newRow("phone number")
            << QByteArray("Error: No user has 0901234567") << u"0901234567"_s;
        QTest::newRow("in a refusal of zca's")
            << QByteArray("Error: Failed to download URL: https://a/0901234567 (404)")
            << u"0901234567"_s;
        QTest::newRow("in Zalo's words")
            << QByteArray("Error: Không tìm thấy +84901234567") << u"901234567"_s;
    }

    void neitherTextsNorNumbersAreTold()
    {
        QFETCH(QByteArray, err);
        QFETCH(QString, secret);
        const Error error = zcaError(1, {}, err);
        QVERIFY(!error.detail.isEmpty());
        QVERIFY2(!error.detail.contains(secret), qPrintable(error.detail));
    }

    void anUnknownOptionOfOursIsTold()
    {
        QCOMPARE(zcaError(1, {}, "error: unknown option '--raw'\n\nUsage: zca").detail, u"--raw"_s);
    }

    void anInterpreterThatIsMissing()
    {
        const Error error = zcaError(127, {}, "/usr/bin/env: 'node': No such file or directory");
        QCOMPARE(error.kind, ErrorKind::ZcaBroken);
        QVERIFY(error.detail.contains(u"node"_s));
    }

    void whyAProgramDidNotStart()
    {
        FakeZca zca;
        ZcaExit failed;
        failed.startFailed = true;
        failed.startError = u"no interpreter"_s;
        QCOMPARE(zcaStartError(zca.path(u"gone"_s), failed).kind, ErrorKind::ZcaMissing);
        const QString plain = zca.script(u"plain"_s, "");
        QFile::setPermissions(plain, QFile::ReadOwner);
        QCOMPARE(zcaStartError(plain, failed), (Error { ErrorKind::ZcaNotExecutable, plain }));
        const Error broken = zcaStartError(zca.script(""), failed);
        QCOMPARE(broken, (Error { ErrorKind::ZcaBroken, failed.startError }));
        failed.machineFull = true; // which says nothing of the program
        QCOMPARE(zcaStartError(zca.path(u"gone"_s), failed).kind, ErrorKind::MachineFull);
    }

    void whatASendMayHaveDone_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("uncertain");
        QTest::newRow("deadline") << ErrorKind::TimedOut << true;
        QTest::newRow("cancelled") << ErrorKind::Cancelled << true;
        QTest::newRow("connection") << ErrorKind::Offline << true;
        QTest::newRow("unknown words") << ErrorKind::ZcaFailed << true;
        QTest::newRow("refused") << ErrorKind::ZaloRefused << false;
        QTest::newRow("221") << ErrorKind::RateLimited << false;
        QTest::newRow("cookie") << ErrorKind::Expired << false;
        QTest::newRow("its own refusal") << ErrorKind::FileTypeRefused << false;
        QTest::newRow("refused login") << ErrorKind::LoginRefused << false;
        QTest::newRow("usage") << ErrorKind::ZcaUsage << false;
        QTest::newRow("cannot run") << ErrorKind::ZcaBroken << false;
    }

    void whatASendMayHaveDone()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(bool, uncertain);
        const Error error = zcaSendError({ kind, u"why"_s });
        QCOMPARE(error.kind, uncertain ? ErrorKind::Uncertain : kind);
        QCOMPARE(error.detail, u"why"_s);
    }
};

QTEST_APPLESS_MAIN(TestZcaErrors)
#include "tst_zcaerrors.moc"
