// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/logging.h"

Q_LOGGING_CATEGORY(lcApp, "zalo.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcZca, "zalo.zca", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSession, "zalo.session", QtInfoMsg)
Q_LOGGING_CATEGORY(lcContacts, "zalo.contacts", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRelay, "zalo.relay", QtInfoMsg)
Q_LOGGING_CATEGORY(lcBridge, "zalo.bridge", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "zalo.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPlatform, "zalo.platform", QtInfoMsg)
