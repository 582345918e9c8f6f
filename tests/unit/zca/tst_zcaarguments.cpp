// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaarguments.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;

namespace {

const QString work = u"work"_s;
const ThreadRef person { u"365"_s, false };
const ThreadRef group { u"772"_s, true };

ZcaProgram program(ZcaCapabilities capabilities)
{
    return { u"/zca"_s, u"1"_s, ZcaDialect::OpenZca, capabilities };
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
            << ZcaProgram { u"/zca"_s, u"1"_s, ZcaDialect::ZcaCli, {} };
        QTest::newRow("openzca, where they cost the listener its connection") << program(both);
    }

    void withoutACommandOfItsOwnItIsAFile()
    {
        QFETCH(ZcaProgram, zca);
        const QString path = u"/a b.mp4"_s;
        const QStringList file = zcaargs::sendFile(work, group, path);
        QCOMPARE(zcaargs::sendVideo(work, group, path, zca), file);
        QCOMPARE(zcaargs::sendVoice(work, group, path, zca), file);
    }

    void imagesByTheirEnding()
    {
        QVERIFY(zcaargs::isImage(u"/a.b/Ảnh.JPG"_s));
        QVERIFY(zcaargs::isImage(u"/a.gif"_s));
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
        const MessageName named { u"7"_s, u"8"_s };
        using namespace zcaargs;
        row("--version", version());
        row("--help", help(ZcaHelpPage::Root));
        row("auth|login|--help", help(ZcaHelpPage::AuthLogin));
        row("listen|--help", help(ZcaHelpPage::Listen));
        row("msg|--help", help(ZcaHelpPage::Msg));
        row("msg|send|--help", help(ZcaHelpPage::MsgSend));
        row("--profile|work|auth|login|--qr-path|/run/q.png", authLogin(work, u"/run/q.png"_s));
        row("--profile|work|auth|login|--qr-base64", authLoginBase64(work));
        row("--profile|work|auth|status", authStatus(work));
        row("--profile|work|auth|logout", authLogout(work));
        row("--profile|work|me|info|-j", meInfo(work));
        row("--profile|work|friend|list|-j", friendList(work));
        row("--profile|work|friend|find|-j|--|-x", friendFind(work, u"-x"_s));
        row("--profile|work|group|list|-j", groupList(work));
        row("--profile|work|group|members|-j|--|772", groupMembers(work, group.id));
        row("--profile|work|msg|send|--raw|365|--|- là gì",
            sendText(work, person, { u"- là gì"_s, {} }, all));
        row("--profile|work|msg|send|-g|--raw|772|--|$(x) \"y\"\n\\z",
            sendText(work, group, { u"$(x) \"y\"\n\\z"_s, {} }, all));
        const StyleSpans bold { { 0, 1, TextStyle::Bold } };
        const ZcaProgram styled =
            program(ZcaCapability::SendRaw | ZcaCapability::TextStyles | ZcaCapability::SendReply);
        row("--profile|work|msg|send|365|--|{small}**a**{/small}",
            sendText(work, person, { u"a"_s, bold }, styled));
        row("--profile|work|msg|send|--raw|365|--|a",
            sendText(work, person, { u"a"_s, bold }, all));
        row("--profile|work|msg|send|--raw|365|--|@a",
            sendText(work, person, { u"@a"_s, {} }, styled));
        row("--profile|work|msg|send|-g|--raw|772|--|@a",
            sendText(work, group, { u"@a"_s, { { 0, 2, TextStyle::Mention } } }, styled));
        row("--profile|work|msg|send|-g|--raw|772|--|\u200b@a",
            sendText(work, group, { u"@a"_s, {} }, styled));
        row("--profile|work|msg|send|365|--|a", sendText(work, person, { u"a"_s, {} }, none));
        row("--profile|work|msg|send|--reply-message|{}|--raw|365|--|a",
            sendText(work, person, { u"a"_s, {} }, styled, u"{}"_s));
        row("--profile|work|msg|send|--reply-message|{}|365|--|{small}**a**{/small}",
            sendText(work, person, { u"a"_s, bold }, styled, u"{}"_s));
        row("--profile|work|msg|send|-g|772|--|a",
            sendText(work, group, { u"a"_s, {} }, none, u"{}"_s));
        row("--profile|work|msg|image|-g|-m|- đẹp|772|--|/a b.png",
            sendImage(work, group, u"/a b.png"_s, u"- đẹp"_s));
        row("--profile|work|msg|image|365|--|/a.png", sendImage(work, person, u"/a.png"_s, {}));
        row("--profile|work|msg|upload|-g|--|/a.pdf|772", sendFile(work, group, u"/a.pdf"_s));
        const ZcaProgram cli { u"/zca"_s, u"1"_s, ZcaDialect::ZcaCli,
                               ZcaCapability::MsgVideo | ZcaCapability::MsgVoice };
        row("--profile|work|msg|video|-g|772|--|/a.mp4", sendVideo(work, group, u"/a.mp4"_s, cli));
        row("--profile|work|msg|voice|365|--|/a.m4a", sendVoice(work, person, u"/a.m4a"_s, cli));
        row("--profile|work|msg|link|365|--|https://x/?a=1&b",
            sendLink(work, person, u"https://x/?a=1&b"_s));
        row("--profile|work|msg|sticker|-g|772|--|21978", sendSticker(work, group, u"21978"_s));
        row("--profile|work|msg|react|-g|--|7|8|772|--b", react(work, group, named, u"--b"_s));
        row("--profile|work|msg|react|--|7|8|365|", react(work, person, named, {}));
        row("--profile|work|msg|undo|-g|--|7|8|772", undo(work, group, named));
        row("--profile|work|msg|recent|-g|-n|200|-j|772", recent(work, group.id, 200));
        row("--profile|work|msg|typing|-g|772", typing(work, group));
        row("--profile|work|listen|--raw|--supervised|--heartbeat-ms|30000",
            listen(work, all, 30s));
        row("--profile|work|listen|--raw|--supervised",
            listen(work, program(ZcaCapability::ListenRaw | ZcaCapability::Supervised), 30s));
        row("--profile|work|listen|-r", listen(work, none, 30s));
        row("--profile|work|listen|-r", listen(work, none, 30s, ListenDatabase::Off));
        row("--profile|work|listen|-r|--no-db",
            listen(work, program(ZcaCapability::NoDatabase), 30s, ListenDatabase::Off));
        row("--profile|work|listen|-r", listen(work, program(ZcaCapability::NoDatabase), 30s));
        row("--profile|work|db|enable|--path|/run/a b.sqlite",
            dbEnable(work, u"/run/a b.sqlite"_s));
        row("--profile|work|db|status|--json", dbStatus(work));
        row("--profile|work|db|disable", dbDisable(work));
        row("--profile|work|db|sync|chats|--json|-n|200", dbSyncChats(work, 200));
        row("--profile|work|db|chat|list|--json", dbChatList(work));
        row("--profile|work|db|chat|messages|--json|--since|3s|--limit|9|--|365",
            dbChatMessages(work, person.id, 2'001ms, 9));
    }

    void exactLists()
    {
        QFETCH(QStringList, arguments);
        QTEST(joined(arguments), "expected");
    }

    void aNulCannotCutAText()
    {
        const QStringList arguments =
            zcaargs::sendText(work, person, { u"a"_s + QChar(0) + u'b', {} }, program({}));
        QCOMPARE(arguments.last(), u"ab"_s);
    }
};

QTEST_APPLESS_MAIN(TestZcaArguments)
#include "tst_zcaarguments.moc"
