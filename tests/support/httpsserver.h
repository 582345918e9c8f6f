// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>

#include <functional>
#include <map>

namespace zalo::test {

//! A web server on the loopback, as one of Zalo's: its certificate, made anew with `openssl`, is
//! for every host of theirs that is used in tests.
class HttpsServer : public QSslServer
{
    Q_OBJECT

public:
    using Answer = std::function<void(QSslSocket* socket, const QByteArray& request)>;

    //! Answers of each path, without the slash; what is not there is a 404.
    std::map<QByteArray, Answer> answers;
    QList<QByteArray> asked; //!< whole requests, in order
    int connections = 0; //!< also those that ask for nothing

    //! Listens; false where openssl is missing or the address is taken.
    [[nodiscard]] bool start(const QHostAddress& address = QHostAddress::LocalHost);

    //! Trusted by nobody but who is told to.
    [[nodiscard]] QString caFile() const;
    //! https://f1.zdn.vn:<port>/<path>
    [[nodiscard]] QString address(const QString& path,
                                  const QString& host = QStringLiteral("f1.zdn.vn")) const;
    //! Entries for FetchPolicy::resolved, by which these hosts are found at `addresses`.
    [[nodiscard]] QByteArrayList resolved(const QByteArray& addresses = "127.0.0.1") const;

    //! 200, with what follows the status line.
    [[nodiscard]] static Answer ok(const QByteArray& body, const QByteArray& headers = {});
    [[nodiscard]] static Answer redirect(const QString& to);
    //! Sends `begin`, then `again` for ever.
    [[nodiscard]] static Answer endless(const QByteArray& begin, const QByteArray& again);
    //! Sends `begin`, then nothing more.
    [[nodiscard]] static Answer stalled(const QByteArray& begin);

private:
    void read(QSslSocket* socket);

    QTemporaryDir m_folder;
};

} // namespace zalo::test
