// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/secretstatus.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString secretKindName(SecretStatus::Kind kind)
{
    switch (kind) {
    case SecretStatus::Kind::Keychain:
        return u"keychain"_s;
    case SecretStatus::Kind::File:
        return u"file"_s;
    case SecretStatus::Kind::Unavailable:
        return u"unavailable"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
