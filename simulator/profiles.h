// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>

#include <functional>

namespace zalo::sim {

//! `profiles.json` of the real program (ZCA.md 1 and 4).
class Profiles
{
public:
    explicit Profiles(const Home& home);

    //! `wanted` (of -p), else OPENZCA_PROFILE, ZCA_PROFILE, the default one.
    [[nodiscard]] QString resolve(const QString& wanted) const;
    [[nodiscard]] bool exists(const QString& name) const;
    [[nodiscard]] QString defaultName() const;
    //! In the order of their making: name and `{label, createdAt, updatedAt}`.
    [[nodiscard]] QList<std::pair<QString, QJsonObject>> list() const;

    //! Makes it if it is not there; false for a name that may not be.
    bool ensure(const QString& name);
    void remove(const QString& name);
    void setDefault(const QString& name);
    void setLabel(const QString& name, const QString& label);

    //! `^[A-Za-z0-9_-]+$`
    [[nodiscard]] static bool isName(const QString& name);

private:
    void change(const std::function<void(QJsonObject& root, QJsonObject& profiles)>& edit);

    const Home& m_home;
    QJsonObject m_root;
};

} // namespace zalo::sim
