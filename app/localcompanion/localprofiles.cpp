// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localprofiles.h"

#include "core/profilename.h"
#include "core/singleline.h"
#include "localcompanion/curejournal.h"
#include "localcompanion/localsessions.h"
#include "messagestore/relaystore.h"
#include "relay/outbox.h"
#include "settings/profilelabels.h"
#include "settings/settings.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

LocalProfiles::LocalProfiles(Settings& settings, ProfileLabels& labels, LocalSessions& sessions,
                             Outbox& outbox, RelayStore& store, CureJournal& cures,
                             QString zcaProfiles)
    : m_settings(settings),
      m_labels(labels),
      m_sessions(sessions),
      m_outbox(outbox),
      m_store(store),
      m_cures(cures),
      m_zcaProfiles(std::move(zcaProfiles))
{ }

Result<QString> LocalProfiles::addProfile(const QString& label)
{
    const QString shown = foreignName(label);
    if (shown.isEmpty()) {
        return failure(ErrorKind::BadRequest, u"a name is needed"_s);
    }
    // A login that somebody made with zca alone is not to be replaced by this one.
    const QString profile =
        freeProfileName(shown, [this, known = m_settings.profiles()](const QString& name) {
            return known.contains(name)
                || QFile::exists(m_zcaProfiles + u'/' + name + u"/credentials.json"_s);
        });
    m_labels.setLabel(profile, shown);
    if (const Result<void> adopted = m_sessions.adopt(profile); !adopted) {
        m_labels.setLabel(profile, {});
        return tl::unexpected(adopted.error());
    }
    return profile;
}

Result<void> LocalProfiles::renameProfile(const QString& profile, const QString& label)
{
    if (!m_settings.profiles().contains(profile)) {
        return failure(ErrorKind::BadRequest, u"there is no profile “%1” here"_s.arg(profile));
    }
    m_labels.setLabel(profile, foreignName(label));
    return {};
}

void LocalProfiles::removeProfile(const QString& profile, bool erases, QObject* context,
                                  Callback<void> done)
{
    const Result<void> released = m_sessions.release(profile);
    if (released) {
        m_labels.setLabel(profile, {});
    }
    if (released && erases) {
        m_store.retention().erase(profile, context,
                                  [forgotten = m_cures.erase(profile),
                                   done = std::move(done)](const Result<void>& erased) {
                                      done(erased ? forgotten : erased);
                                  });
    } else {
        done(released);
    }
}

void LocalProfiles::discardWaiting(const QString& profile, const QString& account, QObject* context,
                                   Callback<int> done)
{
    m_outbox.discard(profile, account);
    m_store.accounts().discard(profile, account, context, std::move(done));
}

} // namespace zalo
