// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "health/statusjson.h"

#include "companion/snapshotjson.h"
#include "health/findings.h"
#include "health/findingtext.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QJsonObject findingJson(const Finding& finding, TextLanguage language)
{
    return { { u"code"_s, findingName(finding.code) },
             { u"severity"_s, severityName(finding.severity) },
             { u"text"_s, findingTitle(finding, language) },
             { u"detail"_s, findingDetail(finding, language) },
             { u"action"_s, healthActionName(finding.action) },
             { u"profile"_s, finding.profile.isEmpty() ? QJsonValue() : finding.profile },
             { u"count"_s, finding.count },
             { u"since"_s, finding.sinceMs > 0 ? QJsonValue(finding.sinceMs) : QJsonValue() },
             { u"chatsWaiting"_s, finding.waiting.count } };
}

QJsonObject healthJson(const Snapshot& all, const QString& profile, TextLanguage language)
{
    Snapshot snapshot = all;
    if (snapshot.find(profile)) { // whom others keep waiting is not said of this one
        snapshot.profiles.removeIf(
            [&profile](const ProfileSnapshot& other) { return other.profile != profile; });
    }
    QList<Finding> found = findings(snapshot);
    if (!profile.isEmpty()) {
        found = findingsOf(profile, found);
    }
    QJsonArray told;
    for (const Finding& finding : std::as_const(found)) {
        told.append(findingJson(finding, language));
    }
    return { { u"severity"_s, found.isEmpty() ? u"ok"_s : severityName(found.first().severity) },
             { u"text"_s, headline(snapshot, found, language) },
             { u"findings"_s, told } };
}

} // namespace

QJsonObject statusJson(const Snapshot& snapshot, const QString& profile, TextLanguage language)
{
    QJsonObject json = toJson(snapshot, profile, language);
    json[u"health"_s] = healthJson(snapshot, profile, language);
    return json;
}

} // namespace zalo
