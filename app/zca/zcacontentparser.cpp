// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcacontentparser.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using L1 = QLatin1String;

//! The list of that name, or the single value that stands for it.
QStringList texts(const QJsonObject& object, L1 plural, L1 single)
{
    QStringList list;
    const QJsonArray entries = object.value(plural).toArray();
    for (const auto& value : entries) {
        list << value.toString();
    }
    if (list.isEmpty() && object.value(single).isString()) {
        list << object.value(single).toString();
    }
    return list;
}

//! zca-cli names no type.
bool mayHaveFiles(const QString& msgType)
{
    static constexpr std::array types { L1("photo"), L1("gif"),   L1("doodle"), L1("sticker"),
                                        L1("video"), L1("voice"), L1("audio"),  L1("file") };
    return msgType.isEmpty() || std::any_of(types.begin(), types.end(), [&msgType](L1 type) {
               return msgType.contains(type);
           });
}

//! One file of several may be of another kind than the message: a video comes with its thumbnail.
MediaKind mediaKind(const QString& mime, MediaKind kindOfMessage)
{
    return mime.isEmpty() ? kindOfMessage : mediaKindOfName(mime.section(u'/', 0, 0));
}

//! What zca saved itself.
QList<Media> savedMedia(const QStringList& paths, const QStringList& urls, const QStringList& mimes,
                        MediaKind kind)
{
    // A download that failed leaves a path out, without saying which one. Paths and URLs
    // stand for the same files only when there are as many of both.
    const bool paired = urls.isEmpty() || paths.size() == urls.size();
    QList<Media> media;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString mime = mimes.value(i);
        media.append(
            { mediaKind(mime, kind), paths.at(i), paired ? urls.value(i) : QString(), mime });
    }
    for (qsizetype i = 0; !paired && i < urls.size(); ++i) {
        media.append({ kind, {}, urls.at(i), {} });
    }
    return media;
}

//! What is still with Zalo. A picture's addresses are one picture in growing sizes, a video's are
//! the video and its thumbnail, any other's are the file and its icon.
QList<Media> remoteMedia(const QStringList& urls, MediaKind kind)
{
    if (urls.isEmpty()) {
        return {};
    }
    switch (kind) {
    case MediaKind::Image:
        return { { kind, {}, urls.last(), {} } };
    case MediaKind::Video:
        if (urls.size() > 1) {
            return { { kind, {}, urls.at(0), {} }, { MediaKind::Image, {}, urls.at(1), {} } };
        }
        return { { kind, {}, urls.first(), {} } };
    case MediaKind::Audio:
    case MediaKind::File:
        return { { kind, {}, urls.first(), {} } };
    }
    Q_UNREACHABLE();
}

//! The content without zca's notes, which hold our own paths.
QString withoutNotes(const QString& content, bool hasNotes)
{
    QStringList lines = content.split(u'\n');
    while (hasNotes && !lines.isEmpty() && lines.first().startsWith(L1("[media attached"))
           && lines.first().endsWith(u']')) {
        lines.removeFirst();
    }
    return lines.join(u'\n');
}

//! What zca puts where a message holds no words.
QString withWords(const QString& text)
{
    static const QHash<QString, QString> words {
        { u"<non-text:chat.sticker>"_s, u"[sticker]"_s },
        { u"<non-text:chat.reaction>"_s, u"[reaction]"_s },
    };
    return words.value(text, text);
}

//! A link's preview comes before the link where it has one.
QString withLink(const QString& text, const QStringList& urls, MediaKind kind)
{
    const QString link = urls.value(kind == MediaKind::Image && urls.size() > 1 ? 1 : 0);
    if (link.isEmpty() || text.contains(link)) {
        return text;
    }
    return text.isEmpty() ? link : QString(text + u'\n' + link);
}

} // namespace

ZcaContent zcaContent(const QJsonObject& message)
{
    const QString msgType = message.value(L1("msgType")).toString();
    const MediaKind kind = mediaKindOfName(message.value(L1("mediaKind")).toString());
    const QStringList paths = texts(message, L1("mediaPaths"), L1("mediaPath"));
    QStringList urls = texts(message, L1("mediaUrls"), L1("mediaUrl"));
    const QString text = withWords(
        withoutNotes(message.value(L1("content")).toString(), !paths.isEmpty() || !urls.isEmpty()));
    if (!mayHaveFiles(msgType)) {
        return { msgType == L1("chat.recommended") ? withLink(text, urls, kind) : text, {} };
    }
    // Where nothing was written zca puts an address; one that was written is no attachment.
    const bool isWritten = !urls.contains(text);
    if (!paths.isEmpty()) {
        const QStringList mimes = texts(message, L1("mediaTypes"), L1("mediaType"));
        return { isWritten ? text : QString(), savedMedia(paths, urls, mimes, kind) };
    }
    if (isWritten) {
        urls.removeIf([&text](const QString& url) { return text.contains(url); });
    }
    return { isWritten ? text : QString(), remoteMedia(urls, kind) };
}

} // namespace zalo
