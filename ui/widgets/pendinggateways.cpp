// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/pendinggateways.h"

#include "companion/gatewayname.h"
#include "companion/gatewayservice.h"
#include "companion/snapshotprovider.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

PendingGateways::PendingGateways(SnapshotProvider& snapshots, GatewayService& gateways,
                                 QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_gateways(gateways),
      m_rows(new QVBoxLayout),
      m_problem(bodyLabel(this))
{
    m_rows->setSpacing(8);
    m_problem->setObjectName(u"pendingProblem"_s);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_rows);
    column->addWidget(m_problem);
    hide();
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &PendingGateways::refresh);
    refresh();
}

void PendingGateways::refresh()
{
    const QList<GatewayInfo> pending = gatewaysWhere(false, m_snapshots.snapshot());
    // Unchanged rows keep the keyboard focus.
    if (pending != m_shown) {
        m_shown = pending;
        build();
    }
}

void PendingGateways::build()
{
    while (QLayoutItem* row = m_rows->takeAt(0)) {
        row->widget()->hide();
        row->widget()->deleteLater(); // its button may have been pressed just now
        delete row;
    }
    for (const GatewayInfo& gateway : std::as_const(m_shown)) {
        m_rows->addWidget(buildRow(gateway));
    }
    report({});
    setVisible(!m_shown.isEmpty());
}

QWidget* PendingGateways::buildRow(const GatewayInfo& gateway)
{
    const QString name = gatewayName(gateway);
    auto* line = new QWidget(this);
    QLabel* text = bodyLabel(line);
    text->setObjectName(u"pendingGateway"_s);
    text->setText(tr("“%1” wants to read and write messages with this account. Approve it only if "
                     "it is yours.")
                      .arg(name));
    text->setToolTip(gateway.id);
    auto* approve = new QPushButton(tr("Approve"), line);
    approve->setAccessibleName(tr("Approve %1").arg(name));
    connect(approve, &QPushButton::clicked, this,
            [this, id = gateway.id] { report(m_gateways.approveGateway(id)); });
    auto* refuse = new QPushButton(tr("Refuse"), line);
    refuse->setAccessibleName(tr("Refuse %1").arg(name));
    refuse->setToolTip(tr("It stays out. It may ask again later, each time after a longer pause."));
    connect(refuse, &QPushButton::clicked, this,
            [this, id = gateway.id] { report(m_gateways.refuseGateway(id)); });
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text, 1);
    row->addWidget(approve, 0, Qt::AlignTop);
    row->addWidget(refuse, 0, Qt::AlignTop);
    return line;
}

void PendingGateways::report(const Result<void>& done)
{
    m_problem->setVisible(!done);
    m_problem->setText(done ? QString() : errorText(done.error()));
}

void PendingGateways::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        build();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
