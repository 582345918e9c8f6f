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
    row.target = request.target;
    row.createdMs = nowMs;
    row.deadlineMs = nowMs + request.deadline.count();
    return row;
}

QList<StyledText> partTexts(const OutboundRequest& request, const Limits& limits,
                            bool captionGoesAlong)
{
    if (request.kind == OutboundKind::Sticker || request.kind == OutboundKind::Reaction) {
        return { { request.text, {} } };
    }
    const StyledText whole { request.text, request.styles };
    QList<StyledText> texts;
    if (request.kind == OutboundKind::Text || !request.text.trimmed().isEmpty()) {
        texts = splitText(whole, limits.maxTextUnits, limits.maxTextStyles);
        if (texts.size() > 1) { // a line end too many is no message of its own
            texts.removeIf([](const StyledText& part) { return part.text.trimmed().isEmpty(); });
        }
        if (texts.isEmpty()) {
            texts.append(whole.mid(0, limits.maxTextUnits));
        }
    }
    // People put words before a link, and below a picture or file. Nothing of a caption is lost
    // that does not go along with its medium.
    if (request.kind == OutboundKind::Url) {
        texts.append(StyledText());
    } else if (request.kind != OutboundKind::Text && (texts.isEmpty() || !captionGoesAlong)) {
        texts.prepend(StyledText());
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
    request.target = row.target;
    StyledText unsent;
    for (qsizetype i = 0; i < row.parts.size(); ++i) {
        if (const OutboundPartRow& part = row.parts.at(i); part.state != OutboundState::Sent) {
            unsent.append({ part.text, part.styles });
            continue;
        }
        if (row.partKind(i) == row.kind) {
            request.kind = OutboundKind::Text; // a medium that is there, without its words
        }
        if (!row.partTarget(i).isEmpty()) {
            request.target.clear(); // what is left does not refer to it
        }
    }
    request.text = unsent.text;
    request.styles = unsent.styles;
    return request;
}

} // namespace zalo
