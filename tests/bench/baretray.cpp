// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The least Qt program with an icon in the tray, and with a window where it is asked for: what the
// companion's start and memory stand beside.
//   baretray [--window]

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QPixmap picture(64, 64);
    picture.fill(Qt::darkCyan);
    QSystemTrayIcon icon { QIcon(picture) };
    icon.show();
    QWidget window;
    if (QApplication::arguments().contains(QStringLiteral("--window"))) {
        window.resize(860, 620);
        window.show();
    }
    return QApplication::exec();
}
