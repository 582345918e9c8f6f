// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "inboundmedia.h"

#include "files.h"
#include "qrimage.h"

#include <QDateTime>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

struct Attachment
{
    QByteArray extension;
    QByteArray type;
    QByteArray url;
};

struct Kind
{

    const char* msgType;
    const char* mediaKind;
    QList<Attachment> attachments;
};

Kind kindOf(const QString& name, const QByteArray& msgId, const QByteArray& url)
{
    const QByteArray base = "https://photo-stal-9.zdn.vn/" + msgId + "/f";
    const auto at = [&](const char* ending) { return url.isEmpty() ? base + ending : url; };
    if (name == QLatin1String("photo")) {
        return { "chat.photo", "image", { { "png", "image/png", at(".jpg") } } };
    }
    if (name == QLatin1String("gif")) {
        return { "chat.gif", "image", { { "gif", "image/gif", at(".gif") } } };
    }
    if (name == QLatin1String("voice")) {
        return { "chat.voice", "audio", { { "m4a", "audio/mp4", at(".m4a") } } };
    }
    if (name == QLatin1String("file")) {
        return { "share.file", "file", { { "pdf", "application/pdf", at(".pdf") } } };
    }
    if (name == QLatin1String("video")) {
        return { "chat.video.msg",
                 "video",
                 { { "mp4", "video/mp4", at(".mp4") }, { "png", "image/png", base + ".jpg" } } };
    }
    if (name == QLatin1String("link")) {
        return { "chat.recommended",
                 "image",
                 { { "png", "image/png", "https://i1-vnexpress.vnecdn.net/t.jpg" },
                   { "png", "image/png",
                     url.isEmpty() ? QByteArray("https://vnexpress.net/a.html") : url } } };
    }
    return {};
}

QByteArray bytesOf(const Attachment& attachment, const QString& file)
{
    if (!file.isEmpty()) {
        return readBytes(file);
    }
    return attachment.extension == "png" ? qrPng(attachment.url) : "simulated " + attachment.type;
}

QByteArray defaultCaption(const QString& kind, const QByteArray& url)
{
    if (kind == QLatin1String("voice") || kind == QLatin1String("video")) {
        return url;
    }
    return kind == QLatin1String("link") ? "Bài báo"
        : kind == QLatin1String("file")  ? "Báo cáo quý 3.pdf"
                                         : "";
}

} // namespace

InboundMedia makeMedia(const Home& home, const QString& profile, const QString& kindName,
                       const QByteArray& msgId, const QJsonObject& wanted)
{
    const Kind kind = kindOf(kindName, msgId, wanted.value(u"url"_s).toString().toUtf8());
    InboundMedia out;
    if (kind.attachments.isEmpty()) {
        return out;
    }
    const bool fails = wanted.value(u"mediaFails"_s).toBool();
    const QString given = wanted.value(u"file"_s).toString();
    Value::Array paths;
    Value::Array urls;
    Value::Array types;
    QByteArrayList notes;
    if (kind.attachments.size() > 1) {
        notes.append("[media attached: " + QByteArray::number(kind.attachments.size()) + " files]");
    }
    for (qsizetype i = 0; i < kind.attachments.size(); ++i) {
        const Attachment& attachment = kind.attachments[i];
        QByteArray path;
        if (!fails) {
            path = home.mediaFolder(profile).toUtf8() + '/'
                + QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + '-'
                + QByteArray::number(QRandomGenerator::system()->generate(), 16)
                      .rightJustified(8, '0')
                + '.' + attachment.extension;
            writeBytes(QString::fromUtf8(path), bytesOf(attachment, given));
            paths.emplace_back(path);
            types.emplace_back(attachment.type);
        }
        urls.emplace_back(attachment.url);
        const QByteArray place = kind.attachments.size() > 1
            ? ' ' + QByteArray::number(i + 1) + '/' + QByteArray::number(kind.attachments.size())
            : QByteArray();
        notes.append("[media attached" + place + ": "
                     + (fails ? attachment.url
                              : QByteArray(path + " (" + attachment.type + ") | " + attachment.url))
                     + ']');
    }
    if (!fails) {
        out.fields.push_back({ "mediaPath", paths.front() });
        out.fields.push_back({ "mediaPaths", paths });
    }
    out.fields.push_back({ "mediaUrl", urls.front() });
    out.fields.push_back({ "mediaUrls", urls });
    if (!fails) {
        out.fields.push_back({ "mediaType", types.front() });
        out.fields.push_back({ "mediaTypes", types });
    }
    out.fields.push_back({ "mediaKind", kind.mediaKind });
    out.msgType = kind.msgType;
    const QByteArray caption = wanted.contains(u"content"_s)
        ? wanted.value(u"content"_s).toString().toUtf8()
        : defaultCaption(kindName, kind.attachments.first().url);
    if (!caption.trimmed().isEmpty()) {
        notes.append(caption.trimmed());
    }
    out.content = notes.join('\n');
    return out;
}

} // namespace zalo::sim
