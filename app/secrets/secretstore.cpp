// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/secretstore.h"

using namespace Qt::StringLiterals;

namespace zalo { } // namespace zalo
