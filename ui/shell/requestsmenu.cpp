// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/requestsmenu.h"

#include "ui/presenters/pairingview.h"

namespace zalo {
namespace {

constexpr qsizetype MaxEntries = 5; // the window has all

} // namespace

RequestsMenu::RequestsMenu(QObject* parent)
    : TraySubmenu(parent)
{
    retranslate();
}

void RequestsMenu::setRequests(const QList<PairingRequest>& requests)
{
    if (m_requests != requests) {
        m_requests = requests;
        refresh();
    }
}

void RequestsMenu::retranslate()
{
    menu()->setTitle(tr("Waiting for approval"));
    refresh();
}

//! Queued: what follows may change the requests, and with them this menu.
void RequestsMenu::fill(QMenu& menu)
{
    for (const PairingRequest& request :
         m_requests.first(std::min(m_requests.size(), MaxEntries))) {
        QAction* approve = menu.addAction(tr("Approve %1").arg(entryText(pairingName(request))));
        approve->setEnabled(request.step == PairingStep::Waiting && request.isGatewayConnected);
        connect(
            approve, &QAction::triggered, this,
            [this, id = request.requestId] { emit approveRequested(id); }, Qt::QueuedConnection);
    }
    if (!m_requests.isEmpty()) {
        menu.addSeparator();
        connect(menu.addAction(tr("Show what they wrote…")), &QAction::triggered, this,
                &RequestsMenu::showRequested, Qt::QueuedConnection);
    }
}

} // namespace zalo
