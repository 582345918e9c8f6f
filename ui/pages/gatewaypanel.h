// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "ui/presenters/gatewaypresenter.h"
#include "ui/widgets/confirm.h"

#include <QFrame>
#include <QUrl>

#include <functional>

class QLabel;
class QPushButton;

namespace zalo {

class GatewayHost;
class MutedLabel;
class SnapshotProvider;
class StatusIconLabel;

//! The Gateway of this machine: whether it runs, and what can be done with it.
class GatewayPanel : public QFrame
{
    Q_OBJECT

public:
    //! Shows an address in the browser; false where it cannot.
    using Browser = std::function<bool(const QUrl&)>;

    GatewayPanel(SnapshotProvider& snapshots, GatewayHost& host, QWidget* parent = nullptr);

    //! Replace the question before people are cut off, and the browser, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }
    void setBrowser(Browser browser) { m_browser = std::move(browser); }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Button
    {
        GatewayCommand command;
        QPushButton* widget;
    };

    void build();
    void addButton(GatewayCommand command, const QString& name);
    void refresh();
    void retranslate();
    void run(GatewayCommand command);
    void stop();
    void restart();
    void installService();
    void openControlUi();
    void onControlUi(const Result<QUrl>& address);

    SnapshotProvider& m_snapshots;
    GatewayHost& m_host;
    Confirm m_confirm = &confirm;
    Browser m_browser;
    StatusIconLabel* m_icon;
    QLabel* m_title;
    MutedLabel* m_details;
    QLabel* m_problem;
    QList<Button> m_buttons;
    bool m_isOpening = false; //!< the Control UI's address was asked for
    QString m_browserProblem; //!< why it was not opened
};

} // namespace zalo
