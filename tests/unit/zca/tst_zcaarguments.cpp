// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaarguments.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

namespace {

const QString work = QStringLiteral("work");
const ThreadRef person { QStringLiteral("365"), false };
const ThreadRef group { QStringLiteral("772"), true };

ZcaProgram program(ZcaCapabilities capabilities)
{
    return { QStringLiteral("/zca"), QStringLiteral("1"), ZcaDialect::OpenZca, capabilities };
}

//! The arguments as one text; none of them here holds a bar.
QString joined(const QStringList& arguments)
{
    return arguments.join(u'|');
}

} // namespace

class TestZcaArguments : public QObject
{
    Q_OBJECT

private slots:
    void withoutACommandOfItsOwnItIsAFile_data()
    {
        QTest::addColumn<ZcaProgram>("zca");
        const ZcaCapabilities both = ZcaCapability::MsgVideo | ZcaCapability::MsgVoice;
        QTest::newRow("zca-cli without them")
            << ZcaProgram { QStringLiteral("/zca"), QStringLiteral("1"), ZcaDialect::ZcaCli, {} };
        QTest::newRow("openzca, where they cost the listener its connection") << program(both);
    }

    void withoutACommandOfItsOwnItIsAFile()
    {
        QFETCH(ZcaProgram, zca);
        const QString path = QStringLiteral("/a b.mp4");
        const QStringList file = zcaargs::sendFile(work, group, path);
        QCOMPARE(zcaargs::sendVideo(work, group, path, zca), file);
        QCOMPARE(zcaargs::sendVoice(work, group, path, zca), file);
    }

    void imagesByTheirEnding()
    {
        QVERIFY(zcaargs::isImage(QStringLiteral("/a.b/Ảnh.JPG")));
        QVERIFY(zcaargs::isImage(QStringLiteral("/a.gif")));
        for (const char* other : { "/a.heic", "/a.svg", "/png", "/a.png/b", "/a.png.pdf" }) {
            QVERIFY2(!zcaargs::isImage(QString::fromLatin1(other)), other);
        }
    }

    void exactLists_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* expected, const QStringList& arguments) {
            QTest::newRow(expected) << arguments << QString::fromUtf8(expected);
        };
        const ZcaProgram all = program(ZcaCapability::SendRaw | ZcaCapability::ListenRaw
                                       | ZcaCapability::Supervised | ZcaCapability::Heartbeat);
        const ZcaProgram none = program({});
        using namespace zcaargs;
        row("--version", version());
        row("--help", help(ZcaHelpPage::Root));
        row("auth|login|--help", help(ZcaHelpPage::AuthLogin));
        row("listen|--help", help(ZcaHelpPage::Listen));
        row("msg|--help", help(ZcaHelpPage::Msg));
        row("msg|send|--help", help(ZcaHelpPage::MsgSend));
        row("--profile|work|auth|login|--qr-path|/run/q.png",
            authLogin(work, QStringLiteral("/run/q.png")));
        row("--profile|work|auth|login|--qr-base64", authLoginBase64(work));
        row("--profile|work|auth|status", authStatus(work));
        row("--profile|work|auth|logout", authLogout(work));
        row("--profile|work|me|info|-j", meInfo(work));
        row("--profile|work|friend|list|-j", friendList(work));
        row("--profile|work|friend|find|-j|--|-x", friendFind(work, QStringLiteral("-x")));
        row("--profile|work|group|list|-j", groupList(work));
        row("--profile|work|group|members|-j|--|772", groupMembers(work, group.id));
        row("--profile|work|msg|send|--raw|365|--|- là gì",
            sendText(work, person, QStringLiteral("- là gì"), all));
        row("--profile|work|msg|send|-g|--raw|772|--|$(x) \"y\"\n\\z",
            sendText(work, group, QStringLiteral("$(x) \"y\"\n\\z"), all));
        row("--profile|work|msg|send|365|--|a", sendText(work, person, QStringLiteral("a"), none));
        row("--profile|work|msg|image|-g|-m|- đẹp|772|--|/a b.png",
            sendImage(work, group, QStringLiteral("/a b.png"), QStringLiteral("- đẹp")));
        row("--profile|work|msg|image|365|--|/a.png",
            sendImage(work, person, QStringLiteral("/a.png"), {}));
        row("--profile|work|msg|upload|-g|--|/a.pdf|772",
            sendFile(work, group, QStringLiteral("/a.pdf")));
        const ZcaProgram cli { QStringLiteral("/zca"), QStringLiteral("1"), ZcaDialect::ZcaCli,
                               ZcaCapability::MsgVideo | ZcaCapability::MsgVoice };
        row("--profile|work|msg|video|-g|772|--|/a.mp4",
            sendVideo(work, group, QStringLiteral("/a.mp4"), cli));
        row("--profile|work|msg|voice|365|--|/a.m4a",
            sendVoice(work, person, QStringLiteral("/a.m4a"), cli));
        row("--profile|work|msg|link|365|--|https://x/?a=1&b",
            sendLink(work, person, QStringLiteral("https://x/?a=1&b")));
        row("--profile|work|msg|typing|-g|772", typing(work, group));
        row("--profile|work|listen|--raw|--supervised|--heartbeat-ms|30000",
            listen(work, all, 30s));
        row("--profile|work|listen|--raw|--supervised",
            listen(work, program(ZcaCapability::ListenRaw | ZcaCapability::Supervised), 30s));
        row("--profile|work|listen|-r", listen(work, none, 30s));
    }

    void exactLists()
    {
        QFETCH(QStringList, arguments);
        QTEST(joined(arguments), "expected");
    }

    void aNulCannotCutAText()
    {
        const QStringList arguments =
            zcaargs::sendText(work, person, QStringLiteral("a") + QChar(0) + u'b', program({}));
        QCOMPARE(arguments.last(), QStringLiteral("ab"));
    }
};

QTEST_APPLESS_MAIN(TestZcaArguments)
#include "tst_zcaarguments.moc"
