// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localmessages.h"

#include "localcompanion/sessiongate.h"
#include "zca/zcaarguments.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

LocalMessages::LocalMessages(SessionGate& gate, Outbox& outbox, RelayStore& store,
                             ZcaRunner& runner, FileGuard files,
                             std::chrono::milliseconds commandDeadline, QObject* parent)
    : MessageService(parent),
      m_gate(gate),
      m_outbox(outbox),
      m_store(store),
      m_runner(runner),
      m_files(std::move(files)),
      m_commandDeadline(commandDeadline)
{ }

void LocalMessages::send(const OutboundRequest& request, QObject* context,
                         Callback<OutboundRow> done)
{
    // A known key is answered with what became of it, whoever is logged in now.
    m_outbox.outcome(
        request.owner, request.key, context,
        [this, request, context,
         done = std::move(done)](const Result<std::optional<OutboundRow>>& known) {
            if (known && *known) {
                m_outbox.send(request, context, done);
                return;
            }
            if (const Result<void> allowed = mayGo(request); !allowed) {
                done(tl::unexpected(allowed.error()));
                return;
            }
            whenReady(m_gate, request.profile, context, done,
                      [this, request, context, done] { m_outbox.send(request, context, done); });
        });
}

Result<void> LocalMessages::mayGo(const OutboundRequest& request) const
{
    if (request.path.isEmpty()) {
        return {};
    }
    return m_files.open(request.path, MaxFileBytes).map([](const Descriptor&) {});
}

void LocalMessages::outcome(const QString& owner, const QString& key, QObject* context,
                            Callback<std::optional<OutboundRow>> done)
{
    m_outbox.outcome(owner, key, context, std::move(done));
}

void LocalMessages::sendAgain(qint64 id, QObject* context, Callback<OutboundRow> done)
{
    m_store.outbound().byId(
        id, context,
        [this, id, context,
         done = std::move(done)](const Result<std::optional<OutboundRow>>& stored) {
            const bool isThere = stored && *stored;
            if (!isThere || (*stored)->thread.id.isEmpty() || !(*stored)->isFinal()
                || (*stored)->state == OutboundState::Sent) {
                done(stored ? failure(ErrorKind::BadRequest, u"it was sent, or is gone"_s)
                            : tl::unexpected(stored.error()));
                return;
            }
            const OutboundRow& row = **stored;
            OutboundRequest request = unsentOf(row);
            request.owner = u"local"_s;
            // Whoever asked may be gone when it is sent.
            sendUnderFreeKey(
                request, row.id, 1, this,
                [this, profile = row.profile, id,
                 reply = boundTo<OutboundRow>(context, done)](const Result<OutboundRow>& again) {
                    if (again && again->state == OutboundState::Sent) {
                        m_store.outbound().settle(profile, id, SendSettlement::Dismissed, this, {});
                    }
                    reply(again);
                });
        });
}

//! A second click joins the send that is under way, and one after it was sent learns that; one
//! after it failed is a new try.
void LocalMessages::sendUnderFreeKey(OutboundRequest request, qint64 id, int round,
                                     QObject* context, Callback<OutboundRow> done)
{
    request.key = round == 1 ? u"again:%1"_s.arg(id) : u"again:%1:%2"_s.arg(id).arg(round);
    m_outbox.outcome(request.owner, request.key, context,
                     [this, request, id, round, context,
                      done = std::move(done)](const Result<std::optional<OutboundRow>>& known) {
                         const bool hasEnded = known && *known && (*known)->isFinal();
                         if (hasEnded && (*known)->state != OutboundState::Sent) {
                             sendUnderFreeKey(request, id, round + 1, context, done);
                         } else {
                             send(request, context, done);
                         }
                     });
}

void LocalMessages::settle(const QString& profile, qint64 id, SendSettlement how, QObject* context,
                           Callback<bool> done)
{
    m_store.outbound().settle(profile, id, how, context, std::move(done));
}

void LocalMessages::dismiss(const QString& profile, const QList<qint64>& ids, QObject* context,
                            Callback<int> done)
{
    m_store.outbound().dismiss(profile, ids, context, std::move(done));
}

void LocalMessages::sendTyping(const QString& profile, const ThreadRef& thread, QObject* context,
                               Callback<void> done)
{
    whenReady(m_gate, profile, context, done, [this, profile, thread, context, done] {
        ZcaRequest request {
            zcaargs::typing(profile, thread), m_commandDeadline, CommandClass::Query, {}
        };
        m_runner.run(std::move(request), context, [done](const Result<ZcaOutput>& output) {
            done(output ? Result<void>() : tl::unexpected(output.error()));
        });
    });
}

} // namespace zalo
