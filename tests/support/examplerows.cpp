// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "examplerows.h"

namespace zalo::test {

const QString home = u"default"_s;
const QString owner = u"512345678901234567"_s;
const QString stranger = u"487654321098765432"_s;
const QString gateway = u"gateway-0001"_s;

InboundRow inboundRow(int number, const QString& thread)
{
    InboundRow row;
    row.profile = home;
    row.account = owner;
    row.msgId = QString::number(number);
    row.thread = { thread, false };
    row.receivedMs = 1'000'000 + number;
    row.payload = { { u"text"_s, u"Xin chào %1"_s.arg(number) } };
    return row;
}

OutboundRow outboundRow(const QString& key, const QStringList& texts)
{
    OutboundRow row;
    row.owner = gateway;
    row.key = key;
    row.profile = home;
    row.account = owner;
    row.thread = { u"t1"_s, true };
    row.createdMs = 1'000'000;
    row.deadlineMs = 1'030'000;
    for (const QString& text : texts) {
        row.parts.append({ text, OutboundState::Queued, {} });
    }
    return row;
}

OutboundRequest outboundRequest(const QString& key, const QString& thread)
{
    OutboundRequest request;
    request.owner = gateway;
    request.key = key;
    request.profile = home;
    request.thread = { thread, false };
    request.text = u"text "_s + key;
    return request;
}

} // namespace zalo::test
