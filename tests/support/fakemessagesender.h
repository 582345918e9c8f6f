// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "relay/messagesender.h"

namespace zalo::test {

//! A zca whose answers the test gives. Only a picture takes its caption along, and only a file
//! needs the connection.
class FakeMessageSender : public MessageSender
{
public:
    struct Call
    {
        OutboundPart part;
        Callback<SendReceipt> done;
    };

    void send(const OutboundPart& part, QObject* context, Callback<SendReceipt> done) override;
    [[nodiscard]] SendStage stageOf(const OutboundPart&) const override { return stage; }
    [[nodiscard]] bool needsConnection(OutboundKind kind, const QString& path) const override;
    [[nodiscard]] bool takesCaption(OutboundKind kind, const QString& path) const override;

    [[nodiscard]] QStringList texts() const; //!< in the order of the calls

    QList<Call> calls;
    SendStage stage = SendStage::Begun; //!< what failed sends may have come to
    bool answersByItself = false; //!< sends everything at once; the ids are 1, 2, …
};

} // namespace zalo::test
