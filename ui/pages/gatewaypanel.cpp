// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/gatewaypanel.h"

#include "companion/snapshotprovider.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statusiconlabel.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize IconSize { 32, 32 };

} // namespace

GatewayPanel::GatewayPanel(SnapshotProvider& snapshots, GatewayHost& host, QWidget* parent)
    : QFrame(parent),
      m_snapshots(snapshots),
      m_host(host),
      m_browser(&QDesktopServices::openUrl),
      m_icon(new StatusIconLabel(IconSize, this)),
      m_title(bodyLabel(this)),
      m_details(new MutedLabel(this)),
      m_problem(bodyLabel(this))
{
    build();
    connect(&host, &GatewayHost::stateChanged, this, &GatewayPanel::refresh);
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &GatewayPanel::refresh);
    retranslate();
}

void GatewayPanel::build()
{
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setBold(m_title);
    m_title->setObjectName(u"gatewayTitle"_s);
    m_details->setObjectName(u"gatewayDetails"_s);
    m_problem->setObjectName(u"gatewayProblem"_s);
    addButton(GatewayCommand::Start, u"startGateway"_s);
    addButton(GatewayCommand::Stop, u"stopGateway"_s);
    addButton(GatewayCommand::Restart, u"restartGateway"_s);
    addButton(GatewayCommand::OpenControlUi, u"openControlUi"_s);
    addButton(GatewayCommand::InstallService, u"installService"_s);
    addButton(GatewayCommand::CheckAgain, u"checkAgain"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (const Button& button : std::as_const(m_buttons)) {
        buttons->addWidget(button.widget);
    }
    buttons->addStretch();
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_details);
    texts->addWidget(m_problem);
    texts->addSpacing(8);
    texts->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(14);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
}

void GatewayPanel::addButton(GatewayCommand command, const QString& name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, command] { run(command); });
    m_buttons << Button { command, button };
}

void GatewayPanel::refresh()
{
    const GatewayView view = presentGateway(m_host.state(), m_snapshots.snapshot());
    m_icon->setIcon(view.icon);
    m_title->setText(view.title);
    m_details->setText(view.details.join(u'\n'));
    const QString problem = view.problem.isEmpty() ? m_browserProblem : view.problem;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    for (const Button& button : std::as_const(m_buttons)) {
        const bool isOpening = button.command == GatewayCommand::OpenControlUi && m_isOpening;
        button.widget->setVisible(view.offered.testFlag(button.command));
        button.widget->setEnabled(!view.isBusy && !isOpening);
    }
}

void GatewayPanel::run(GatewayCommand command)
{
    m_browserProblem.clear();
    switch (command) {
    case GatewayCommand::Start:
        m_host.start();
        break;
    case GatewayCommand::Stop:
        stop();
        break;
    case GatewayCommand::Restart:
        restart();
        break;
    case GatewayCommand::OpenControlUi:
        openControlUi();
        break;
    case GatewayCommand::InstallService:
        installService();
        break;
    case GatewayCommand::CheckAgain:
        m_host.inspect();
        break;
    }
    refresh();
}

void GatewayPanel::stop()
{
    if (!isGatewayInUse(m_snapshots.snapshot())) {
        m_host.stop();
        return;
    }
    m_confirm(this,
              { tr("Stop the Gateway?"),
                tr("Customers get no answer until it is started again. What they write meanwhile "
                   "is kept here and waits."),
                tr("Stop") },
              [this] { m_host.stop(); });
}

void GatewayPanel::restart()
{
    if (!isGatewayInUse(m_snapshots.snapshot())) {
        m_host.restart();
        return;
    }
    m_confirm(this,
              { tr("Restart the Gateway?"),
                tr("Customers get no answer until it runs again, which can take a minute. What "
                   "they write meanwhile is kept here and answered then."),
                tr("Restart") },
              [this] { m_host.restart(); });
}

void GatewayPanel::installService()
{
    m_confirm(this,
              { tr("Start the Gateway with the session?"),
                tr("OpenClaw installs a systemd service for your user. The Gateway then starts "
                   "with your session and is restarted if it fails. To undo it, run: "
                   "openclaw gateway uninstall"),
                tr("Install and start") },
              [this] { m_host.installService(); });
}

void GatewayPanel::openControlUi()
{
    m_isOpening = true;
    m_host.openControlUi(this, [this](const Result<QUrl>& address) { onControlUi(address); });
}

void GatewayPanel::onControlUi(const Result<QUrl>& address)
{
    m_isOpening = false;
    if (!address) {
        m_browserProblem = errorText(address.error());
    } else if (!m_browser(*address)) {
        m_browserProblem = tr("No browser could be opened. Run in a terminal: openclaw dashboard");
    }
    refresh();
}

void GatewayPanel::retranslate()
{
    const auto text = [](GatewayCommand command) {
        switch (command) {
        case GatewayCommand::Start:
            return tr("Start Gateway");
        case GatewayCommand::Stop:
            return tr("Stop");
        case GatewayCommand::Restart:
            return tr("Restart");
        case GatewayCommand::OpenControlUi:
            return tr("Open Control UI");
        case GatewayCommand::InstallService:
            return tr("Start with the session…");
        case GatewayCommand::CheckAgain:
            return tr("Check again");
        }
        Q_UNREACHABLE();
    };
    for (const Button& button : std::as_const(m_buttons)) {
        button.widget->setText(text(button.command));
    }
    m_browserProblem.clear();
    refresh();
}

void GatewayPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace zalo
