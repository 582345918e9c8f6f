// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "zca/zcacommand.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <chrono>

namespace zalo {

//! One message that comes by itself.
struct DemoMessage
{
    std::chrono::milliseconds pause; //!< after the one before, or after the connection stands
    QJsonObject message; //!< as `zca-sim ctl inject` takes it
};

//! The demo's messages, in order: customers of a shop and a family, as they write on an ordinary
//! day. The people and groups are those that the simulator knows.
[[nodiscard]] QList<DemoMessage> demoScript();

//! Of the people in it those whom the demo's Gateway does not know.
[[nodiscard]] QSet<QString> demoStrangers();

//! `zca-sim ctl <arguments>`.
[[nodiscard]] ZcaRequest simulatorCall(const QStringList& arguments);

} // namespace zalo
