// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaloginattempt.h"

#include "zca/zcaattachedlogin.h"
#include "zca/zcapollinglogin.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

Result<std::unique_ptr<ZcaLoginAttempt>>
ZcaLoginAttempt::create(const ZcaProgram& program, const QString& profile, ZcaRunner& runner,
                        const QString& privateFolder, const Policy& policy)
{
    if (program.can(ZcaCapability::QrPath)) {
        return std::make_unique<ZcaAttachedLogin>(program.path, profile, privateFolder, policy);
    }
    if (program.can(ZcaCapability::QrBase64)) {
        return std::make_unique<ZcaPollingLogin>(runner, profile, policy);
    }
    return failure(ErrorKind::ZcaUsage, u"auth login --qr-path"_s);
}

} // namespace zalo
