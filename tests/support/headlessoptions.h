// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localcompanion/companionoptions.h"
#include "simulator.h"

#include <QProcessEnvironment>
#include <QString>

namespace zalo::test {

//! A companion without windows, keychain, pictures and the web, all of whose files lie in `folder`.
//! It finds no zca there.
inline CompanionOptions headlessOptions(const QString& folder)
{
    using namespace Qt::StringLiterals;
    CompanionOptions options;
    options.paths = { folder + u"/config"_s, folder + u"/data"_s, folder + u"/state"_s,
                      folder + u"/cache"_s };
    options.bridgeAddress = SocketAddress(QString(folder + u"/run/bridge.sock"_s));
    options.mode = RunMode::Headless;
    options.zca.environment.insert(u"ZALO_COMPANION_ZCA"_s, folder + u"/no-zca"_s);
    options.usesKeychain = false;
    options.loadsPictures = false;
    options.fetch.hosts = HostList(QStringList());
    return options;
}

//! As headlessOptions(), with the simulator in the place of zca.
inline CompanionOptions simulatorOptions(const QString& folder)
{
    using namespace Qt::StringLiterals;
    CompanionOptions options = headlessOptions(folder);
    options.zca.environment = QProcessEnvironment::systemEnvironment();
    options.zca.environment.insert(u"ZALO_COMPANION_ZCA"_s, Simulator::path());
    return options;
}

} // namespace zalo::test
