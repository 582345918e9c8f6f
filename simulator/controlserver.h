// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>
#include <QLocalServer>

#include <functional>

namespace zalo::sim {

//! The socket through which `zca-sim ctl` steers a running login or listener: one JSON object a
//! line each way. It lies in the control folder as `<kind>.<profile>.<pid>.sock`; a file `….ready`
//! beside it says that there is a QR to scan, or a connection to Zalo.
class ControlServer : public QObject
{
    Q_OBJECT

public:
    //! Takes the answer once the effect is there, maybe later: `{ok, text}` or `{ok: false,
    //! error}`.
    using Answer = std::function<void(const QJsonObject&)>;
    using Handler = std::function<void(const QJsonObject& request, const Answer& answer)>;

    ControlServer(const Home& home, const QString& kind, const QString& profile, Handler handler);
    ~ControlServer() override;

    //! False if the socket cannot be made.
    [[nodiscard]] bool start();
    void setReady(bool ready);

private:
    void accept();
    void read(QLocalSocket* client);

    QString m_folder;
    QString m_name;
    Handler m_handler;
    QLocalServer m_server;
    int m_folderHandle = -1;
};

} // namespace zalo::sim
