// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSettings>

namespace zalo {

//! What a person calls the accounts, by their profiles; kept in the file of the settings.
class ProfileLabels : public QObject
{
    Q_OBJECT

public:
    //! `configFolder`: of Settings, which has healed and migrated the file by then.
    explicit ProfileLabels(const QString& configFolder, QObject* parent = nullptr);

    //! One line (foreignName()); empty: it has no label.
    [[nodiscard]] QString label(const QString& profile) const;
    //! Empty: it has none from now on.
    void setLabel(const QString& profile, const QString& label);

signals:
    void changed(const QString& profile);

private:
    QSettings m_file;
};

} // namespace zalo
