// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "storage/database.h"

namespace zalo::activitytable {

//! A page of everything that happened, newest first. BadRequest for a cursor that is none of ours.
[[nodiscard]] Result<ActivityList> page(Database& db, const ActivityQuery& query);

//! One message with its text; nothing where it is not kept any more.
[[nodiscard]] Result<std::optional<ActivityItem>> item(Database& db, ActivityItem::Kind kind,
                                                       qint64 id);

} // namespace zalo::activitytable
