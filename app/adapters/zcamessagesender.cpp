// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/zcamessagesender.h"

#include "zca/zcaarguments.h"
#include "zca/zcareaction.h"
#include "zca/zcaresultparser.h"

#include <algorithm>

namespace zalo {
namespace {

//! What a part needs of the installed zca; without it the part cannot go at all.
std::optional<ZcaCapability> neededFor(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::Sticker:
        return ZcaCapability::MsgSticker;
    case OutboundKind::Reaction:
        return ZcaCapability::MsgReact;
    case OutboundKind::Unsend:
        return ZcaCapability::MsgUndo;
    case OutboundKind::Text:
    case OutboundKind::Image:
    case OutboundKind::File:
    case OutboundKind::Video:
    case OutboundKind::Voice:
    case OutboundKind::Url:
        return {};
    }
    Q_UNREACHABLE();
}

//! True for what is about a message and makes none of its own.
bool isAboutMessage(OutboundKind kind)
{
    return kind == OutboundKind::Reaction || kind == OutboundKind::Unsend;
}

//! Of everything that names no other message.
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
    case OutboundKind::Sticker:
        return zcaargs::sendSticker(part.profile, part.thread, part.text);
    case OutboundKind::Reaction:
    case OutboundKind::Unsend:
        break;
    }
    Q_UNREACHABLE();
}

QStringList argumentsAbout(const OutboundPart& part, const MessageName& message)
{
    return part.kind == OutboundKind::Reaction
        ? zcaargs::react(part.profile, part.thread, message, zcaReaction(part.text))
        : zcaargs::undo(part.profile, part.thread, message);
}

void postError(QObject* context, const Callback<SendReceipt>& done, const Error& error)
{
    QMetaObject::invokeMethod(
        context, [done, error] { done(tl::unexpected(error)); }, Qt::QueuedConnection);
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
                                   MessageReferences::Lookup lookup, const Timing& timing,
                                   QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_program(std::move(program)),
      m_references(runner, std::move(lookup), timing),
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
    case OutboundKind::Sticker:
    case OutboundKind::Reaction:
    case OutboundKind::Unsend:
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
        postError(context, done, program.error());
        return;
    }
    if (const auto needed = neededFor(part.kind); needed && !program->can(*needed)) {
        postError(context, done, { ErrorKind::ZcaCannot, {} });
    } else if (isAboutMessage(part.kind)) {
        refer(part, *program, context, done);
    } else if (!part.target.isEmpty() && program->can(ZcaCapability::SendReply)) {
        answer(part, *program, context, done);
    } else {
        run(part, program->dialect, argumentsFor(part, *program), context, std::move(done));
    }
}

//! What is not kept here any more is answered without a quote: no text is lost for it.
void ZcaMessageSender::answer(const OutboundPart& part, const ZcaProgram& program, QObject* context,
                              const Callback<SendReceipt>& done)
{
    m_references.quote(
        part, this,
        [this, part, program, guard = QPointer<QObject>(context), done](const QString& quoted) {
            if (guard) {
                const QStringList arguments = zcaargs::sendText(
                    part.profile, part.thread, { part.text, part.styles }, program, quoted);
                run(part, program.dialect, arguments, guard, done);
            }
        });
}

void ZcaMessageSender::refer(const OutboundPart& part, const ZcaProgram& program, QObject* context,
                             const Callback<SendReceipt>& done)
{
    m_references.name(part, program, this,
                      [this, part, dialect = program.dialect, guard = QPointer<QObject>(context),
                       done](const Result<MessageName>& message) {
                          if (!guard) {
                              return;
                          }
                          if (message) {
                              run(part, dialect, argumentsAbout(part, *message), guard, done);
                          } else {
                              done(tl::unexpected(message.error()));
                          }
                      });
}

void ZcaMessageSender::run(const OutboundPart& part, ZcaDialect dialect,
                           const QStringList& arguments, QObject* context,
                           Callback<SendReceipt> done)
{
    ZcaRequest request { arguments, m_timing.sendDeadline, CommandClass::Send, {} };
    if (!part.path.isEmpty()) {
        request.deadline = m_timing.uploadDeadline;
        request.isAnswer = isMessageAnswer; // uploads linger for minutes after their answer
    }
    if (needsConnection(part.kind, part.path)) {
        request.websocketOf = part.profile;
    }
    m_runner.ask(
        request, this,
        [hasId = !isAboutMessage(part.kind), dialect](const QByteArray& out) {
            return hasId ? parseMessageIds(out, dialect)
                         : parseDone(out).map([] { return QStringList(); });
        },
        [this, part, guard = QPointer<QObject>(context),
         done = std::move(done)](const Result<QStringList>& ids) {
            if (ids) {
                emit verified(part.profile);
            } else if (ids.error().kind == ErrorKind::MentionAmbiguous && guard
                       && mentionsSomebody(part)) {
                send(withoutMentions(part), guard, done);
                return;
            }
            if (guard) {
                done(ids.map(
                    [](const QStringList& messageIds) { return SendReceipt { messageIds }; }));
            }
        });
}

} // namespace zalo
