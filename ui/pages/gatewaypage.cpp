// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/gatewaypage.h"

#include "companion/snapshotprovider.h"
#include "gatewayhost/gatewayhost.h"
#include "ui/pages/gatewaylogview.h"
#include "ui/pages/gatewaypanel.h"
#include "ui/pages/gatewaysection.h"
#include "ui/presenters/gatewaypresenter.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zalo {
namespace {

constexpr int Margin = 24;
constexpr int Section = 22;

} // namespace

GatewayPage::GatewayPage(const Roles& roles, QWidget* parent)
    : QWidget(parent),
      m_roles(roles)
{
    auto* content = new QWidget(this);
    m_heading = headingLabel(content);
    m_gateways = new GatewaySection(roles.snapshots, roles.gateways, content);
    m_log = new GatewayLogView(roles.host.log(), content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Section);
    column->addWidget(m_heading);
    column->addWidget(new GatewayPanel(roles.snapshots, roles.host, content));
    column->addWidget(m_gateways);
    column->addWidget(m_log, 1);
    column->addStretch();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolled(content, this));
    connect(&roles.host, &GatewayHost::stateChanged, this, &GatewayPage::refresh);
    refresh();
    retranslate();
}

void GatewayPage::askToRevoke(const QString& id)
{
    m_gateways->askToRevoke(id);
}

void GatewayPage::refresh()
{
    m_log->setVisible(presentGateway(m_roles.host.state(), m_roles.snapshots.snapshot()).hasLog);
}

void GatewayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // A demo never meets a real Gateway.
    m_roles.host.setWatched(m_roles.snapshots.snapshot().mode != RunMode::Demo);
}

void GatewayPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_roles.host.setWatched(false);
}

void GatewayPage::retranslate()
{
    m_heading->setText(tr("Gateway"));
}

void GatewayPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
