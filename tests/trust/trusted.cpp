// SPDX-License-Identifier: MIT
#include "tests/trust/trusted.h"

#include "core/base/files.h"

#include <QDir>
#include <QFileInfo>

using namespace Slipway;

namespace TestTrust {

Files::Files(QString home) : m_home(std::move(home)) {}

void Files::trust(const QString &file) const
{
    const Places places(m_home + QLatin1String("/data"), m_home + QLatin1String("/config"),
                        m_home + QLatin1String("/cache"));
    if (const auto bytes = readFile(file, 1024 * 1024))
        TestTrust::trust(places, *bytes, QFileInfo(file).canonicalFilePath());
}

void Files::add(const QString &file)
{
    if (!file.endsWith(QLatin1String(".yaml")))
        return;
    if (!m_files.contains(file))
        m_files.append(file);
    trust(file);
}

void Files::beforeCall(const QStringList &arguments, const QString &folder)
{
    if (arguments.value(0) != QLatin1String("run"))
        return;
    for (const QString &argument : arguments.mid(1)) {
        const QFileInfo info(QDir(folder), argument);
        if (argument.endsWith(QLatin1String(".yaml")) && info.isFile())
            add(info.absoluteFilePath());
    }
    for (const QString &file : std::as_const(m_files))
        trust(file);
}

} // namespace TestTrust
