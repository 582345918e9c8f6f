// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/gatewaylist.h"

#include "companion/gatewayname.h"
#include "companion/gatewayservice.h"
#include "companion/snapshotprovider.h"
#include "core/timetext.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString stateText(const GatewayInfo& gateway)
{
    if (gateway.pluginOutdated) {
        return GatewayList::tr("connected, with the outdated plugin %1").arg(gateway.plugin);
    }
    if (gateway.connected) {
        return GatewayList::tr("connected");
    }
    return gateway.lastSeenMs > 0
        ? GatewayList::tr("last seen %1").arg(timeText(gateway.lastSeenMs))
        : GatewayList::tr("not seen yet");
}

} // namespace

GatewayList::GatewayList(SnapshotProvider& snapshots, GatewayService& gateways, QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_gateways(gateways),
      m_problem(bodyLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_problem);
    m_problem->hide();
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &GatewayList::refresh);
    refresh();
}

void GatewayList::refresh()
{
    const QList<GatewayInfo> gateways = gatewaysWhere(true, m_snapshots.snapshot());
    // Unchanged rows keep the keyboard focus.
    if (!m_built || gateways != m_shown) {
        build(gateways);
    }
}

void GatewayList::build(const QList<GatewayInfo>& gateways)
{
    m_built = true;
    m_shown = gateways;
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    if (gateways.isEmpty()) {
        auto* none = new MutedLabel(m_rows);
        none->setText(tr("No Gateway has connected yet."));
        grid->addWidget(none, 0, 0);
    }
    for (int row = 0; row < gateways.size(); ++row) {
        addRow(row, gateways[row]);
    }
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_rows);
}

void GatewayList::addRow(int row, const GatewayInfo& gateway)
{
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    auto* label = bodyLabel(m_rows);
    label->setText(gatewayName(gateway));
    label->setToolTip(gateway.id);
    auto* state = new MutedLabel(m_rows);
    state->setWordWrap(false);
    state->setText(stateText(gateway));
    grid->addWidget(label, row, 0);
    grid->addWidget(state, row, 1);
    if (gateway.pluginOutdated) {
        auto* update = new QPushButton(tr("Update plugin…"), m_rows);
        update->setObjectName(u"updatePlugin"_s);
        update->setAccessibleName(tr("Update the plugin of %1").arg(label->text()));
        connect(update, &QPushButton::clicked, this, &GatewayList::updateRequested);
        grid->addWidget(update, row, 2);
    }
    addRevoke(row, gateway, label->text());
}

void GatewayList::addRevoke(int row, const GatewayInfo& gateway, const QString& name)
{
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    auto* revoke = new QPushButton(tr("Revoke…"), m_rows);
    revoke->setAccessibleName(tr("Revoke %1").arg(name));
    connect(revoke, &QPushButton::clicked, this, [this, id = gateway.id] { askToRevoke(id); });
    grid->addWidget(revoke, row, 3);
}

void GatewayList::askToRevoke(const QString& id)
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(),
                                    [&id](const GatewayInfo& shown) { return shown.id == id; });
    if (found == m_shown.cend()) {
        return;
    }
    m_confirm(this,
              { tr("Revoke “%1”?").arg(gatewayName(*found)),
                tr("It is disconnected at once, and the bot does not answer through it any "
                   "more. To come back it has to ask again on its own side, and you have to "
                   "approve it here."),
                tr("Revoke") },
              [this, id] { report(m_gateways.revokeGateway(id)); });
}

void GatewayList::report(const Result<void>& done)
{
    m_problem->setVisible(!done);
    m_problem->setText(done ? QString() : errorText(done.error()));
}

void GatewayList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        build(gatewaysWhere(true, m_snapshots.snapshot()));
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
