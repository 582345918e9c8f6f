// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/chainpresenter.h"

#include "core/timetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct ChainPresenter
{
    Q_DECLARE_TR_FUNCTIONS(ChainPresenter)
};

QString since(qint64 ms)
{
    return ms > 0 ? ChainPresenter::tr("since %1").arg(timeText(ms)) : QString();
}

SemanticColor colorFor(SessionState state)
{
    switch (state) {
    case SessionState::Online:
        return SemanticColor::Success;
    case SessionState::LoggingIn:
    case SessionState::Connecting:
    case SessionState::Reconnecting:
        return SemanticColor::Progress;
    case SessionState::NeedsLogin:
    case SessionState::Kicked:
    case SessionState::Duplicate:
    case SessionState::Expired:
        return SemanticColor::Warning;
    case SessionState::Error:
        return SemanticColor::Error;
    case SessionState::NoCli:
    case SessionState::Offline:
        return SemanticColor::Muted;
    }
    Q_UNREACHABLE();
}

ChainNode zaloNode(const Snapshot& snapshot, const ProfileSnapshot* profile)
{
    SessionStatus session { SessionState::NeedsLogin, 0, 0, {}, NextStep::LogIn };
    if (profile) {
        session = profile->session;
    } else if (snapshot.zcaError) {
        session.state = SessionState::NoCli;
    }
    ChainNode node { u"node/zalo"_s,
                     u"Zalo"_s,
                     colorFor(session.state),
                     sessionStateText(session.state),
                     {},
                     session.state == SessionState::Online };
    // Without zca, Zalo's state is unknown; the next node says why.
    if (session.state == SessionState::NoCli) {
        node.title = ChainPresenter::tr("Not known");
    }
    node.details << since(session.sinceMs);
    if (session.lastVerifiedAtMs > 0) {
        node.details
            << ChainPresenter::tr("last confirmed %1").arg(timeText(session.lastVerifiedAtMs));
    }
    return node;
}

QString programTitle(ErrorKind kind)
{
    if (kind == ErrorKind::ZcaMissing) {
        return ChainPresenter::tr("Not found");
    }
    if (kind == ErrorKind::ZcaUsage) {
        return ChainPresenter::tr("Too old");
    }
    return ChainPresenter::tr("Does not work");
}

ChainNode zcaNode(const Snapshot& snapshot)
{
    ChainNode node { u"node/zca"_s, u"zca"_s, SemanticColor::Success, {}, {}, true };
    if (snapshot.zcaError) {
        node.linked = false;
        node.color = SemanticColor::Warning;
        node.title = programTitle(snapshot.zcaError->kind);
    } else if (snapshot.zcaPath.isEmpty()) {
        node.linked = false;
        node.color = SemanticColor::Progress;
        node.title = ChainPresenter::tr("Searching…");
    } else {
        node.title = ChainPresenter::tr("Found");
        node.details << ChainPresenter::tr("version %1").arg(snapshot.zcaVersion)
                     << zcaDialectName(snapshot.zcaDialect);
    }
    return node;
}

ChainNode companionNode(const Snapshot& snapshot)
{
    ChainNode node {
        u"node/companion"_s, ChainPresenter::tr("Companion"), SemanticColor::Success, {}, {}, true
    };
    switch (snapshot.delivery) {
    case DeliveryState::Running:
        node.title = ChainPresenter::tr("Relays messages");
        break;
    case DeliveryState::Paused:
        node.title = ChainPresenter::tr("Relay paused");
        node.color = SemanticColor::Warning;
        break;
    case DeliveryState::StorageLocked:
    case DeliveryState::StorageReadOnly:
    case DeliveryState::StorageFull:
    case DeliveryState::StorageFailing:
    case DeliveryState::StorageDamaged:
        node.title = ChainPresenter::tr("Cannot store messages");
        node.color = SemanticColor::Error;
        break;
    }
    node.linked = snapshot.delivery == DeliveryState::Running;
    node.details << since(snapshot.deliverySinceMs);
    return node;
}

ChainNode gatewayNode(const Snapshot& snapshot)
{
    ChainNode node {
        u"node/gateway"_s, ChainPresenter::tr("Gateway"), SemanticColor::Muted, {}, {}, false
    };
    switch (snapshot.bridgeState.value_or(BridgeState::Kind::NoGateway)) {
    case BridgeState::Kind::NoGateway:
        node.title = ChainPresenter::tr("Not connected");
        break;
    case BridgeState::Kind::AwaitingApproval:
        node.color = SemanticColor::Warning;
        node.title = ChainPresenter::tr("Waits for your approval");
        break;
    case BridgeState::Kind::Connected:
        node.color = SemanticColor::Success;
        node.title = ChainPresenter::tr("Connected");
        node.linked = true;
        break;
    case BridgeState::Kind::Silent:
        node.color = SemanticColor::Progress;
        node.title = ChainPresenter::tr("Does not answer");
        break;
    case BridgeState::Kind::KeyUnavailable:
        node.color = SemanticColor::Error;
        node.title = ChainPresenter::tr("Its key cannot be read");
        break;
    }
    node.details << since(snapshot.bridgeSinceMs);
    for (const GatewayInfo& gateway : snapshot.gateways) {
        if (gateway.connected) {
            node.details << gateway.label;
        }
    }
    return node;
}

} // namespace

QList<ChainNode> presentChain(const Snapshot& snapshot, const QString& profile)
{
    QList<ChainNode> nodes { zaloNode(snapshot, snapshot.find(profile)), zcaNode(snapshot),
                             companionNode(snapshot), gatewayNode(snapshot) };
    // A link joins two nodes: both must be healthy.
    for (qsizetype i = 0; i + 1 < nodes.size(); ++i) {
        nodes[i].linked = nodes[i].linked && nodes[i + 1].linked;
    }
    nodes.last().linked = false;
    for (ChainNode& node : nodes) {
        node.details.removeAll(QString());
    }
    return nodes;
}

} // namespace zalo
