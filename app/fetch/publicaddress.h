// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

class QHostAddress;

namespace zalo {

//! Whether an address belongs to the public internet (IANA's registries of special addresses):
//! none of this machine, of a private, shared or local network, of a test network, of many at once.
//! An IPv6 address that holds an IPv4 one (mapped, NAT64, 6to4) is as public as that one.
[[nodiscard]] bool isPublicAddress(const QHostAddress& address);

} // namespace zalo
