// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The least Qt program without windows that listens: what the companion's start and memory stand
// beside. Prints a line once it listens at the socket it is given.

#include <QCoreApplication>
#include <QLocalServer>

#include <cstdio>

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QLocalServer server;
    if (!server.listen(QCoreApplication::arguments().value(1))) {
        return 1;
    }
    std::puts("listening");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
