// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fuzztarget.h"

#include <QCoreApplication>

#include <cstdlib>

namespace zalo::fuzz {

void ensure(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

void prepare()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char* argv[] = { name, nullptr };
    static const QCoreApplication application(argc, argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
}

} // namespace zalo::fuzz
