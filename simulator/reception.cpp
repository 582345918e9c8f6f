// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "reception.h"

#include "history.h"
#include "linefile.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int usualDownload = 500; // ms, of a picture
constexpr int usualFetchTimeout = 10'000;
constexpr int inversionPercent = 2; // 20 to 49 of a burst of 2,000
constexpr int inversionTime = 5;

//! As openzca reads it: 0 is no limit; ms.
int fetchTimeout()
{
    bool ok = false;
    const int time = qEnvironmentVariableIntValue("OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS", &ok);
    return ok && time >= 0 ? time : usualFetchTimeout;
}

} // namespace

Reception::Reception(Context& context, bool isRaw)
    : m_context(context),
      m_isRaw(isRaw),
      m_random(quint32(context.settings.number(u"seed"_s, 0)))
{
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, &Reception::printHeld);
}

void Reception::take(const QJsonObject& message, const Account& account,
                     std::function<void()> printed)
{
    History(m_context.home).mark(message.value(u"msgId"_s).toString(), History::Arrival::Reached);
    const MediaPlan plan = planMedia(message);
    const Wait wait = waitFor(message, plan);
    ++m_underWay;
    const auto end = [this, message, account, plan, wait, printed = std::move(printed)] {
        print(message, account, plan, wait);
        printed();
        if (--m_underWay == 0) {
            emit becameIdle();
        }
    };
    if (wait.forNext && !m_held) {
        m_held = end;
        m_hold.start(wait.time);
        return;
    }
    if (wait.time > 0 && !wait.forNext) {
        QTimer::singleShot(wait.time, this, end);
        return;
    }
    end();
    printHeld();
}

void Reception::printHeld()
{
    m_hold.stop();
    if (const auto held = std::exchange(m_held, {})) {
        held();
    }
}

Reception::Wait Reception::waitFor(const QJsonObject& message, const MediaPlan& plan)
{
    Settings& settings = m_context.settings;
    if (plan.files.isEmpty() && plan.quotedFiles.isEmpty()) {
        // With the same seed always the same ones.
        const bool isHeldUp =
            int(m_random.bounded(100)) < settings.number(u"inversions"_s, inversionPercent);
        return isHeldUp ? Wait { settings.number(u"inversion-time"_s, inversionTime), true, {} }
                        : Wait {};
    }
    if (message.value(u"mediaFails"_s).toBool()) {
        return { 0, false, "fetch failed" };
    }
    const int time = message.value(u"downloadTime"_s)
                         .toInt(settings.duration(u"download-time"_s, usualDownload));
    const int limit = fetchTimeout();
    if (limit > 0 && time > limit) {
        return { limit, false,
                 "Timed out downloading inbound media: %1 (" + QByteArray::number(limit) + "ms)" };
    }
    // The limit is one for the first byte; a server that stalls then is waited for much longer.
    return { time + settings.number(u"download-stall"_s, 0), false, {} };
}

void Reception::print(const QJsonObject& message, const Account& account, const MediaPlan& plan,
                      const Wait& wait)
{
    const QString given = message.value(u"file"_s).toString();
    const InboundFiles files { fetch(plan.files, "inbound media", wait, given),
                               fetch(plan.quotedFiles, "quoted media", wait, {}) };
    const Contacts contacts(account, m_context.settings);
    m_context.output.writeMessage(
        inboundLine({ contacts, m_isRaw, m_context.zcaCli }, message, plan, files));
    History(m_context.home).mark(message.value(u"msgId"_s).toString(), History::Arrival::Printed);
}

QList<CachedFile> Reception::fetch(const QList<Attachment>& files, const char* label,
                                   const Wait& wait, const QString& given)
{
    for (const Attachment& file : files) {
        LineFile::fetches(m_context.home)
            .append({ { u"profile"_s, m_context.profile },
                      { u"url"_s, QString::fromUtf8(file.url) },
                      { u"done"_s, wait.failure.isEmpty() } });
        if (!wait.failure.isEmpty()) {
            m_context.output.writeError("Warning: failed to cache " + QByteArray(label) + " ("
                                        + QByteArray(wait.failure).replace("%1", file.url) + ")\n");
        }
    }
    return wait.failure.isEmpty() ? downloadFiles(m_context.home, m_context.profile, files, given)
                                  : missingFiles(files);
}

} // namespace zalo::sim
