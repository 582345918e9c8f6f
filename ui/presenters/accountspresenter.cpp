// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/accountspresenter.h"

#include "companion/accountname.h"
#include "health/findings.h"
#include "health/findingtext.h"
#include "ui/presenters/statuspresenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace zalo {
namespace {

struct AccountsPresenter
{
    Q_DECLARE_TR_FUNCTIONS(AccountsPresenter)
};

AccountView::Cure cureOf(const SessionStatus& session)
{
    switch (nextStepFor(session)) {
    case NextStep::LogIn:
        return AccountView::Cure::LogIn;
    case NextStep::Reconnect:
        return AccountView::Cure::Reconnect;
    case NextStep::Wait:
        // Waiting is enough; retrying at once does no harm.
        return session.state == SessionState::Connecting ? AccountView::Cure::None
                                                         : AccountView::Cure::Reconnect;
    case NextStep::InstallZca:
    case NextStep::CheckZca:
    case NextStep::UpdateZca:
    case NextStep::None:
        return AccountView::Cure::None;
    }
    Q_UNREACHABLE();
}

//! What is worst of this account's own, in a few words.
QString stateText(const Snapshot& snapshot, const Finding& worst)
{
    if (worst.code != FindingCode::AccountInUse) {
        return findingTitle(worst);
    }
    const ProfileSnapshot* holder = snapshot.find(worst.subject);
    return AccountsPresenter::tr("same Zalo account as “%1”")
        .arg(holder ? accountName(*holder) : worst.subject);
}

} // namespace

QList<AccountView> presentAccounts(const Snapshot& snapshot)
{
    const QList<Finding> all = findings(snapshot);
    QList<AccountView> accounts;
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        const QList<Finding> found = findingsOf(profile.profile, all);
        AccountView account { profile.profile, accountName(profile), statusIcon({}),
                              sessionStateText(profile.session.state), cureOf(profile.session) };
        if (!found.isEmpty()) {
            account.icon = statusIcon(found.first().severity);
        }
        // What all accounts share stands elsewhere, once.
        const auto own = std::find_if(found.cbegin(), found.cend(), [](const Finding& finding) {
            return !finding.profile.isEmpty();
        });
        if (own != found.cend()) {
            account.state = stateText(snapshot, *own);
        }
        accounts << account;
    }
    return accounts;
}

QString accountLine(const AccountView& account)
{
    return AccountsPresenter::tr("%1: %2").arg(account.name, account.state);
}

} // namespace zalo
