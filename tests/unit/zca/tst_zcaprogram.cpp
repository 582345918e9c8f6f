// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaprogram.h"

#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;
using zalo::test::recorded;

class TestZcaProgram : public QObject
{
    Q_OBJECT

private slots:
    void capabilitiesOfTheRealProgram()
    {
        using C = ZcaCapability;
        const auto page = [](const char* name) {
            return QString::fromUtf8(recorded(QString::fromLatin1(name)));
        };
        QCOMPARE(zcaCapabilitiesIn(ZcaHelpPage::AuthLogin, page("help-auth-login.out")),
                 C::QrPath | C::QrBase64);
        QCOMPARE(zcaCapabilitiesIn(ZcaHelpPage::Listen, page("help-listen.out")),
                 C::Supervised | C::Heartbeat | C::ListenRaw | C::NoDatabase);
        QCOMPARE(zcaCapabilitiesIn(ZcaHelpPage::MsgSend, page("help-msg-send.out")),
                 C::SendRaw | C::TextStyles | C::SendReply);
        QCOMPARE(zcaCapabilitiesIn(ZcaHelpPage::Root, page("help.out")),
                 ZcaCapabilities(C::Database));
    }

    void commandsOfTheirOwn()
    {
        using C = ZcaCapability;
        const auto found = [](const char* help) {
            return zcaCapabilitiesIn(ZcaHelpPage::Msg, QString::fromLatin1(help));
        };
        QCOMPARE(found("Commands:\n  video [options] <threadId> [file]  Send video(s)\n"
                       "  voice [options] <threadId> [file]  Send a voice message\n"),
                 C::MsgVideo | C::MsgVoice);
        QCOMPARE(found("Commands:\n  upload <file>  Upload a video or voice file\n"),
                 ZcaCapabilities());
    }

    void whatCanBeDoneWithMessages()
    {
        using C = ZcaCapability;
        using A = MessageAction;
        const ZcaCapabilities found =
            zcaCapabilitiesIn(ZcaHelpPage::Msg,
                              u"  sticker [options] <threadId> <stickerId>  Send a sticker\n"
                              "  react [options] <msgId> <cliMsgId> <threadId>  React\n"
                              "  undo [options] <msgId> <cliMsgId> <threadId>  Recall\n"
                              "  recent [options] <threadId>  List recent messages\n"_s);
        QCOMPARE(found, C::MsgSticker | C::MsgReact | C::MsgUndo | C::MsgRecent);
        const auto actions = [](ZcaCapabilities capabilities) {
            return messageActions({ u"/zca"_s, u"1"_s, ZcaDialect::OpenZca, capabilities });
        };
        QCOMPARE(actions({}), QList<A>());
        QCOMPARE(actions(found | C::SendReply),
                 (QList<A> { A::Reply, A::Sticker, A::React, A::Unsend, A::Edit }));
        // What is to be taken back has to be found in the group's history first.
        QCOMPARE(actions(C::MsgUndo), QList<A>());
    }

    void onlyAnOptionOfItsOwnCounts_data()
    {
        QTest::addColumn<QString>("help");
        QTest::addColumn<bool>("raw");
        const auto row = [](const char* help, bool raw) {
            QTest::newRow(help) << QString::fromLatin1(help) << raw;
        };
        row("  --raw  verbatim", true);
        row("  -r, --raw  verbatim", true);
        row("      --raw\n", true);
        row("  -r,--raw", true);
        row("  --raw-json  other", false);
        row("  --supervised  (events in\n  the form of --raw)", false);
        row("", false);
    }

    void onlyAnOptionOfItsOwnCounts()
    {
        QFETCH(QString, help);
        QFETCH(bool, raw);
        QCOMPARE(zcaCapabilitiesIn(ZcaHelpPage::MsgSend, help).testFlag(ZcaCapability::SendRaw),
                 raw);
    }

    void everyRowSaysWhatIsDoneWithoutIt()
    {
        ZcaCapabilities seen;
        for (const ZcaCapabilityRow& row : zcaCapabilityTable()) {
            QVERIFY(!seen.testFlag(row.capability));
            seen |= row.capability;
            QVERIFY(!row.name.isEmpty());
            const bool isCommand = row.page == ZcaHelpPage::Msg || row.page == ZcaHelpPage::Root
                || row.option.contains(QLatin1String(" "));
            QCOMPARE(row.option.startsWith(QLatin1String("--")), !isCommand);
            QVERIFY(!row.fallback.isEmpty());
        }
        QCOMPARE(seen.toInt(), 0xffff);
    }
};

QTEST_APPLESS_MAIN(TestZcaProgram)
#include "tst_zcaprogram.moc"
