// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/outboundrequest.h"

#include "relay/textsplitter.h"

namespace zalo {

OutboundRow rowOf(const OutboundRequest& request, qint64 nowMs)
{
    OutboundRow row;
    row.owner = request.owner;
    row.key = request.key;
    row.profile = request.profile;
    row.account = request.account;
    row.thread = request.thread;
    row.kind = request.kind;
    row.path = request.path;
    row.url = request.url;
    row.createdMs = nowMs;
    row.deadlineMs = nowMs + request.deadline.count();
    return row;
}

QStringList partTexts(const OutboundRequest& request, int maxUnits, bool captionGoesAlong)
{
    QStringList texts;
    if (request.kind == OutboundKind::Text || !request.text.trimmed().isEmpty()) {
        texts = splitText(request.text, maxUnits);
        if (texts.size() > 1) { // a line end too many is no message of its own
            texts.removeIf([](const QString& text) { return text.trimmed().isEmpty(); });
        }
        if (texts.isEmpty()) {
            texts.append(request.text.left(maxUnits));
        }
    }
    // People put words before a link, and below a picture or file. Nothing of a caption is lost
    // that does not go along with its medium.
    if (request.kind == OutboundKind::Url) {
        texts.append(QString());
    } else if (request.kind != OutboundKind::Text && (texts.isEmpty() || !captionGoesAlong)) {
        texts.prepend(QString());
    }
    return texts;
}

OutboundRequest unsentOf(const OutboundRow& row)
{
    OutboundRequest request;
    request.profile = row.profile;
    request.account = row.account;
    request.thread = row.thread;
    request.kind = row.kind;
    request.path = row.path;
    request.url = row.url;
    for (qsizetype i = 0; i < row.parts.size(); ++i) {
        if (row.parts.at(i).state != OutboundState::Sent) {
            request.text += row.parts.at(i).text;
        } else if (row.partKind(i) == row.kind) {
            request.kind = OutboundKind::Text; // a medium that is there, without its words
        }
    }
    return request;
}

} // namespace zalo
