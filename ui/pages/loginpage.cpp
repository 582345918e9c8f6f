// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/loginpage.h"

#include "companion/accountname.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "settings/settings.h"
#include "ui/pages/loginmessages.h"
#include "ui/pages/loginsteps.h"
#include "ui/pages/qrpanel.h"
#include "ui/widgets/accountchoice.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagepanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace zalo {
namespace {

constexpr int Margin = 24;
constexpr int StepsWidth = 260;
constexpr int PanelWidth = 300;

} // namespace

LoginPage::LoginPage(SnapshotProvider& snapshots, SessionService& sessions, Settings& settings,
                     QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_sessions(sessions),
      m_settings(settings),
      m_profile(defaultProfile()),
      m_heading(headingLabel(this)),
      m_account(new AccountChoice(AccountChoice::Offer::One, this)),
      m_steps(new LoginSteps(this)),
      m_note(new MutedLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_message(new MessagePanel(this)),
      m_qr(new QrPanel(this))
{
    m_heading->setObjectName(QStringLiteral("heading"));
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_qr);
    m_stack->setMinimumWidth(PanelWidth);
    m_steps->setFixedWidth(StepsWidth);
    auto* row = new QHBoxLayout;
    row->setSpacing(Margin);
    row->addWidget(m_steps, 0, Qt::AlignVCenter);
    row->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(16);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_account);
    column->addLayout(top);
    column->addLayout(row, 1);
    column->addWidget(m_note);
    connect(m_account, &AccountChoice::profileChanged, this, &LoginPage::chooseAccount);
    connect(m_message, &MessagePanel::primaryPressed, this, &LoginPage::onPrimary);
    connect(m_message, &MessagePanel::secondaryPressed, this, &LoginPage::onSecondary);
    connect(m_qr, &QrPanel::cancelRequested, this, &LoginPage::cancelLogin);
    connect(m_qr, &QrPanel::simulatedScanRequested, this, &LoginPage::simulatedScanRequested);
    m_qr->setScanSimulated(snapshots.snapshot().mode == RunMode::Demo);
    connect(&sessions, &SessionService::loginChanged, this, &LoginPage::onStep);
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &LoginPage::onSnapshot);
    retranslate();
}

void LoginPage::begin(const QString& profile)
{
    const QString wanted = profile.isEmpty() ? defaultProfile() : profile;
    if (!m_loginId.isEmpty()) {
        // A code that nobody has scanned gives way to another account's.
        const bool isUnused = m_scene == Scene::Starting || m_scene == Scene::Code;
        if (wanted == m_profile || !isUnused) {
            return;
        }
        cancelLogin();
    }
    m_profile = wanted;
    if (m_settings.isRiskAccepted()) {
        startLogin();
    } else {
        setScene(Scene::Risk);
    }
}

void LoginPage::startLogin()
{
    m_step = {};
    setScene(Scene::Starting);
    const Result<QString> login = m_sessions.startLogin(m_profile, OtherPerson::AwaitsDecision);
    if (login) {
        m_loginId = *login;
        return;
    }
    showFailure(login.error());
}

void LoginPage::cancelLogin()
{
    const QString login = std::exchange(m_loginId, {});
    m_qr->clear();
    setScene(Scene::Ready);
    if (!login.isEmpty()) {
        m_sessions.cancelLogin(login);
    }
}

void LoginPage::onStep(const LoginStep& step)
{
    // Logins requested elsewhere show their code only there.
    if (m_loginId.isEmpty() || step.loginId != m_loginId) {
        return;
    }
    m_step = step;
    if (step.isFinal()) {
        m_loginId.clear();
        m_qr->clear();
    }
    switch (step.kind) {
    case LoginStep::Kind::Starting:
        setScene(Scene::Starting);
        break;
    case LoginStep::Kind::Qr:
        m_qr->setStep(step);
        setScene(Scene::Code);
        break;
    case LoginStep::Kind::Scanned:
        setScene(Scene::Scanned);
        break;
    case LoginStep::Kind::OtherPerson:
        setScene(Scene::OtherPerson);
        break;
    case LoginStep::Kind::Confirmed:
        setScene(Scene::Confirmed);
        break;
    case LoginStep::Kind::Declined:
    case LoginStep::Kind::Expired:
    case LoginStep::Kind::Cancelled:
    case LoginStep::Kind::Failed:
        setScene(Scene::Ended);
        break;
    }
}

//! What another account's login ended with is not this one's.
void LoginPage::chooseAccount()
{
    if (!isLoginUnderWay() && !m_account->profile().isEmpty()) {
        m_profile = m_account->profile();
        setScene(Scene::Ready);
    }
}

void LoginPage::onSnapshot()
{
    if (m_scene != Scene::Ready) {
        return;
    }
    const Snapshot& now = m_snapshots.snapshot();
    if (!now.find(m_profile)) { // it was removed
        m_profile = now.profiles.isEmpty() ? defaultProfile() : now.profiles.first().profile;
    }
    refresh();
}

void LoginPage::onPrimary()
{
    switch (m_scene) {
    case Scene::Risk:
        m_settings.acceptRisk();
        startLogin();
        break;
    case Scene::Confirmed:
        setScene(Scene::Ready);
        emit overviewRequested();
        break;
    case Scene::Ready:
    case Scene::Ended:
        begin(m_profile);
        break;
    case Scene::Starting:
        cancelLogin();
        break;
    case Scene::Scanned:
        onScannedPressed();
        break;
    case Scene::OtherPerson:
        scanAgain();
        break;
    case Scene::Code:
    case Scene::Connecting:
        break;
    }
}

//! Before the phone has confirmed it nothing is written: a cancelled login leaves all as it was.
void LoginPage::onScannedPressed()
{
    const bool isAnother = loginmessages::isOther(m_step);
    cancelLogin();
    if (isAnother) {
        begin(m_profile);
    }
}

//! zca has the other one's login by now.
void LoginPage::scanAgain()
{
    m_loginId.clear();
    setScene(Scene::Starting);
    m_sessions.logout(m_profile, this, [this](const Result<void>& done) {
        if (done) {
            startLogin();
        } else {
            showFailure(done.error());
        }
    });
}

void LoginPage::showFailure(const Error& error)
{
    m_step = {};
    m_step.kind = LoginStep::Kind::Failed;
    m_step.error = error;
    setScene(Scene::Ended);
}

void LoginPage::onSecondary()
{
    if (m_scene == Scene::OtherPerson) {
        setScene(Scene::Connecting);
        m_sessions.acceptLogin(m_loginId);
    } else if (m_scene == Scene::Ready && !loggedInName().isEmpty()) {
        confirmLogout();
    } else {
        setScene(Scene::Ready);
    }
}

void LoginPage::confirmLogout()
{
    confirm(
        this,
        { tr("Log out"),
          tr("Log out of %1 here? The bot stops, and the contacts are deleted from this computer.")
              .arg(loggedInName()),
          tr("Log out") },
        [this] {
            m_sessions.logout(m_profile, this, [this](const Result<void>& done) {
                if (!done) {
                    showFailure(done.error());
                }
            });
        });
}

void LoginPage::setScene(Scene scene)
{
    m_scene = scene;
    refresh();
}

void LoginPage::refresh()
{
    const QString name = loggedInName();
    const QString account = accountToLogIn();
    m_heading->setText(account.isEmpty() ? tr("Log in to Zalo") : tr("Log in to %1").arg(account));
    m_account->setAccounts(m_snapshots.snapshot());
    m_account->setProfile(m_profile);
    m_account->setEnabled(!isLoginUnderWay());
    const bool asksNothingOfThePhone = m_scene == Scene::Risk || m_scene == Scene::Confirmed
        || m_scene == Scene::OtherPerson || m_scene == Scene::Connecting
        || (m_scene == Scene::Ready && !name.isEmpty());
    m_steps->setVisible(!asksNothingOfThePhone);
    m_note->setVisible(m_scene != Scene::Risk);
    if (m_scene == Scene::Code) {
        m_stack->setCurrentWidget(m_qr);
        return;
    }
    m_stack->setCurrentWidget(m_message);
    switch (m_scene) {
    case Scene::Risk:
        m_message->setContent(loginmessages::risk());
        break;
    case Scene::Ready:
        m_message->setContent(loginmessages::ready(name));
        break;
    case Scene::Starting:
        m_message->setContent(loginmessages::starting());
        break;
    case Scene::Scanned:
        m_message->setContent(loginmessages::scanned(m_step));
        break;
    case Scene::OtherPerson:
        m_message->setContent(loginmessages::otherPerson(m_step));
        break;
    case Scene::Connecting:
        m_message->setContent(loginmessages::connecting());
        break;
    case Scene::Confirmed:
        m_message->setContent(loginmessages::confirmed(m_step));
        break;
    case Scene::Ended:
        m_message->setContent(loginmessages::ended(m_step));
        break;
    case Scene::Code:
        break;
    }
}

bool LoginPage::isLoginUnderWay() const
{
    return m_scene >= Scene::Starting && m_scene <= Scene::Connecting;
}

//! Which of several accounts it is, or what a person calls the only one; empty: nothing.
QString LoginPage::accountToLogIn() const
{
    const Snapshot& now = m_snapshots.snapshot();
    const ProfileSnapshot* profile = now.find(m_profile);
    const bool isNamed = profile && (now.profiles.size() > 1 || !profile->label.isEmpty());
    return isNamed ? accountName(*profile) : QString();
}

QString LoginPage::loggedInName() const
{
    const ProfileSnapshot* profile = m_snapshots.snapshot().find(m_profile);
    if (!profile || !profile->account || profile->session.state == SessionState::NeedsLogin
        || profile->session.state == SessionState::Expired) {
        return {};
    }
    return accountName(*profile);
}

void LoginPage::retranslate()
{
    m_note->setText(tr("Zalo allows one such login: opening Zalo Web or Zalo PC ends this one."));
    refresh();
}

void LoginPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
