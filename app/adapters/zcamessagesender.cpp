// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/zcamessagesender.h"

#include "zca/zcaarguments.h"
#include "zca/zcaresultparser.h"

#include <algorithm>

namespace zalo {
namespace {

QStringList argumentsFor(const OutboundPart& part, const ZcaProgram& program)
{
    switch (part.kind) {
    case OutboundKind::Text:
        return zcaargs::sendText(part.profile, part.thread, { part.text, part.styles }, program);
    case OutboundKind::Image:
        return zcaargs::isImage(part.path)
            ? zcaargs::sendImage(part.profile, part.thread, part.path, part.text)
            : zcaargs::sendFile(part.profile, part.thread, part.path);
    case OutboundKind::File:
        return zcaargs::sendFile(part.profile, part.thread, part.path);
    case OutboundKind::Video:
        return zcaargs::sendVideo(part.profile, part.thread, part.path, program);
    case OutboundKind::Voice:
        return zcaargs::sendVoice(part.profile, part.thread, part.path, program);
    case OutboundKind::Url:
        return zcaargs::sendLink(part.profile, part.thread, part.url);
    }
    Q_UNREACHABLE();
}

bool isMention(const StyleSpan& span)
{
    return span.style == TextStyle::Mention;
}

bool mentionsSomebody(const OutboundPart& part)
{
    return std::any_of(part.styles.begin(), part.styles.end(), isMention);
}

//! For a name that is another member's too by what zca knows: a wrong person is not called, and the
//! text is not lost.
OutboundPart withoutMentions(OutboundPart part)
{
    part.styles.removeIf(isMention);
    return part;
}

} // namespace

ZcaMessageSender::ZcaMessageSender(ZcaRunner& runner, ZcaProgramProvider program,
                                   const Timing& timing, QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_program(std::move(program)),
      m_timing(timing)
{ }

bool ZcaMessageSender::needsConnection(OutboundKind kind, const QString& path) const
{
    switch (kind) {
    case OutboundKind::File:
    case OutboundKind::Video:
    case OutboundKind::Voice:
        return true;
    case OutboundKind::Image: // any other file is uploaded
        return !zcaargs::isImage(path);
    case OutboundKind::Text:
    case OutboundKind::Url:
        return false;
    }
    Q_UNREACHABLE();
}

bool ZcaMessageSender::takesCaption(OutboundKind kind, const QString& path) const
{
    return kind == OutboundKind::Image && zcaargs::carriesCaption(path);
}

SendStage ZcaMessageSender::stageOf(const OutboundPart& part) const
{
    return part.kind == OutboundKind::Text && zcaargs::mayBeCut({ part.text, part.styles })
        ? SendStage::BegunInPieces
        : SendStage::Begun;
}

void ZcaMessageSender::send(const OutboundPart& part, QObject* context, Callback<SendReceipt> done)
{
    const Result<ZcaProgram> program = m_program();
    if (!program) {
        QMetaObject::invokeMethod(
            context,
            [done = std::move(done), error = program.error()] { done(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    ZcaRequest request {
        argumentsFor(part, *program), m_timing.sendDeadline, CommandClass::Send, {}
    };
    if (!part.path.isEmpty()) {
        request.deadline = m_timing.uploadDeadline;
        request.isAnswer = isMessageAnswer; // uploads linger for minutes after their answer
    }
    if (needsConnection(part.kind, part.path)) {
        request.websocketOf = part.profile;
    }
    m_runner.run(std::move(request), this,
                 [this, part, dialect = program->dialect, guard = QPointer<QObject>(context),
                  done = std::move(done)](const Result<ZcaOutput>& output) {
                     const Result<QStringList> ids = parseMessageIds(output, dialect);
                     if (ids) {
                         emit verified(part.profile);
                     } else if (ids.error().kind == ErrorKind::MentionAmbiguous && guard
                                && mentionsSomebody(part)) {
                         send(withoutMentions(part), guard, done);
                         return;
                     }
                     if (guard) {
                         done(ids.map([](const QStringList& messageIds) {
                             return SendReceipt { messageIds };
                         }));
                     }
                 });
}

} // namespace zalo
