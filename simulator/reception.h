// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "context.h"
#include "inbound.h"

#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include <functional>

namespace zalo::sim {

//! What a connected listener does with a message: it downloads the message's files, then prints its
//! line, while later messages overtake it (ZCA.md 10).
class Reception : public QObject
{
    Q_OBJECT

public:
    Reception(Context& context, bool isRaw);

    //! A complete message (completeMessage()) of the account has come; `printed` is called when its
    //! line is out.
    void take(const QJsonObject& message, const Account& account, std::function<void()> printed);

    //! A message is under download.
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

signals:
    void becameIdle();

private:
    //! How the wait for a message's files ends.
    struct Wait
    {
        int time = 0; //!< ms
        bool forNext = false; //!< or until the next message is printed
        QByteArray failure; //!< why no file came, "%1" stands for the address; empty where all came
    };

    [[nodiscard]] Wait waitFor(const QJsonObject& message, const MediaPlan& plan);
    //! Prints what waits only for another line.
    void printHeld();
    void print(const QJsonObject& message, const Account& account, const MediaPlan& plan,
               const Wait& wait);
    QList<CachedFile> fetch(const QList<Attachment>& files, const char* label, const Wait& wait,
                            const QString& given);

    Context& m_context;
    bool m_isRaw;
    int m_underWay = 0;
    std::function<void()> m_held;
    QTimer m_hold;
    QRandomGenerator m_random;
};

} // namespace zalo::sim
