// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/secretstore.h"

namespace zalo {

QString secretKindName(SecretStatus::Kind kind)
{
    switch (kind) {
    case SecretStatus::Kind::Keychain:
        return QStringLiteral("keychain");
    case SecretStatus::Kind::File:
        return QStringLiteral("file");
    case SecretStatus::Kind::Unavailable:
        return QStringLiteral("unavailable");
    }
    Q_UNREACHABLE();
}

} // namespace zalo
