// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/statereason.h"

#include "core/overloaded.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct CauseLabels
{
    const char* storedName;
    const char* wireName;
    const char* sentence;
};

CauseLabels labelsFor(StateCause cause)
{
    switch (cause) {
    case StateCause::Renewed:
        return { "Renewed", "renewed",
                 QT_TRANSLATE_NOOP("StateCause",
                                   "Scheduled reconnect: this system does not tell whether the "
                                   "connection works.") };
    case StateCause::Slept:
        return { "Slept", "slept", QT_TRANSLATE_NOOP("StateCause", "Reconnecting after sleep.") };
    case StateCause::Contested:
        return { "Contested", "contested",
                 QT_TRANSLATE_NOOP("StateCause",
                                   "Another program took the connection. Reconnecting once, in "
                                   "case it is gone again.") };
    case StateCause::OwnCommand:
        return { "OwnCommand", "ownCommand",
                 QT_TRANSLATE_NOOP("StateCause",
                                   "Reconnecting after a command of Zalo Companion needed the "
                                   "connection.") };
    case StateCause::AsksHistory:
        return { "AsksHistory", "asksHistory",
                 QT_TRANSLATE_NOOP("StateCause",
                                   "Reconnecting to ask Zalo's history for missed messages.") };
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<ErrorKind> errorKindOf(const std::optional<StateReason>& reason)
{
    const Error* error = reason ? std::get_if<Error>(&*reason) : nullptr;
    return error ? std::optional(error->kind) : std::nullopt;
}

QString stateReasonName(const StateReason& reason)
{
    return std::visit(
        Overloaded {
            [](StateCause cause) { return QString::fromLatin1(labelsFor(cause).wireName); },
            [](const Error& error) { return errorKindName(error.kind); },
        },
        reason);
}

QString stateReasonText(const StateReason& reason, TextLanguage language)
{
    return std::visit(Overloaded {
                          [language](StateCause cause) {
                              const char* sentence = labelsFor(cause).sentence;
                              return language == TextLanguage::People
                                  ? QCoreApplication::translate("StateCause", sentence)
                                  : QString::fromUtf8(sentence);
                          },
                          [language](const Error& error) { return errorText(error, language); },
                      },
                      reason);
}

QString storedStateCause(StateCause cause)
{
    return QString::fromLatin1(labelsFor(cause).storedName);
}

std::optional<StateCause> stateCauseFromStored(QStringView name)
{
    for (const StateCause cause : { StateCause::Renewed, StateCause::Slept, StateCause::Contested,
                                    StateCause::OwnCommand, StateCause::AsksHistory }) {
        if (name == storedStateCause(cause)) {
            return cause;
        }
    }
    return {};
}

} // namespace zalo
