// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/sessionendwatcher.h"

#include <QEvent>

namespace zalo {

SessionEndWatcher::SessionEndWatcher(QObject* app)
    : QObject(app)
{
    app->installEventFilter(this);
}

bool SessionEndWatcher::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Quit) {
        emit quitRequested();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace zalo
