// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pairingrequest.h"
#include "ui/shell/traysubmenu.h"

#include <QList>

namespace zalo {

//! Who asks whether the bot may answer, in the tray's menu.
class RequestsMenu : public TraySubmenu
{
    Q_OBJECT

public:
    explicit RequestsMenu(QObject* parent = nullptr);

    void setRequests(const QList<PairingRequest>& requests);
    void retranslate();

signals:
    void approveRequested(const QString& requestId);
    //! All of them, with what they wrote.
    void showRequested();

protected:
    void fill(QMenu& menu) override;

private:
    QList<PairingRequest> m_requests;
};

} // namespace zalo
