// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/zcadialect.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString zcaDialectName(ZcaDialect dialect)
{
    return dialect == ZcaDialect::OpenZca ? u"openzca"_s : u"zca-cli"_s;
}

} // namespace zalo
