// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaprogram.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using L1 = QLatin1String;

constexpr std::array table {
    ZcaCapabilityRow { ZcaCapability::QrPath, L1("qr-path"), ZcaHelpPage::AuthLogin,
                       L1("--qr-path"), L1("--qr-base64 and polling auth status") },
    ZcaCapabilityRow { ZcaCapability::QrBase64, L1("qr-base64"), ZcaHelpPage::AuthLogin,
                       L1("--qr-base64"), L1("no login from here without --qr-path") },
    ZcaCapabilityRow { ZcaCapability::Supervised, L1("supervised"), ZcaHelpPage::Listen,
                       L1("--supervised"), L1("the line that says connected, no heartbeats") },
    ZcaCapabilityRow { ZcaCapability::Heartbeat, L1("heartbeat"), ZcaHelpPage::Listen,
                       L1("--heartbeat-ms"), L1("the program's own interval") },
    ZcaCapabilityRow { ZcaCapability::ListenRaw, L1("listen-raw"), ZcaHelpPage::Listen, L1("--raw"),
                       L1("-r") },
    ZcaCapabilityRow { ZcaCapability::SendRaw, L1("send-raw"), ZcaHelpPage::MsgSend, L1("--raw"),
                       L1("the text may be read as markup") },
    ZcaCapabilityRow { ZcaCapability::MsgVideo, L1("msg-video"), ZcaHelpPage::Msg, L1("video"),
                       L1("a video goes as a file") },
    ZcaCapabilityRow { ZcaCapability::MsgVoice, L1("msg-voice"), ZcaHelpPage::Msg, L1("voice"),
                       L1("a voice message goes as a file") },
    ZcaCapabilityRow { ZcaCapability::Database, L1("db"), ZcaHelpPage::Root, L1("db"),
                       L1("what came while nothing was connected is not asked for") },
    ZcaCapabilityRow { ZcaCapability::TextStyles, L1("text-styles"), ZcaHelpPage::MsgSend,
                       L1("Send text message with formatting"), L1("a text goes without styles") },
    ZcaCapabilityRow { ZcaCapability::SendReply, L1("send-reply"), ZcaHelpPage::MsgSend,
                       L1("--reply-message"), L1("an answer goes without its quote") },
    ZcaCapabilityRow { ZcaCapability::MsgSticker, L1("msg-sticker"), ZcaHelpPage::Msg,
                       L1("sticker"), L1("no stickers") },
    ZcaCapabilityRow { ZcaCapability::MsgReact, L1("msg-react"), ZcaHelpPage::Msg, L1("react"),
                       L1("no reactions") },
    ZcaCapabilityRow { ZcaCapability::MsgUndo, L1("msg-undo"), ZcaHelpPage::Msg, L1("undo"),
                       L1("nothing is taken back") },
    ZcaCapabilityRow {
        ZcaCapability::MsgRecent, L1("msg-recent"), ZcaHelpPage::Msg, L1("recent"),
        L1("nothing is asked for that was missed in groups, or is to be taken back") },
    ZcaCapabilityRow { ZcaCapability::NoDatabase, L1("no-db"), ZcaHelpPage::Listen, L1("--no-db"),
                       L1("a listener starts when what was asked for has been read") },
};

} // namespace

std::span<const ZcaCapabilityRow> zcaCapabilityTable()
{
    return table;
}

QList<MessageAction> messageActions(const ZcaProgram& program)
{
    QList<MessageAction> actions;
    if (program.can(ZcaCapability::SendReply)) {
        actions << MessageAction::Reply;
    }
    if (program.can(ZcaCapability::MsgSticker)) {
        actions << MessageAction::Sticker;
    }
    if (program.can(ZcaCapability::MsgReact)) {
        actions << MessageAction::React;
    }
    if (program.can(ZcaCapability::MsgUndo) && program.can(ZcaCapability::MsgRecent)) {
        actions << MessageAction::Unsend << MessageAction::Edit;
    }
    return actions;
}

ZcaCapabilities zcaCapabilitiesIn(ZcaHelpPage page, const QString& help)
{
    ZcaCapabilities found;
    for (const ZcaCapabilityRow& row : table) {
        if (row.page != page) {
            continue;
        }
        // At the start of a line, after at most a short form: a mention in another option's
        // description ("emit lifecycle events in --raw") is no promise.
        const QRegularExpression option( // clazy:exclude=use-static-qregularexpression
            u"^\\s*(-\\w[,|]?\\s*)?%1(?![\\w-])"_s.arg(QRegularExpression::escape(row.option)),
            QRegularExpression::MultilineOption);
        if (option.match(help).hasMatch()) {
            found |= row.capability;
        }
    }
    return found;
}

} // namespace zalo
