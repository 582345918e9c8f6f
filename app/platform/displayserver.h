// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace zalo {

//! Where the environment says that windows go.
struct DisplayServer
{
    enum class State
    {
        Answering, //!< somebody listens there, or Qt was told to do without
        NotAnswering, //!< nobody does, so that Qt would abort the program
        None //!< no display is named
    };

    State state = State::None;
    QString name; //!< the value of DISPLAY or WAYLAND_DISPLAY; of NotAnswering only
};

//! Looks for it, before there is a QApplication. A display on another machine (`host:0`), or one
//! that SSH forwards (`localhost:10.0`), is waited for, but for three seconds at most.
[[nodiscard]] DisplayServer findDisplayServer(const QProcessEnvironment& environment);

} // namespace zalo
