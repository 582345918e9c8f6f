// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The least Qt program with an icon in the tray, and with a window of one word where it is asked
// for (every window has words, and the first one costs the fonts): what the companion's start and
// memory stand beside.
//   baretray [--window]

#include <QApplication>
#include <QLabel>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QPixmap picture(64, 64);
    picture.fill(Qt::darkCyan);
    QSystemTrayIcon icon { QIcon(picture) };
    icon.show();
    QLabel window(u"Window"_s);
    if (QApplication::arguments().contains(u"--window"_s)) {
        window.resize(860, 620);
        window.show();
    }
    return QApplication::exec();
}
