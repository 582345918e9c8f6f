// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/reconnectanswer.h"

#include "companion/snapshotprovider.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! It is on its way, and nobody knows where to.
bool isUnderWay(const SessionStatus& session)
{
    return session.state == SessionState::Connecting
        || (session.state == SessionState::Reconnecting && session.retry.nextTryMs == 0);
}

} // namespace

ReconnectAnswer::ReconnectAnswer(SnapshotProvider& snapshots, QString profile, Responder responder,
                                 QObject* parent)
    : QObject(parent),
      m_snapshots(snapshots),
      m_profile(std::move(profile)),
      m_responder(std::move(responder))
{
    if (const auto before = session()) {
        m_sinceMs = before->sinceMs;
    }
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { answer(false); });
}

void ReconnectAnswer::start(std::chrono::milliseconds patience)
{
    connect(&m_snapshots, &SnapshotProvider::snapshotChanged, this, &ReconnectAnswer::look);
    m_patience.start(patience);
}

void ReconnectAnswer::refuse(const Error& error)
{
    m_responder.refuse(error);
    end();
}

std::optional<SessionStatus> ReconnectAnswer::session() const
{
    const QList<ProfileSnapshot>& profiles = m_snapshots.snapshot().profiles;
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [this](const auto& each) { return each.profile == m_profile; });
    return found == profiles.end() ? std::nullopt : std::optional(found->session);
}

void ReconnectAnswer::look()
{
    const std::optional<SessionStatus> now = session();
    if (!now) {
        refuse({ ErrorKind::NotLoggedIn, {} }); // its profile was removed
        return;
    }
    if (now->sinceMs == m_sinceMs || isUnderWay(*now)) {
        return;
    }
    const Error* reason = now->reason ? std::get_if<Error>(&*now->reason) : nullptr;
    if (now->state != SessionState::Online && reason) {
        refuse(*reason);
    } else {
        answer(now->state == SessionState::Online);
    }
}

void ReconnectAnswer::answer(bool connected)
{
    m_responder.answer({ { u"connected"_s, connected } });
    end();
}

void ReconnectAnswer::end()
{
    disconnect(&m_snapshots, nullptr, this, nullptr);
    m_patience.stop();
    deleteLater();
}

} // namespace zalo
