// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The least Qt program with an icon in the tray: what the companion's start and memory stand
// beside. With a window it prints a line once that is painted.
//   baretray [--window]

#include <QApplication>
#include <QPainter>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace {

void say(const char* what)
{
    std::puts(what);
    std::fflush(stdout);
}

class PaintedWindow : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(rect(), palette().window());
        // Once the picture is with the X server.
        QTimer::singleShot(0, this, [this] {
            if (!m_said) {
                m_said = true;
                say("painted");
            }
        });
    }

private:
    bool m_said = false;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QPixmap picture(64, 64);
    picture.fill(Qt::darkCyan);
    QSystemTrayIcon icon { QIcon(picture) };
    icon.show();
    PaintedWindow window;
    if (QApplication::arguments().contains(QStringLiteral("--window"))) {
        window.resize(900, 600);
        window.show();
    }
    return QApplication::exec();
}
