// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QObject>

namespace zalo {

//! What is gone after a reset.
enum class ResetMode
{
    Everything, //!< all that is stored, waiting messages and the keys of Gateways too
    KeepDamaged //!< nothing: a damaged data file is kept beside where it was
};

//! What the companion has stored, as a whole.
class DataService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Restarts the program with nothing stored. Settings stay, and the login to Zalo, which is
    //! zca's. BadRequest for KeepDamaged where nothing is damaged.
    [[nodiscard]] virtual Result<void> reset(ResetMode mode) = 0;
};

} // namespace zalo
