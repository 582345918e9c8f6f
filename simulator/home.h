// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace zalo::sim {

//! The state folder: `$ZCA_SIM_HOME`, else `$OPENZCA_HOME`, else `~/.openzca-sim`. Its files have
//! the real program's names (ZCA.md 1); what only the simulator has is under `sim/` and `control/`.
class Home
{
public:
    Home();

    [[nodiscard]] QString path(const QString& name) const { return m_root + u'/' + name; }
    [[nodiscard]] QString profilePath(const QString& profile, const QString& name) const;
    [[nodiscard]] QString controlFolder() const;
    //! Where downloaded media of a profile go, as the real program's environment says.
    [[nodiscard]] QString mediaFolder(const QString& profile) const;

    //! `count` new message ids, unique over all processes; the first of them.
    [[nodiscard]] qint64 takeMessageIds(int count) const;

private:
    QString m_root;
};

} // namespace zalo::sim
