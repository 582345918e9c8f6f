// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakemessagesender.h"

namespace zalo::test {

void FakeMessageSender::send(const OutboundPart& part, QObject* context, Callback<SendReceipt> done)
{
    calls.append({ part, boundTo<SendReceipt>(context, std::move(done)) });
    if (answersByItself) {
        calls.constLast().done(SendReceipt { { QString::number(calls.size()) } });
    }
}

bool FakeMessageSender::needsConnection(OutboundKind kind, const QString&) const
{
    return kind == OutboundKind::File;
}

bool FakeMessageSender::takesCaption(OutboundKind kind, const QString&) const
{
    return kind == OutboundKind::Image;
}

QStringList FakeMessageSender::texts() const
{
    QStringList texts;
    for (const Call& call : calls) {
        texts << call.part.text;
    }
    return texts;
}

} // namespace zalo::test
