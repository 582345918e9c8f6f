// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/gatewaysection.h"

#include "companion/snapshotprovider.h"
#include "ui/pages/setupdialog.h"
#include "ui/widgets/gatewaylist.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pendinggateways.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString keysText(const Snapshot& snapshot)
{
    switch (snapshot.secrets.kind) {
    case SecretStatus::Kind::Keychain:
        return GatewaySection::tr("Their keys are kept in the desktop's keychain.");
    case SecretStatus::Kind::File:
        return GatewaySection::tr("Their keys are kept in a file that only you can read: there is "
                                  "no keychain here.");
    case SecretStatus::Kind::Unavailable:
        return snapshot.secrets.text.isEmpty()
            ? QString() // not queried yet
            : GatewaySection::tr("Their keys cannot be read. Unlock the desktop's keychain.");
    }
    Q_UNREACHABLE();
}

} // namespace

GatewaySection::GatewaySection(SnapshotProvider& snapshots, GatewayService& gateways,
                               QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_gateways(gateways),
      m_heading(new QLabel(this)),
      m_text(new MutedLabel(this)),
      m_list(new GatewayList(snapshots, gateways, this)),
      m_keys(new MutedLabel(this)),
      m_setUp(new QPushButton(this)),
      m_undo(new QPushButton(this))
{
    setBold(m_heading);
    m_setUp->setObjectName(u"setUpGateway"_s);
    m_undo->setObjectName(u"undoSetup"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_setUp);
    buttons->addWidget(m_undo);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(new PendingGateways(snapshots, gateways, this));
    column->addWidget(m_text);
    column->addWidget(m_list);
    column->addWidget(m_keys);
    column->addLayout(buttons);
    const auto opens = [this](GatewaySetup::Goal goal) {
        return [this, goal] { openSetupDialog(m_gateways, goal, window()); };
    };
    connect(m_setUp, &QPushButton::clicked, this, opens(GatewaySetup::Goal::SetUp));
    connect(m_undo, &QPushButton::clicked, this, opens(GatewaySetup::Goal::Undo));
    connect(m_list, &GatewayList::updateRequested, this, opens(GatewaySetup::Goal::SetUp));
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &GatewaySection::refresh);
    retranslate();
}

void GatewaySection::askToRevoke(const QString& id)
{
    m_list->askToRevoke(id);
}

void GatewaySection::refresh()
{
    const Snapshot& now = m_snapshots.snapshot();
    m_keys->setText(keysText(now));
    // The demo never uses a real Gateway.
    m_setUp->setVisible(now.mode != RunMode::Demo);
    m_undo->setVisible(now.mode != RunMode::Demo);
}

void GatewaySection::retranslate()
{
    m_heading->setText(tr("Gateways"));
    m_text->setText(
        tr("They read and write messages with this account. The first Gateway is "
           "trusted automatically; every other one waits for your approval. One that you "
           "revoke stays out until you let it ask again on its own side; its status "
           "there says how."));
    m_setUp->setText(tr("Set &up OpenClaw on this computer…"));
    m_setUp->setAccessibleName(tr("Set up OpenClaw on this computer…"));
    m_undo->setText(tr("U&ndo the setup…"));
    m_undo->setAccessibleName(tr("Undo the setup…"));
    refresh();
}

void GatewaySection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
