// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/error.h"

#include "core/bridgeerrors.h"
#include "core/commanderrors.h"
#include "core/machineerrors.h"
#include "core/setuperrors.h"
#include "core/singleline.h"
#include "core/storageerrors.h"
#include "core/zaloerrors.h"
#include "core/zcaerrors.h"

#include <QCoreApplication>

#include <array>

namespace zalo {
namespace {

constexpr qsizetype MaxDetailUnits = 4'200; // a path, and some words

constexpr ErrorEntry internalErrors[] {
    { ErrorKind::Internal, "Internal", "internal", ErrorCode::Other, PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error", "Something went wrong inside Zalo Companion: %1") },
};

template <std::size_t... Sizes> consteval auto joined(const ErrorEntry (&... domains)[Sizes])
{
    std::array<ErrorEntry, (Sizes + ...)> all {};
    std::size_t size = 0;
    const auto append = [&all, &size](const auto& domain) {
        for (const ErrorEntry& entry : domain) {
            all[size++] = entry;
        }
    };
    (append(domains), ...);
    return all;
}

constexpr auto table = joined(zcaErrors, zaloErrors, commandErrors, storageErrors, bridgeErrors,
                              machineErrors, setupErrors, internalErrors);

consteval bool everyKindHasItsRow()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].kind != ErrorKind(i)) {
            return false;
        }
    }
    return table.size() == std::size_t(ErrorKind::Internal) + 1;
}
static_assert(everyKindHasItsRow(), "the rows stand in the order of ErrorKind, one for each");

} // namespace

const ErrorEntry& errorEntry(ErrorKind kind)
{
    return table[std::size_t(kind)];
}

QString errorText(const Error& error, TextLanguage language)
{
    const char* source = errorEntry(error.kind).sentence;
    const QString sentence = language == TextLanguage::People
        ? QCoreApplication::translate("Error", source)
        : QString::fromUtf8(source);
    // Who wrote it is not known here: a path, an answer of zca, a reason of a server.
    const QString detail = shownLines(error.detail.left(MaxDetailUnits));
    if (sentence.contains(u"%2")) {
        return sentence.arg(detail.section(u'\n', 0, 0), detail.section(u'\n', 1));
    }
    return sentence.contains(u"%1") ? sentence.arg(detail).trimmed() : sentence;
}

QString errorKindName(ErrorKind kind)
{
    return QString::fromLatin1(errorEntry(kind).wireName);
}

bool possiblySent(ErrorKind kind, SendStage stage)
{
    switch (errorEntry(kind).possiblySent) {
    case PossiblySent::Never:
        return false;
    case PossiblySent::InPieces:
        return stage == SendStage::BegunInPieces;
    case PossiblySent::OnceBegun:
        return stage != SendStage::NotBegun;
    case PossiblySent::Always:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
