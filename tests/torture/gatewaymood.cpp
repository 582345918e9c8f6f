// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaymood.h"

#include <QFile>

namespace zalo::torture {

bool writeGatewayMood(const QString& path, GatewayMood mood)
{
    QFile file(path);
    // One byte: whoever reads it at any moment finds the old one, the new one or none.
    return file.open(QIODevice::WriteOnly) && file.putChar(char('0' + int(mood)));
}

GatewayMood readGatewayMood(const QString& path)
{
    QFile file(path);
    char letter = '0';
    if (file.open(QIODevice::ReadOnly) && file.getChar(&letter)) {
        return GatewayMood(letter - '0');
    }
    return GatewayMood::Well;
}

} // namespace zalo::torture
