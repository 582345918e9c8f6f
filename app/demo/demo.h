// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demophone.h"
#include "demo/demotraffic.h"
#include "demo/echogateway.h"
#include "platform/runtimepaths.h"
#include "secrets/filesecretstore.h"
#include "zca/zcarunner.h"

#include <QObject>

namespace zalo {

class SessionService;
class SnapshotProvider;
struct LoginStep;

//! What surrounds a companion that runs as a demo: somebody with a phone, people who write, and a
//! Gateway that echoes.
class Demo : public QObject
{
    Q_OBJECT

public:
    //! `simulator` is the path of zca-sim; the companion runs, and outlives this.
    Demo(SnapshotProvider& snapshots, SessionService& sessions, const QString& simulator,
         const RuntimePaths& paths, const SocketAddress& bridge, QObject* parent = nullptr);

    //! `alone`: without windows nobody can scan a code, so the first login goes by itself.
    void start(bool alone);

    //! A phone scans the code that is on show, and confirms.
    void scanCode() { m_phone.scan(); }

private:
    void onSnapshot();
    void onStep(const LoginStep& step);

    SnapshotProvider& m_snapshots;
    SessionService& m_sessions;
    ZcaRunner m_simulator;
    FileSecretStore m_keys;
    DemoPhone m_phone;
    DemoTraffic m_traffic;
    EchoGateway m_echo;
    bool m_logsIn = false; //!< as soon as there is nobody logged in
};

} // namespace zalo
