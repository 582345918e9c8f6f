// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/loginstep.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;

namespace zalo {

class SessionService;
class SnapshotProvider;
class LoginSteps;
class AccountChoice;
class MessagePanel;
class Settings;
class QrPanel;
class MutedLabel;

//! The login, step by step: the risk before the first one, the code, who scanned it; every outcome
//! offers a next action.
class LoginPage : public QWidget
{
    Q_OBJECT

public:
    LoginPage(SnapshotProvider& snapshots, SessionService& sessions, Settings& settings,
              QWidget* parent = nullptr);

    //! Begins a login of this profile (empty: the default one); the first time it asks to accept
    //! the risk before. Does nothing while one of this profile runs, or one that was scanned.
    void begin(const QString& profile);

signals:
    //! The account is logged in and verified, and the user wants to see the overview.
    void overviewRequested();
    //! Demo only: simulate a phone that scans the code shown.
    void simulatedScanRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    //! What the page shows.
    enum class Scene
    {
        Risk,
        Ready,
        Starting,
        Code,
        Scanned,
        OtherPerson, //!< a person decides
        Connecting, //!< that person is agreed to
        Confirmed,
        Ended //!< m_step says how
    };

    void startLogin();
    void cancelLogin();
    void onStep(const LoginStep& step);
    void onSnapshot();
    void chooseAccount();
    void onPrimary();
    void onSecondary();
    void onScannedPressed();
    void scanAgain();
    void showFailure(const Error& error);
    void confirmLogout();
    void setScene(Scene scene);
    void refresh();
    [[nodiscard]] bool isLoginUnderWay() const;
    [[nodiscard]] QString accountToLogIn() const;
    [[nodiscard]] QString loggedInName() const;
    void retranslate();

    SnapshotProvider& m_snapshots;
    SessionService& m_sessions;
    Settings& m_settings;
    QString m_profile;
    QString m_loginId; //!< empty: no login of this page runs
    Scene m_scene = Scene::Ready;
    LoginStep m_step;
    QLabel* m_heading;
    AccountChoice* m_account;
    LoginSteps* m_steps;
    MutedLabel* m_note;
    QStackedWidget* m_stack;
    MessagePanel* m_message;
    QrPanel* m_qr;
};

} // namespace zalo
