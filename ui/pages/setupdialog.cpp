// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/setupdialog.h"

#include "companion/gatewayservice.h"
#include "gatewaysetup/setuptexts.h"
#include "ui/pages/setupsteps.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"

#include <QDialogButtonBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize FirstSize { 640, 480 };
constexpr int Margin = 24;

} // namespace

SetupDialog::SetupDialog(std::unique_ptr<GatewaySetup> setup, GatewaySetup::Goal goal,
                         QWidget* parent)
    : QDialog(parent),
      m_setup(std::move(setup)),
      m_goal(goal),
      m_place(new MutedLabel(this)),
      m_steps(new SetupSteps(this)),
      m_progress(new QProgressBar(this)),
      m_message(bodyLabel(this)),
      m_do(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    build();
    retranslate();
    connect(m_setup.get(), &GatewaySetup::planned, this, &SetupDialog::setPlan);
    connect(m_setup.get(), &GatewaySetup::stepStarted, this, [this](int index) {
        m_step = index;
        m_steps->setMark(index, SetupSteps::Mark::UnderWay);
    });
    connect(m_setup.get(), &GatewaySetup::stepDone, this,
            [this](int index) { m_steps->setMark(index, SetupSteps::Mark::Done); });
    connect(m_setup.get(), &GatewaySetup::finished, this, &SetupDialog::report);
    probe();
}

SetupDialog::~SetupDialog() = default;

void SetupDialog::build()
{
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setObjectName(u"message"_s);
    m_do->setObjectName(u"do"_s);
    m_do->setDefault(true);
    m_close->setObjectName(u"close"_s);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_do, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &SetupDialog::reject);
    auto* content = new QWidget(this);
    auto* steps = new QVBoxLayout(content);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(16);
    steps->addWidget(m_place);
    steps->addWidget(m_steps);
    steps->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(16);
    m_plan = scrolled(content, this);
    m_plan->setVisible(false);
    column->addWidget(m_plan, 1);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    resize(FirstSize.width(), minimumSizeHint().height());
}

void SetupDialog::retranslate()
{
    const bool isUndo = m_goal == GatewaySetup::Goal::Undo;
    setWindowTitle(isUndo ? tr("Undo the setup of OpenClaw") : tr("Set up OpenClaw"));
    m_do->setText(isUndo ? tr("&Undo") : tr("&Set up"));
    m_close->setText(tr("&Close"));
}

void SetupDialog::setBusy(bool busy, const QString& message)
{
    m_progress->setVisible(busy);
    m_progress->setAccessibleName(message);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_do->setEnabled(false);
}

void SetupDialog::probe()
{
    setBusy(true, tr("Looking for OpenClaw…"));
    m_setup->probe(m_goal);
}

void SetupDialog::setPlan(const Result<SetupPlan>& plan)
{
    if (!plan) {
        setBusy(false, errorText(plan.error()));
        return;
    }
    m_place->setText(SetupTexts(TextLanguage::People).place().arg(plan->openclaw, plan->config));
    m_steps->setSteps(plan->steps);
    if (m_plan->isHidden()) {
        m_plan->setVisible(true);
        resize(FirstSize.expandedTo(size()));
    }
    setBusy(false,
            plan->changesSomething() ? QString()
                                     : tr("Already set up. You can test the connection."));
    if (!plan->changesSomething()) {
        m_do->setText(tr("&Test connection"));
    }
    m_do->setEnabled(true);
    m_do->setFocus();
    disconnect(m_do, nullptr, this, nullptr);
    connect(m_do, &QPushButton::clicked, this, &SetupDialog::run);
}

void SetupDialog::run()
{
    m_isRunning = true;
    m_close->setEnabled(false);
    setBusy(true, tr("This takes up to a minute."));
    m_setup->run();
}

void SetupDialog::report(const Result<QString>& outcome)
{
    m_isRunning = false;
    m_close->setEnabled(true);
    m_close->setFocus();
    setBusy(false, outcome ? *outcome : errorText(outcome.error()));
    if (outcome) {
        return;
    }
    if (m_step >= 0) {
        m_steps->setMark(m_step, SetupSteps::Mark::Failed);
    }
    // Probing again finds the remaining steps.
    m_do->setText(tr("Check &again"));
    m_do->setEnabled(true);
    m_do->setFocus();
    disconnect(m_do, nullptr, this, nullptr);
    connect(m_do, &QPushButton::clicked, this, [this] {
        retranslate();
        probe();
    });
}

void SetupDialog::reject()
{
    if (!m_isRunning) {
        QDialog::reject();
    }
}

void openSetupDialog(GatewayService& gateways, GatewaySetup::Goal goal, QWidget* window)
{
    auto* dialog = new SetupDialog(gateways.gatewaySetup(), goal, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace zalo
