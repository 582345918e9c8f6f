// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What bridge and windows ask of an account: who it is, its contacts, and to send.

#include "localcompanion/localcompanion.h"

#include "companion/snapshotjson.h"
#include "gatewaysetup/gatewaysetup.h"
#include "zca/zcaarguments.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

std::optional<Error> LocalCompanion::obstacle(const QString& profile)
{
    if (!m_zca.program()) {
        return m_zca.program().error();
    }
    adopt(profile);
    const ProfileService* service = find(profile);
    if (!service) {
        return m_storageError; // nothing was taken up yet
    }
    return service->isLoggedIn() ? std::nullopt : std::optional(service->loginError());
}

//! Goes on once it is known which zca there is, which takes a moment after the start.
template <typename T, typename Go>
void LocalCompanion::withAccount(const QString& profile, QObject* context, const Callback<T>& done,
                                 Go go)
{
    if (!m_zca.isKnown()) {
        connect(
            &m_zca, &ZcaTool::changed, context,
            [this, profile, context, done, go] { withAccount(profile, context, done, go); },
            Qt::SingleShotConnection);
        return;
    }
    if (const std::optional<Error> error = obstacle(profile)) {
        done(tl::unexpected(*error));
        return;
    }
    go();
}

//! Asks the cache; what was never fetched is fetched first.
template <typename Page, typename Ask>
void LocalCompanion::ask(const QString& profile, QObject* context, Callback<Page> done,
                         Ask question)
{
    withAccount(profile, context, done, [this, profile, context, done, question] {
        question([this, profile, context, done, question](const Result<Page>& page) {
            if (!page || page->refreshedAtMs > 0) {
                done(page);
                return;
            }
            m_refresher.refresh(profile, context,
                                [done, question](const Result<ContactCounts>& counts) {
                                    counts ? question(done) : done(tl::unexpected(counts.error()));
                                });
        });
    });
}

void LocalCompanion::account(const QString& profile, QObject* context, Callback<Account> done)
{
    withAccount(profile, context, done, [this, profile, context, done] {
        find(profile)->session().account(context, done);
    });
}

void LocalCompanion::friends(const QString& profile, const ContactQuery& query, QObject* context,
                             Callback<ContactPage<Friend>> done)
{
    ask(profile, context, std::move(done),
        [this, profile, query, context](Callback<ContactPage<Friend>> answer) {
            m_contacts.friends(profile, query, context, std::move(answer));
        });
}

void LocalCompanion::groups(const QString& profile, const ContactQuery& query, QObject* context,
                            Callback<ContactPage<Group>> done)
{
    ask(profile, context, std::move(done),
        [this, profile, query, context](Callback<ContactPage<Group>> answer) {
            m_contacts.groups(profile, query, context, std::move(answer));
        });
}

void LocalCompanion::members(const QString& profile, const QString& groupId,
                             const ContactQuery& query, QObject* context,
                             Callback<ContactPage<MemberWithRole>> done)
{
    withAccount(profile, context, done, [this, profile, groupId, query, context, done] {
        const auto read = [this, profile, groupId, query,
                           context](Callback<ContactPage<MemberWithRole>> answer) {
            m_contacts.members(profile, groupId, query, context, std::move(answer));
        };
        read([this, profile, groupId, context, read,
              done](const Result<ContactPage<MemberWithRole>>& page) {
            const bool unknown = !page && page.error().kind == ErrorKind::ThreadUnknown;
            if (!unknown && (!page || page->refreshedAtMs > 0)) {
                done(page);
                return;
            }
            m_refresher.refreshMembers(profile, groupId, context,
                                       [read, done](const Result<int>& count) {
                                           count ? read(done) : done(tl::unexpected(count.error()));
                                       });
        });
    });
}

void LocalCompanion::refreshContacts(const QString& profile, QObject* context,
                                     Callback<ContactCounts> done)
{
    withAccount(profile, context, done,
                [this, profile, context, done] { m_refresher.refresh(profile, context, done); });
}

void LocalCompanion::send(const OutboundRequest& request, QObject* context,
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
            withAccount(request.profile, context, done,
                        [this, request, context, done] { m_outbox.send(request, context, done); });
        });
}

void LocalCompanion::outcome(const QString& owner, const QString& key, QObject* context,
                             Callback<std::optional<OutboundRow>> done)
{
    m_outbox.outcome(owner, key, context, std::move(done));
}

void LocalCompanion::sendTyping(const QString& profile, const ThreadRef& thread, QObject* context,
                                Callback<void> done)
{
    withAccount(profile, context, done, [this, profile, thread, context, done] {
        ZcaRequest request { zcaargs::typing(profile, thread),
                             m_options.policy.commandDeadline,
                             CommandClass::Query,
                             {} };
        m_runner.run(std::move(request), context, [done](const Result<ZcaOutput>& output) {
            done(output ? Result<void>() : tl::unexpected(output.error()));
        });
    });
}

void LocalCompanion::recordOutcome(const QString& profile, const QString& msgId,
                                   InboundOutcome outcome, const QString& reason, QObject* context,
                                   Callback<bool> done)
{
    m_relay.recordOutcome(profile, msgId, outcome, reason, context, std::move(done));
}

std::unique_ptr<GatewaySetup> LocalCompanion::gatewaySetup()
{
    GatewaySetupOptions setup;
    setup.search.home = m_options.zca.home;
    setup.program = QCoreApplication::applicationFilePath();
    setup.stateFolder = m_options.paths.state;
    setup.timing = m_options.policy;
    setup.companion = [this](QObject* context,
                             const std::function<void(std::optional<QJsonObject>)>& answer) {
        // Never from inside the call, as from another process.
        QMetaObject::invokeMethod(
            context, [this, answer] { answer(toJson(m_snapshot)); }, Qt::QueuedConnection);
    };
    return std::make_unique<GatewaySetup>(setup);
}

} // namespace zalo
