// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/profilelabels.h"

#include "core/singleline.h"
#include "settings/settingsformat.h"
#include "settings/settingsmigration.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

ProfileLabels::ProfileLabels(const QString& configFolder, QObject* parent)
    : QObject(parent),
      m_file(configFolder + u"/settings.json"_s, settingsFormat())
{ }

QString ProfileLabels::label(const QString& profile) const
{
    return foreignName(m_file.value(settingskeys::ProfileLabels + profile).toString());
}

void ProfileLabels::setLabel(const QString& profile, const QString& label)
{
    if (label == this->label(profile)) {
        return;
    }
    if (label.isEmpty()) {
        m_file.remove(settingskeys::ProfileLabels + profile);
    } else {
        m_file.setValue(settingskeys::ProfileLabels + profile, label);
    }
    emit changed(profile);
}

} // namespace zalo
