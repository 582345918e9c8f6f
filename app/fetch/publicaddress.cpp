// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/publicaddress.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace zalo {
namespace {

struct Network4
{
    quint32 address;
    int bits;
};

constexpr std::array specialIpv4 {
    Network4 { 0x00000000, 8 }, // this network
    Network4 { 0x0a000000, 8 }, // private: 10/8
    Network4 { 0x64400000, 10 }, // shared by a provider's customers: 100.64/10
    Network4 { 0x7f000000, 8 }, // loopback
    Network4 { 0xa9fe0000, 16 }, // link-local: 169.254/16
    Network4 { 0xac100000, 12 }, // private: 172.16/12
    Network4 { 0xc0000000, 24 }, // protocols: 192.0.0/24
    Network4 { 0xc0000200, 24 }, // examples: 192.0.2/24
    Network4 { 0xc0586300, 24 }, // 6to4 relays: 192.88.99/24
    Network4 { 0xc0a80000, 16 }, // private: 192.168/16
    Network4 { 0xc6120000, 15 }, // benchmarks: 198.18/15
    Network4 { 0xc6336400, 24 }, // examples: 198.51.100/24
    Network4 { 0xcb007100, 24 }, // examples: 203.0.113/24
    Network4 { 0xe0000000, 4 }, // multicast
    Network4 { 0xf0000000, 4 }, // reserved, broadcast
};

bool isPublicIpv4(quint32 address)
{
    return std::none_of(specialIpv4.begin(), specialIpv4.end(), [address](const Network4& net) {
        return (address ^ net.address) >> (32 - net.bits) == 0;
    });
}

quint32 ipv4At(const Q_IPV6ADDR& address, int at)
{
    return quint32(address[at]) << 24 | quint32(address[at + 1]) << 16
        | quint32(address[at + 2]) << 8 | quint32(address[at + 3]);
}

bool startsWith(const Q_IPV6ADDR& address, std::initializer_list<quint8> prefix)
{
    return std::equal(prefix.begin(), prefix.end(), address.c);
}

bool isPublicIpv6(const Q_IPV6ADDR& address)
{
    if (startsWith(address, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff }) // mapped
        || startsWith(address, { 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0 })) { // NAT64
        return isPublicIpv4(ipv4At(address, 12));
    }
    if (startsWith(address, { 0x20, 0x02 })) { // 6to4
        return isPublicIpv4(ipv4At(address, 2));
    }
    const bool isUnicast = address[0] >> 5 == 1; // 2000::/3, all that is assigned
    const bool isProtocols = startsWith(address, { 0x20, 0x01 }) && address[2] < 2; // 2001::/23
    const bool isExample = startsWith(address, { 0x20, 0x01, 0x0d, 0xb8 })
        || (startsWith(address, { 0x3f, 0xff }) && address[2] >> 4 == 0);
    return isUnicast && !isProtocols && !isExample;
}

} // namespace

bool isPublicAddress(const QHostAddress& address)
{
    switch (address.protocol()) {
    case QHostAddress::IPv4Protocol:
        return isPublicIpv4(address.toIPv4Address());
    case QHostAddress::IPv6Protocol:
        return isPublicIpv6(address.toIPv6Address());
    case QHostAddress::AnyIPProtocol:
    case QHostAddress::UnknownNetworkLayerProtocol:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
