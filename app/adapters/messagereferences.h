// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "relay/messagesender.h"
#include "zca/zcamessagename.h"
#include "zca/zcarunner.h"

namespace zalo {

//! How zca is told of the message that another one refers to: from what is kept here, else from
//! Zalo's history of the group.
class MessageReferences : public QObject
{
    Q_OBJECT

public:
    //! Finds the target of a part among what is kept here; answers once, later, unless `context`
    //! dies.
    using Lookup = std::function<void(const OutboundPart& part, QObject* context,
                                      Callback<std::optional<InboundRow>> done)>;

    //! `runner` outlives it.
    MessageReferences(ZcaRunner& runner, Lookup lookup, const Timing& timing,
                      QObject* parent = nullptr);

    //! What `msg send` quotes; empty where the message is not kept, or zca can quote no such one.
    void quote(const OutboundPart& part, QObject* context, std::function<void(QString)> done);

    //! The name of the part's target, from what is kept here or a group's history: zca does not
    //! tell it of what it sends. Only messages of the account itself can be taken back.
    //! MessageUnknown: nobody can tell it, or not now. Every error is one of before the send.
    void name(const OutboundPart& part, const ZcaProgram& program, QObject* context,
              Callback<MessageName> done);

private:
    void nameInHistory(const OutboundPart& part, QObject* context, Callback<MessageName> done);

    ZcaRunner& m_runner;
    Lookup m_lookup;
    Timing m_timing;
};

} // namespace zalo
