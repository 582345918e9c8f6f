// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaarguments.h"

#include "zca/zcamarkup.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo::zcaargs {
namespace {

QStringList command(const QString& profile, std::initializer_list<const char*> parts)
{
    QStringList list { u"--profile"_s, profile };
    for (const char* part : parts) {
        list << QString::fromLatin1(part);
    }
    return list;
}

QStringList message(const QString& profile, const char* verb, const ThreadRef& thread)
{
    QStringList list = command(profile, { "msg", verb });
    if (thread.isGroup) {
        list << u"-g"_s; // zca does not notice a wrong one (ZCA.md 6)
    }
    return list;
}

bool hasOwnCommand(const ZcaProgram& program, ZcaCapability capability)
{
    return program.dialect != ZcaDialect::OpenZca && program.can(capability);
}

// Nobody knows what zca-cli reads as a style.
bool showsStyles(const ZcaProgram& program)
{
    return program.dialect == ZcaDialect::OpenZca && program.can(ZcaCapability::TextStyles);
}

//! Whether it looks like more than its letters; zca finds mentions in any text.
bool isStyled(const StyledText& text)
{
    return std::any_of(text.styles.begin(), text.styles.end(),
                       [](const StyleSpan& span) { return span.style != TextStyle::Mention; });
}

// Ends the options, so that a text that starts with "-" stays a text (ZCA.md 1).
QString endOfOptions()
{
    return u"--"_s;
}

} // namespace

QStringList version()
{
    return { u"--version"_s };
}

QStringList help(ZcaHelpPage page)
{
    const QString option = u"--help"_s;
    switch (page) {
    case ZcaHelpPage::Root:
        return { option };
    case ZcaHelpPage::AuthLogin:
        return { u"auth"_s, u"login"_s, option };
    case ZcaHelpPage::Listen:
        return { u"listen"_s, option };
    case ZcaHelpPage::Msg:
        return { u"msg"_s, option };
    case ZcaHelpPage::MsgSend:
        return { u"msg"_s, u"send"_s, option };
    }
    Q_UNREACHABLE();
}

QStringList authLogin(const QString& profile, const QString& qrPath)
{
    return command(profile, { "auth", "login", "--qr-path" }) << qrPath;
}

QStringList authLoginBase64(const QString& profile)
{
    return command(profile, { "auth", "login", "--qr-base64" });
}

QStringList authStatus(const QString& profile)
{
    return command(profile, { "auth", "status" });
}

QStringList authLogout(const QString& profile)
{
    return command(profile, { "auth", "logout" });
}

QStringList meInfo(const QString& profile)
{
    return command(profile, { "me", "info", "-j" });
}

QStringList friendList(const QString& profile)
{
    return command(profile, { "friend", "list", "-j" });
}

QStringList friendFind(const QString& profile, const QString& query)
{
    return command(profile, { "friend", "find", "-j" }) << endOfOptions() << query;
}

QStringList groupList(const QString& profile)
{
    return command(profile, { "group", "list", "-j" });
}

QStringList groupMembers(const QString& profile, const QString& groupId)
{
    return command(profile, { "group", "members", "-j" }) << endOfOptions() << groupId;
}

QStringList sendText(const QString& profile, const ThreadRef& thread, const StyledText& text,
                     const ZcaProgram& program, const QString& quoted)
{
    QStringList list = message(profile, "send", thread);
    if (!quoted.isEmpty() && program.can(ZcaCapability::SendReply)) {
        list << u"--reply-message"_s << quoted;
    }
    const StyledText meant = thread.isGroup ? withoutFalseMentions(text) : text;
    if (isStyled(meant) && showsStyles(program)) {
        return list << thread.id << endOfOptions() << zcaMarkup(meant);
    }
    if (program.can(ZcaCapability::SendRaw)) {
        list << u"--raw"_s;
    }
    return list << thread.id << endOfOptions() << QString(meant.text).remove(QChar(u'\0'));
}

bool isImage(const QString& path)
{
    static const QStringList endings { u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s, u"gif"_s };
    return endings.contains(QFileInfo(path).suffix().toLower());
}

bool carriesCaption(const QString& path)
{
    // zca-js compares the ending as it is written, and sends the caption apart for any other.
    static const QStringList endings { u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s };
    return endings.contains(QFileInfo(path).suffix());
}

bool mayBeCut(const StyledText& text)
{
    constexpr qsizetype longest = 2'000; // UTF-16 units, and…
    constexpr qsizetype largest = 4'000; // …of the request as JSON, as openzca estimates it
    constexpr qsizetype frame = 200; // its other members
    constexpr qsizetype mention = 100; // one resolved mention
    constexpr qsizetype style = 60; // one range; a bullet may be two
    qsizetype size = frame + 2 * style * text.styles.size();
    for (const QChar unit : text.text) {
        const char16_t code = unit.unicode();
        const bool isShort = code == u'"' || code == u'\\' || code == u'\n' || code == u'\t'
            || code == u'\r' || code == u'\b' || code == u'\f';
        size += isShort ? 2 : code < 0x20 ? 6 : 1;
        size += code == u'@' ? mention : 0;
    }
    return text.text.size() > longest || size > largest;
}

QStringList sendImage(const QString& profile, const ThreadRef& thread, const QString& path,
                      const QString& caption)
{
    QStringList list = message(profile, "image", thread);
    if (!caption.isEmpty()) {
        list << u"-m"_s << QString(caption).remove(QChar(u'\0'));
    }
    return list << thread.id << endOfOptions() << path;
}

QStringList sendFile(const QString& profile, const ThreadRef& thread, const QString& path)
{
    // upload alone takes the file before the thread (ZCA.md 6).
    return message(profile, "upload", thread) << endOfOptions() << path << thread.id;
}

QStringList sendVideo(const QString& profile, const ThreadRef& thread, const QString& path,
                      const ZcaProgram& program)
{
    if (!hasOwnCommand(program, ZcaCapability::MsgVideo)) {
        return sendFile(profile, thread, path);
    }
    return message(profile, "video", thread) << thread.id << endOfOptions() << path;
}

QStringList sendVoice(const QString& profile, const ThreadRef& thread, const QString& path,
                      const ZcaProgram& program)
{
    if (!hasOwnCommand(program, ZcaCapability::MsgVoice)) {
        return sendFile(profile, thread, path);
    }
    return message(profile, "voice", thread) << thread.id << endOfOptions() << path;
}

QStringList sendLink(const QString& profile, const ThreadRef& thread, const QString& url)
{
    return message(profile, "link", thread) << thread.id << endOfOptions() << url;
}

QStringList sendSticker(const QString& profile, const ThreadRef& thread, const QString& stickerId)
{
    return message(profile, "sticker", thread) << thread.id << endOfOptions() << stickerId;
}

QStringList react(const QString& profile, const ThreadRef& thread, const MessageName& named,
                  const QString& reaction)
{
    return message(profile, "react", thread)
        << endOfOptions() << named.msgId << named.cliMsgId << thread.id << reaction;
}

QStringList undo(const QString& profile, const ThreadRef& thread, const MessageName& named)
{
    return message(profile, "undo", thread)
        << endOfOptions() << named.msgId << named.cliMsgId << thread.id;
}

QStringList recent(const QString& profile, const QString& groupId, int count)
{
    return command(profile, { "msg", "recent", "-g", "-n" })
        << QString::number(count) << u"-j"_s << groupId;
}

QStringList typing(const QString& profile, const ThreadRef& thread)
{
    return message(profile, "typing", thread) << thread.id;
}

QStringList listen(const QString& profile, const ZcaProgram& program,
                   std::chrono::milliseconds heartbeat, ListenDatabase database)
{
    QStringList list = command(profile, { "listen" });
    list << (program.can(ZcaCapability::ListenRaw) ? u"--raw"_s : u"-r"_s);
    if (program.can(ZcaCapability::Supervised)) {
        list << u"--supervised"_s;
        if (program.can(ZcaCapability::Heartbeat)) {
            list << u"--heartbeat-ms"_s << QString::number(heartbeat.count());
        }
    }
    if (database == ListenDatabase::Off && program.can(ZcaCapability::NoDatabase)) {
        list << u"--no-db"_s;
    }
    return list;
}

QStringList dbStatus(const QString& profile)
{
    return command(profile, { "db", "status", "--json" });
}

QStringList dbEnable(const QString& profile, const QString& file)
{
    return command(profile, { "db", "enable", "--path" }) << file;
}

QStringList dbDisable(const QString& profile)
{
    return command(profile, { "db", "disable" });
}

QStringList dbSyncChats(const QString& profile, int count)
{
    return command(profile, { "db", "sync", "chats", "--json", "-n" }) << QString::number(count);
}

QStringList dbChatList(const QString& profile)
{
    return command(profile, { "db", "chat", "list", "--json" });
}

QStringList dbChatMessages(const QString& profile, const QString& threadId,
                           std::chrono::milliseconds reach, int count)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(reach).count();
    return command(profile, { "db", "chat", "messages", "--json", "--since" })
        << u"%1s"_s.arg(seconds) << u"--limit"_s << QString::number(count) << endOfOptions()
        << threadId;
}

} // namespace zalo::zcaargs
