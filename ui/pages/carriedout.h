// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"

#include <QHash>

namespace zalo {

//! What was carried out for messages while the window is there, so that it offers only what still
//! helps. Times are milliseconds since 1970 UTC.
class CarriedOut
{
public:
    //! A cure was made, or was not needed: that holds for all messages of the same person, or of
    //! the same group, that came before.
    void onCured(const ActivityItem& item, Cure cure, qint64 nowMs);
    //! The cure of this message was taken back.
    void onUndone(const ActivityItem& item);
    //! The message is delivered, or handed over again.
    void onTried(const ActivityItem& item, qint64 nowMs);

    //! `actions` without those that would change nothing. `approvedMs`: when its sender was
    //! approved; 0: they were not.
    [[nodiscard]] ActivityActions stillOf(ActivityActions actions, const ActivityItem& item,
                                          qint64 approvedMs) const;

private:
    [[nodiscard]] qint64 lastTryMs(const ActivityItem& item) const;

    QHash<QString, qint64> m_curedMs; //!< by what was cured
    QHash<qint64, QString> m_cureOf; //!< what was cured, by the id of an inbound row
    QHash<qint64, qint64> m_triedMs; //!< by the same
};

} // namespace zalo
