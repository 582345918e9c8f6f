// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessioncommands.h"

#include "session/loginneeded.h"
#include "zca/zcaarguments.h"
#include "zca/zcacontactparser.h"
#include "zca/zcarunner.h"

namespace zalo {

SessionCommands::SessionCommands(QString profile, ZcaRunner& runner, const Policy& policy)
    : m_profile(std::move(profile)),
      m_runner(runner),
      m_deadline(policy.commandDeadline)
{ }

void SessionCommands::askAccount(QObject* context, Callback<Account> done) const
{
    m_runner.ask({ zcaargs::meInfo(m_profile), m_deadline, CommandClass::Query, {} }, context,
                 &parseAccount, std::move(done));
}

void SessionCommands::askLogin(QObject* context, Callback<void> done) const
{
    run(zcaargs::authStatus(m_profile), context,
        [done = std::move(done)](const Result<QByteArray>& out) {
            done(out ? Result<void>() : tl::unexpected(out.error()));
        });
}

void SessionCommands::logout(QObject* context, Callback<void> done) const
{
    run(zcaargs::authLogout(m_profile), context,
        [done = std::move(done)](const Result<QByteArray>& out) {
            // A profile that zca does not know has nobody logged in either (ZCA.md 1).
            done(out || needsLogin(out.error().kind) ? Result<void>()
                                                     : tl::unexpected(out.error()));
        });
}

void SessionCommands::run(const QStringList& arguments, QObject* context,
                          Callback<QByteArray> done) const
{
    m_runner.run({ arguments, m_deadline, CommandClass::Query, {} }, context,
                 [done = std::move(done)](const Result<ZcaOutput>& result) {
                     done(result.map([](const ZcaOutput& output) { return output.out; }));
                 });
}

} // namespace zalo
