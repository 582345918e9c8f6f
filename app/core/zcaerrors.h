// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of the program zca.
inline constexpr ErrorEntry zcaErrors[] {
    { ErrorKind::ZcaMissing, "ZcaMissing", "zcaMissing", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The program zca was not found. Install it with “npm install -g openzca”, "
                        "or set ZALO_COMPANION_ZCA to its path.") },
    { ErrorKind::ZcaNotExecutable, "ZcaNotExecutable", "zcaMissing", ErrorCode::Zca,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "%1 is not executable. Run “chmod +x” on it, or set ZALO_COMPANION_ZCA to "
                        "another zca.") },
    { ErrorKind::ZcaBroken, "ZcaBroken", "zcaBroken", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "zca was found, but it does not run (%1). Try “zca --version” in a "
                        "terminal; openzca needs Node.js 22.13 or newer.") },
    { ErrorKind::ZcaFailed, "ZcaFailed", "zcaBroken", ErrorCode::Zca, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error", "zca reported an error: %1") },
    { ErrorKind::ZcaSilent, "ZcaSilent", "timedOut", ErrorCode::NotDone, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error", "zca stopped responding and is being restarted (%1).") },
    { ErrorKind::ZcaUsage, "ZcaUsage", "zcaBroken", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This zca is too old, or the program is no zca: it does not understand a "
                        "call (%1). Update it with “npm install -g openzca@latest”.") },
    { ErrorKind::OutputTooLarge, "OutputTooLarge", "zcaBroken", ErrorCode::Zca,
      PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP("Error",
                        "zca printed more than any answer needs (%1), so it was stopped.") },
    { ErrorKind::FileTypeRefused, "FileTypeRefused", "file", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo does not take files of this type (%1). Send the file in another "
                        "format, or a link to it.") },
    { ErrorKind::FileTooLarge, "FileTooLarge", "file", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The file is larger than Zalo takes (%1). Make it smaller, or send a link "
                        "to it.") },
    { ErrorKind::PictureUnreadable, "PictureUnreadable", "file", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "The picture cannot be read. Check the file, or save it again as PNG or JPEG.") },
    { ErrorKind::MentionAmbiguous, "MentionAmbiguous", "mention", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Several members of the group have the name after an @, so nothing was "
                        "sent. Send the text again without the @.") },
    { ErrorKind::ZcaRefused, "ZcaRefused", "notSent", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "zca did not send it: %1") },
    { ErrorKind::ZcaCannot, "ZcaCannot", "unsupported", ErrorCode::Zca, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The installed zca cannot do this. Update zca.") },
};

} // namespace zalo
