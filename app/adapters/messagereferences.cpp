// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/messagereferences.h"

#include "relay/textsplitter.h"
#include "zca/zcaarguments.h"
#include "zca/zcaquote.h"

#include <algorithm>

namespace zalo {
namespace {

// Bounds what a quote adds to the request: Zalo shows a few lines of it.
constexpr int MaxQuoteUnits = 500;
// Of a group's newest messages; zca asks for no more (ZCA.md 6).
constexpr int MaxHistory = 200;

QString fieldOf(const InboundRow& row, QStringView name)
{
    return row.payload.value(name).toString();
}

QString quoteOf(const InboundRow& row)
{
    return quotedMessage(row.thread,
                         { .msgId = row.msgId,
                           .cliMsgId = fieldOf(row, u"cliMsgId"),
                           .senderId = fieldOf(row, u"senderId"),
                           .msgType = fieldOf(row, u"msgType"),
                           .text = splitText(fieldOf(row, u"text"), MaxQuoteUnits).value(0),
                           .timestampMs = row.payload.value(u"timestamp").toInteger() });
}

} // namespace

MessageReferences::MessageReferences(ZcaRunner& runner, Lookup lookup, const Timing& timing,
                                     QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_lookup(std::move(lookup)),
      m_timing(timing)
{ }

void MessageReferences::quote(const OutboundPart& part, QObject* context,
                              std::function<void(QString)> done)
{
    m_lookup(part, context,
             [done = std::move(done)](const Result<std::optional<InboundRow>>& found) {
                 done(found && *found ? quoteOf(**found) : QString());
             });
}

void MessageReferences::name(const OutboundPart& part, const ZcaProgram& program, QObject* context,
                             Callback<MessageName> done)
{
    const bool asksHistory = part.thread.isGroup && program.can(ZcaCapability::MsgRecent);
    m_lookup(part, context,
             [this, part, asksHistory, guard = QPointer<QObject>(context),
              done = std::move(done)](const Result<std::optional<InboundRow>>& found) {
                 if (found && *found && !fieldOf(**found, u"cliMsgId").isEmpty()) {
                     const bool isOwn = fieldOf(**found, u"senderId") == part.account;
                     done(isOwn || part.kind != OutboundKind::Unsend
                              ? MessageName { part.target, fieldOf(**found, u"cliMsgId") }
                              : Result<MessageName>(failure(ErrorKind::MessageUnknown)));
                 } else if (asksHistory && guard) {
                     nameInHistory(part, guard, done);
                 } else {
                     done(failure(ErrorKind::MessageUnknown));
                 }
             });
}

void MessageReferences::nameInHistory(const OutboundPart& part, QObject* context,
                                      Callback<MessageName> done)
{
    ZcaRequest request { zcaargs::recent(part.profile, part.thread.id, MaxHistory),
                         m_timing.commandDeadline,
                         CommandClass::Query,
                         {},
                         part.profile }; // it may open a websocket (ZCA.md 10)
    request.maxOutput = MaxListAnswer;
    const bool isOwn = part.kind == OutboundKind::Unsend;
    m_runner.ask(
        request, context,
        [senderId = isOwn ? part.account : QString()](const QByteArray& out) {
            return parseRecentNames(out, senderId);
        },
        [part, done = std::move(done)](const Result<QList<MessageName>>& names) {
            if (!names) {
                // Nothing has been sent, whatever an error of this kind says of a send.
                const bool isCertain = !possiblySent(names.error().kind, SendStage::Begun);
                done(tl::unexpected(isCertain ? names.error()
                                              : Error { ErrorKind::MessageUnknown, {} }));
                return;
            }
            const auto named =
                std::find_if(names->cbegin(), names->cend(),
                             [&part](const MessageName& one) { return one.msgId == part.target; });
            done(named == names->cend() ? Result<MessageName>(failure(ErrorKind::MessageUnknown))
                                        : *named);
        });
}

} // namespace zalo
