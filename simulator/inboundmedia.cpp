// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "inboundmedia.h"

#include "files.h"
#include "qrimage.h"
#include "structuredtext.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int usualFiles = 4;
constexpr int mostFiles = 16;
constexpr qint64 usualBytes = 20 * 1024 * 1024;

//! A number of the environment; as in openzca, what is no positive number stands for the usual one.
qint64 positive(const char* variable, qint64 usual)
{
    bool ok = false;
    const qint64 number = qEnvironmentVariable(variable).trimmed().toLongLong(&ok);
    return ok && number > 0 ? number : usual;
}

bool isOff(const char* variable)
{
    static const QStringList words { u"0"_s, u"false"_s, u"no"_s, u"off"_s };
    return words.contains(qEnvironmentVariable(variable).trimmed().toLower());
}

Attachment attachmentAt(const QString& url)
{
    const QString suffix = QFileInfo(QUrl(url).path()).suffix();
    return { suffix.isEmpty() ? QByteArray("bin") : suffix.toUtf8(), "application/octet-stream",
             url.toUtf8() };
}

QByteArray bytesOf(const Attachment& attachment, const QString& given)
{
    if (!given.isEmpty()) {
        return readBytes(given);
    }
    return attachment.extension == "png" ? qrPng(attachment.url) : "simulated " + attachment.type;
}

} // namespace

MediaPlan planMedia(const QJsonObject& message)
{
    const std::optional<MessageKind> kind = kindOf(message);
    MediaPlan plan { kind->mediaKind, kind->attachments, {}, captionOf(message) };
    if (kind->msgType == "webchat") {
        if (const auto structured = structuredText(plan.caption)) {
            plan.mediaKind = structured->mediaKind;
            plan.caption = structured->summary;
            for (const QString& url : structured->urls) {
                plan.files.append(attachmentAt(url));
            }
        }
    }
    const qsizetype most =
        qMin<qint64>(positive("OPENZCA_LISTEN_MEDIA_MAX_FILES", usualFiles), mostFiles);
    plan.files = plan.files.first(qMin(most, plan.files.size()));
    const QString quoted = message.value(u"quote"_s).toObject().value(u"url"_s).toString();
    if (!quoted.isEmpty() && !isOff("OPENZCA_LISTEN_DOWNLOAD_QUOTE_MEDIA")) {
        plan.quotedFiles.append(attachmentAt(quoted));
    }
    return plan;
}

QList<CachedFile> downloadFiles(const Home& home, const QString& profile,
                                const QList<Attachment>& files, const QString& given)
{
    QList<CachedFile> out;
    for (const Attachment& file : files) {
        const QByteArray bytes = bytesOf(file, given);
        if (bytes.isEmpty()
            || bytes.size() > positive("OPENZCA_LISTEN_MEDIA_MAX_BYTES", usualBytes)) {
            out.append({ file, {} });
            continue;
        }
        const QByteArray path = home.mediaFolder(profile).toUtf8() + '/'
            + QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + '-'
            + QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0')
            + '.' + file.extension;
        writeBytes(QString::fromUtf8(path), bytes);
        out.append({ file, path });
    }
    return out;
}

QList<CachedFile> missingFiles(const QList<Attachment>& files)
{
    QList<CachedFile> out;
    for (const Attachment& file : files) {
        out.append({ file, {} });
    }
    return out;
}

Value::Object mediaFields(const QByteArray& prefix, const QList<CachedFile>& files)
{
    Value::Array paths;
    Value::Array types;
    Value::Array urlsOfPaths;
    Value::Array urls;
    for (const CachedFile& file : files) {
        urls.emplace_back(file.source.url);
        if (!file.path.isEmpty()) {
            paths.emplace_back(file.path);
            types.emplace_back(file.source.type);
            urlsOfPaths.emplace_back(file.source.url);
        }
    }
    // One file that came hides those that did not.
    const std::pair<const char*, Value::Array> lists[] {
        { "Path", paths }, { "Url", paths.empty() ? urls : urlsOfPaths }, { "Type", types }
    };
    Value::Object out;
    for (const auto& [name, list] : lists) {
        if (!list.empty()) {
            out.push_back({ prefix + name, list.front() });
            out.push_back({ prefix + name + 's', list });
        }
    }
    return out;
}

QByteArray mediaNote(const QByteArray& label, const QByteArray& mediaKind,
                     const QList<CachedFile>& files)
{
    const QByteArray usualType =
        mediaKind.isEmpty() || mediaKind == "file" ? QByteArray() : QByteArray(mediaKind + "/*");
    QByteArrayList notes;
    const QByteArray count = QByteArray::number(files.size());
    if (files.size() > 1) {
        notes.append('[' + label + " attached: " + count + " files]");
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        const CachedFile& file = files[i];
        const QByteArray place = files.size() > 1
            ? QByteArray(' ' + QByteArray::number(i + 1) + '/' + count)
            : QByteArray();
        const QByteArray type = file.path.isEmpty() ? usualType : file.source.type;
        notes.append('[' + label + " attached" + place + ": "
                     + (file.path.isEmpty() ? file.source.url : file.path)
                     + (type.isEmpty() ? QByteArray() : QByteArray(" (" + type + ')'))
                     + (file.path.isEmpty() ? QByteArray() : QByteArray(" | " + file.source.url))
                     + ']');
    }
    return notes.join('\n');
}

} // namespace zalo::sim
