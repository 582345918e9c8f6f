// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/demo.h"

#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "core/ids.h"
#include "core/logging.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

ZcaProgram programAt(const QString& path)
{
    ZcaProgram program;
    program.path = path;
    return program;
}

} // namespace

Demo::Demo(SnapshotProvider& snapshots, SessionService& sessions, const QString& simulator,
           const RuntimePaths& paths, const SocketAddress& bridge, QObject* parent)
    : QObject(parent),
      m_snapshots(snapshots),
      m_sessions(sessions),
      m_simulator([simulator] { return programAt(simulator); }, paths.workFolder(), Policy()),
      m_keys(paths.data + u"/echo-peer.json"_s),
      m_phone(m_simulator),
      m_traffic(m_simulator, demoScript()),
      m_echo(bridge, m_keys, Timing(), EchoGateway::Pace(), demoStrangers())
{ }

void Demo::start(bool alone)
{
    m_logsIn = alone;
    if (alone) {
        connect(&m_sessions, &SessionService::loginChanged, this, &Demo::onStep);
    }
    connect(&m_snapshots, &SnapshotProvider::snapshotChanged, this, &Demo::onSnapshot);
    onSnapshot();
    m_echo.start();
}

void Demo::onSnapshot()
{
    const QList<ProfileSnapshot>& profiles = m_snapshots.snapshot().profiles;
    m_traffic.setConnected(
        std::any_of(profiles.begin(), profiles.end(), [](const ProfileSnapshot& profile) {
            return profile.session.state == SessionState::Online;
        }));
    const ProfileSnapshot* first = m_snapshots.snapshot().find(defaultProfile());
    if (m_logsIn && first && first->session.state == SessionState::NeedsLogin) {
        m_logsIn = false;
        if (const Result<QString> login =
                m_sessions.startLogin(defaultProfile(), OtherPerson::Accepted);
            !login) {
            qCWarning(lcApp).noquote() << errorText(login.error(), TextLanguage::English);
        }
    }
}

void Demo::onStep(const LoginStep& step)
{
    if (step.kind == LoginStep::Kind::Qr) {
        m_phone.scan();
    }
}

} // namespace zalo
