// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

//! A client of the bridge that writes what it is told, right or wrong, and keeps every line it
//! gets.
class RawClient : public QObject
{
    Q_OBJECT

public:
    explicit RawClient(const QString& path)
    {
        connect(&m_socket, &QLocalSocket::readyRead, this, &RawClient::read);
        connect(&m_socket, &QLocalSocket::disconnected, this, [this] { closed = true; });
        connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { failed = true; });
        m_socket.connectToServer(path);
    }

    void write(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    void send(const QJsonObject& object)
    {
        write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }

    //! Sends a request; its id is the number of requests so far.
    void call(const QString& method, const QJsonObject& params = {})
    {
        send({ { u"jsonrpc"_s, u"2.0"_s },
               { u"id"_s, ++m_calls },
               { u"method"_s, method },
               { u"params"_s, params } });
    }

    [[nodiscard]] QJsonObject last() const
    {
        return lines.isEmpty() ? QJsonObject() : lines.last();
    }
    [[nodiscard]] QJsonObject result() const { return last().value(u"result"_s).toObject(); }
    [[nodiscard]] QJsonObject error() const { return last().value(u"error"_s).toObject(); }
    [[nodiscard]] int code() const { return error().value(u"code"_s).toInt(); }
    [[nodiscard]] QString kind() const
    {
        return error().value(u"data"_s).toObject().value(u"kind"_s).toString();
    }
    [[nodiscard]] QString text() const { return error().value(u"message"_s).toString(); }
    [[nodiscard]] QLocalSocket& socket() { return m_socket; }

    QList<QJsonObject> lines;
    bool closed = false;
    bool failed = false;

private:
    void read()
    {
        m_rest += m_socket.readAll();
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            lines.append(QJsonDocument::fromJson(m_rest.first(end)).object());
            m_rest.remove(0, end + 1);
        }
    }

    QLocalSocket m_socket;
    QByteArray m_rest;
    int m_calls = 0;
};
