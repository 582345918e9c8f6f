// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/quitrequests.h"

#include <QEvent>

namespace zalo {

QuitRequests::QuitRequests(QObject* app)
    : QObject(app)
{
    app->installEventFilter(this);
}

bool QuitRequests::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Quit) {
        emit quitRequested();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace zalo
