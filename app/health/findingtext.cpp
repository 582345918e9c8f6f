// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "health/findingtext.h"

#include "core/timetext.h"
#include "health/rules.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString spoken(const char* source, TextLanguage language, qint64 count = 0)
{
    QString text = QString::fromUtf8(source);
    if (text.isEmpty()) {
        return {};
    }
    if (language == TextLanguage::People) {
        // Only what counts has plural forms.
        const int number = text.contains(u"%n") ? int(count) : -1;
        return QCoreApplication::translate("Finding", source, nullptr, number);
    }
    return text.replace(u"%n"_s, QString::number(count))
        .replace(u"(s)"_s, count == 1 ? QString() : u"s"_s);
}

//! What %1 stands for.
QString argumentOf(const Finding& finding)
{
    return finding.subject.isEmpty() && finding.untilMs > 0 ? timeText(finding.untilMs)
                                                            : finding.subject;
}

QString filled(const QString& text, const Finding& finding)
{
    if (text.contains(u"%2")) {
        return text.arg(argumentOf(finding), finding.profile);
    }
    return text.contains(u"%1") ? text.arg(argumentOf(finding)) : text;
}

QString causeOf(const Finding& finding, TextLanguage language)
{
    return filled(spoken(ruleOf(finding.code).cause, language, finding.count), finding);
}

QString withCapital(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

//! What is wrong, and first of all whom it keeps from an answer: a clause, as Rule::cause.
QString clauseOf(const Finding& finding, TextLanguage language)
{
    const QString cause = causeOf(finding, language);
    return finding.waiting.count == 0
        ? cause
        : spoken(QT_TRANSLATE_N_NOOP("Finding", "%n customer(s) waiting since %1: %2"), language,
                 finding.waiting.count)
              .arg(timeText(finding.waiting.sinceMs), cause);
}

} // namespace

QString findingTitle(const Finding& finding, TextLanguage language)
{
    return withCapital(clauseOf(finding, language));
}

QString findingDetail(const Finding& finding, TextLanguage language)
{
    if (!finding.reason) {
        return filled(spoken(ruleOf(finding.code).detail, language), finding);
    }
    const QString reason = stateReasonText(*finding.reason, language);
    return finding.untilMs > 0
        ? spoken(QT_TRANSLATE_NOOP("Finding", "%1 Next try at %2."), language)
              .arg(reason, timeText(finding.untilMs))
        : reason;
}

QString headline(const Snapshot& snapshot, const QList<Finding>& findings, TextLanguage language)
{
    if (findings.isEmpty()) {
        return sessionStateText(SessionState::Online, language);
    }
    const Finding& worst = findings.first();
    const bool isOneOfSeveral = snapshot.profiles.size() > 1 && !worst.account.isEmpty();
    return isOneOfSeveral ? spoken(QT_TRANSLATE_NOOP("Finding", "%1: %2"), language)
                                .arg(worst.account, clauseOf(worst, language))
                          : findingTitle(worst, language);
}

} // namespace zalo
