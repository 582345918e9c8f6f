// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/commitqueue.h"

#include <QList>

namespace zalo {

//! Rows that `change` is called for, one by one: in transactions of a bounded length, so that other
//! jobs wait for none of them long. Gives of how many it was true; what was changed before an error
//! stays so. `queue` and `context` live until the answer.
void changeRows(CommitQueue& queue, const QString& profile, const QList<qint64>& ids,
                const std::function<Result<bool>(Database&, qint64 id)>& change, QObject* context,
                const Callback<int>& done);

} // namespace zalo
