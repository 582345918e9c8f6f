// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "relay/outboundrequest.h"

using namespace Qt::StringLiterals;

// The rows that tests of the store and the relay use.
namespace zalo::test {

extern const QString home; //!< the profile
extern const QString owner; //!< the account that the rows belong to
extern const QString stranger; //!< another account, which logs in to the same profile
extern const QString gateway; //!< the owner of what is sent

//! A text of one person; its message id, time (1,000,000 and on) and words follow from the number.
[[nodiscard]] InboundRow inboundRow(int number, const QString& thread = u"t1"_s);

//! A queued send to a group; each text is a part.
[[nodiscard]] OutboundRow outboundRow(const QString& key, const QStringList& texts = { u"chào"_s });

//! A text to one person: "text " and the key.
[[nodiscard]] OutboundRequest outboundRequest(const QString& key, const QString& thread = u"t1"_s);

} // namespace zalo::test
