// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagekind.h"

#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

QByteArray textOf(const QJsonObject& message, const char* key)
{
    return message.value(QLatin1String(key)).toString().toUtf8();
}

//! The address of a file of the message. Zalo's own are on photo-stal-9.zdn.vn and the like; here
//! nobody is asked for it: a program under test refuses this machine's address.
QByteArray ownAddressOf(const QJsonObject& message, const char* ending)
{
    return "https://127.0.0.1:9/" + textOf(message, "msgId") + "/f" + ending;
}

//! The same, unless one is given.
QByteArray addressOf(const QJsonObject& message, const char* ending)
{
    const QByteArray given = textOf(message, "url");
    return given.isEmpty() ? ownAddressOf(message, ending) : given;
}

MessageKind linkKind(const QJsonObject& message)
{
    const QByteArray page = message.contains(u"url"_s) ? textOf(message, "url")
                                                       : QByteArray("https://vnexpress.net/a.html");
    return { "chat.recommended",
             "image",
             { { "png", "image/png", "https://i1-vnexpress.vnecdn.net/t.jpg" },
               { "png", "image/png", page } } };
}

QByteArray parametersOf(const QJsonObject& message)
{
    const QByteArray url = addressOf(message, ".pdf");
    return toJson(
        Value::Object { { "fileSize", "12345" },
                        { "fileExt", QFileInfo(QUrl(QString::fromUtf8(url)).path()).suffix() },
                        { "fileUrl", url } });
}

QByteArray attachmentContent(const QJsonObject& message, const MessageKind& kind)
{
    const QString name = message.value(u"kind"_s).toString();
    const bool isTitled = name == QLatin1String("file") || name == QLatin1String("link");
    const bool isFile = name == QLatin1String("file");
    const QByteArray& href = kind.attachments.last().url;
    const QByteArray& thumb = kind.attachments.first().url;
    // Of a video the file comes first, of a link its picture.
    const bool isVideo = name == QLatin1String("video");
    const QByteArray caption = captionOf(message);
    return toJson(
        Value::Object { { "title", isTitled ? caption : QByteArray() },
                        { "description", isTitled || caption == href ? QByteArray() : caption },
                        { "href", isVideo ? thumb : href },
                        { "thumb", isVideo ? href : thumb },
                        { "childnumber", 0 },
                        { "action", name == QLatin1String("link") ? "recommened.link" : "" },
                        { "params", isFile ? parametersOf(message) : QByteArray() },
                        { "type", "" } });
}

} // namespace

std::optional<MessageKind> kindOf(const QJsonObject& message)
{
    const QString name = message.value(u"kind"_s).toString(u"text"_s);
    const auto one = [&](const char* msgType, const char* mediaKind, const char* extension,
                         const char* type, const char* ending) -> MessageKind {
        return { msgType, mediaKind, { { extension, type, addressOf(message, ending) } } };
    };
    if (name == QLatin1String("text")) {
        return MessageKind { "webchat", {}, {} };
    }
    if (name == QLatin1String("photo")) {
        return one("chat.photo", "image", "png", "image/png", ".jpg");
    }
    if (name == QLatin1String("gif")) {
        return one("chat.gif", "image", "gif", "image/gif", ".gif");
    }
    if (name == QLatin1String("voice")) {
        return one("chat.voice", "audio", "m4a", "audio/mp4", ".m4a");
    }
    if (name == QLatin1String("file")) {
        return one("share.file", "file", "pdf", "application/pdf", ".pdf");
    }
    if (name == QLatin1String("video")) {
        MessageKind kind = one("chat.video.msg", "video", "mp4", "video/mp4", ".mp4");
        kind.attachments.append({ "png", "image/png", ownAddressOf(message, ".jpg") });
        return kind;
    }
    if (name == QLatin1String("link")) {
        return linkKind(message);
    }
    if (name == QLatin1String("sticker")) {
        return MessageKind { "chat.sticker", "image", {} };
    }
    if (name == QLatin1String("location")) {
        return MessageKind { "chat.location.new", {}, {} };
    }
    if (name == QLatin1String("contact")) {
        return MessageKind { "chat.recommended", {}, {} };
    }
    if (name == QLatin1String("todo")) {
        return MessageKind { "chat.todo", {}, {} };
    }
    return {};
}

QByteArray captionOf(const QJsonObject& message)
{
    const QString name = message.value(u"kind"_s).toString();
    if (message.contains(u"content"_s)) {
        return textOf(message, "content");
    }
    if (name == QLatin1String("voice") || name == QLatin1String("video")) {
        return kindOf(message)->attachments.first().url;
    }
    return name == QLatin1String("link")    ? "Bài báo"
        : name == QLatin1String("file")     ? "Báo cáo quý 3.pdf"
        : name == QLatin1String("location") ? "https://www.google.com/maps/place/10.77,106.69"
        : name == QLatin1String("contact")  ? "Danh thiếp"
                                            : "";
}

QByteArray storedContent(const QJsonObject& message)
{
    const std::optional<MessageKind> kind = kindOf(message);
    const QString name = message.value(u"kind"_s).toString(u"text"_s);
    if (!kind || name == QLatin1String("text")) {
        return textOf(message, "content");
    }
    if (!kind->attachments.isEmpty()) {
        return attachmentContent(message, *kind);
    }
    if (name == QLatin1String("sticker")) {
        return toJson(Value::Object { { "id", 21978 }, { "catId", 10 }, { "type", 7 } });
    }
    if (name == QLatin1String("location")) {
        return toJson(Value::Object { { "href", captionOf(message) } });
    }
    return toJson(
        Value::Object { { "title", captionOf(message) },
                        { "action", name == QLatin1String("contact") ? "recommened.user" : "" } });
}

} // namespace zalo::sim
