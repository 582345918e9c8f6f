// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakegatewayport.h"

#include <QDateTime>

namespace zalo::test {

void FakeGatewayPort::deliver(const InboundRow& row, bool isBacklog, QObject* context,
                              Callback<void> done)
{
    calls.append({ row, isBacklog, boundTo<void>(context, std::move(done)),
                   QDateTime::currentMSecsSinceEpoch() });
    if (failsWith) {
        calls.constLast().done(tl::unexpected(*failsWith));
    } else if (answersByItself && row.msgId != leavesAlone) {
        calls.constLast().done({});
    }
}

QStringList FakeGatewayPort::ids() const
{
    QStringList ids;
    for (const Call& call : calls) {
        ids << call.row.msgId;
    }
    return ids;
}

} // namespace zalo::test
