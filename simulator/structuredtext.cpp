// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "structuredtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

bool hasAny(const QJsonObject& object, std::initializer_list<const char*> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&object](const char* key) {
        const QJsonValue value = object.value(QLatin1String(key));
        return value.isDouble() || !value.toString().trimmed().isEmpty();
    });
}

QByteArray mediaKindOf(const QJsonObject& object)
{
    if (hasAny(object, { "voiceUrl", "m4aUrl", "audioUrl" })) {
        return "audio";
    }
    if (hasAny(object, { "videoUrl" })) {
        return "video";
    }
    if (hasAny(object,
               { "hdUrl", "normalUrl", "thumbUrl", "thumb", "rawUrl", "oriUrl", "imageUrl" })) {
        return "image";
    }
    return hasAny(object, { "fileUrl", "fileName", "fileId", "href", "url" }) ? "file" : "";
}

void collectUrls(const QJsonValue& value, QStringList& urls)
{
    if (value.isString()) {
        static const QRegularExpression pattern(u"https?://[^\\s\"'<>`]+"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        auto matches = pattern.globalMatch(value.toString());
        while (matches.hasNext()) {
            if (const QString url = matches.next().captured(); !urls.contains(url)) {
                urls.append(url);
            }
        }
        return;
    }
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray()) {
            collectUrls(item, urls);
        }
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        collectUrls(member.value(), urls);
    }
}

QByteArray summaryOf(const QJsonObject& object)
{
    for (const char* key : { "msg", "message", "text", "caption", "title", "description",
                             "fileName", "name", "href", "url", "src" }) {
        if (const QString text = object.value(QLatin1String(key)).toString().trimmed();
            !text.isEmpty()) {
            return text.toUtf8();
        }
    }
    return "<non-text:webchat>";
}

} // namespace

std::optional<StructuredText> structuredText(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.trimmed());
    if (document.isNull()) {
        return {};
    }
    const QJsonObject object = document.object();
    StructuredText out { mediaKindOf(object), {}, summaryOf(object) };
    if (!out.mediaKind.isEmpty()) {
        for (const char* key : { "hdUrl", "normalUrl", "rawUrl", "imageUrl", "videoUrl", "voiceUrl",
                                 "fileUrl", "thumb", "href", "url" }) {
            collectUrls(object.value(QLatin1String(key)), out.urls);
        }
        collectUrls(object, out.urls);
    }
    return out;
}

} // namespace zalo::sim
