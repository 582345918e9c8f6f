// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storedhistory.h"

#include "messagestore/relayschema.h"

#include <QDebug>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace zalo::bench {

QString profileName(int number)
{
    return u"profile-%1"_s.arg(number);
}

bool makeHistory(const QString& path, int messages, int profiles)
{
    Database file({ path, relayMigrations(), false });
    if (!file.open() || !file.begin()) {
        return false;
    }
    const qint64 end = Clock().nowMs() - 3'600'000;
    const qint64 step = qint64(365) * 24 * 3'600'000 / std::max(messages, 1);
    // %1 messages, %2 profiles, %3 the end, %4 the step
    const auto numbers = u"WITH RECURSIVE n (i) AS (SELECT 0 WHERE %1 > 0 UNION ALL"
                         " SELECT i + 1 FROM n WHERE i + 1 < %1) "_s;
    const auto inbound =
        u"INSERT INTO inbound (profile, msg_id, thread_id, is_group, received_ms, payload, state,"
        " taken_ms, outcome, outcome_ms) SELECT 'profile-' || (i % %2), 'm' || i, 't' || (i % 199),"
        " 0, %3 - (%1 - i) * %4, '{\"text\":\"Xin chào, cho mình hỏi giá của món này ' || i"
        " || '\"}', 'taken', %3, 'dispatched', %3 FROM n"_s;
    const auto outbound =
        u"INSERT INTO outbound (owner, key, profile, thread_id, is_group, kind, created_ms,"
        " deadline_ms, started_ms, finished_ms, state) SELECT 'gateway', 'k' || i,"
        " 'profile-' || (i % %2), 't' || (i % 199), 0, 'text', %3 - (%1 - i) * %4, %3, %3, %3,"
        " 'sent' FROM n"_s;
    const auto parts = u"INSERT INTO outbound_part (outbound, ordinal, text, state, message_ids)"
                       " SELECT id, 0, 'Dạ, món này 45.000 đ ạ', 'sent', 'z' || id FROM outbound"_s;
    const auto filled = [&](const QString& sql) {
        return file.change(QString(numbers + sql).arg(messages).arg(profiles).arg(end).arg(step));
    };
    for (const auto& done : { filled(inbound), filled(outbound), file.change(parts) }) {
        if (!done) {
            qCritical().noquote() << errorText(done.error(), TextLanguage::English);
            return false;
        }
    }
    return file.commit().has_value();
}

double cpuSeconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace zalo::bench
