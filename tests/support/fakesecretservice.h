// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QMap>
#include <QString>

#include <chrono>

namespace zalo::test {

//! A keyring on the session's D-Bus (specifications.freedesktop.org/secret-service) that misbehaves
//! as it is told. It answers while this process runs an event loop.
class FakeSecretService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    //! True once it is the session's keyring.
    [[nodiscard]] bool start();

    //! Locked: whoever asks is shown a prompt, which nobody answers until unlock().
    void lock() { m_isLocked = true; }
    void unlock();
    //! Each answer takes so long.
    void answerAfter(std::chrono::milliseconds delay) { m_delay = delay; }
    void failWrites(bool fails) { m_failsWrites = fails; }

    //! How many secrets it has.
    [[nodiscard]] qsizetype size() const { return m_items.size(); }

    [[nodiscard]] QString introspect(const QString& path) const override;
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override;

private:
    using Attributes = QMap<QString, QString>;
    struct Item
    {
        Attributes attributes;
        QByteArray value;
        QString contentType;
    };

    [[nodiscard]] QDBusMessage answerTo(const QDBusMessage& message);
    [[nodiscard]] QDBusMessage search(const QDBusMessage& message) const;
    [[nodiscard]] QDBusMessage secrets(const QDBusMessage& message) const;
    [[nodiscard]] QDBusMessage createItem(const QDBusMessage& message);
    [[nodiscard]] QDBusMessage properties(const QDBusMessage& message) const;

    QMap<QString, Item> m_items; //!< by path
    int m_lastItem = 0;
    bool m_isLocked = false;
    bool m_failsWrites = false;
    bool m_isPrompting = false;
    std::chrono::milliseconds m_delay { 0 };
};

} // namespace zalo::test
