// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo::torture {

//! A small disk of its own for the companion's data, that can be filled to the last byte. It lives
//! in a mount namespace of this process and is gone with it, which takes root's rights.
class FullDisk
{
public:
    //! Puts it over the empty folder `path`; false where that is not allowed.
    [[nodiscard]] bool mount(const QString& path);
    [[nodiscard]] bool isMounted() const { return !m_path.isEmpty(); }

    //! Once nothing uses it.
    void unmount();

    void fill() const;
    void empty() const;

    //! As full, but of files: no further one can be made.
    void takeInodes() const;
    void giveInodes() const;

private:
    QString m_path;
};

} // namespace zalo::torture
