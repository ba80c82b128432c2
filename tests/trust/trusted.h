// SPDX-License-Identifier: MIT
#pragma once

#include "core/trust/truststore.h"

#include <QStringList>

/// What tests that run checklists do first, as a person would with `slipway trust`.
namespace TestTrust {

/// Trusts a checklist with these bytes at that path, there or not. Nothing if it cannot be read:
/// then it does not run either.
inline void trust(const Slipway::Places &places, const QByteArray &bytes, const QString &file)
{
    using namespace Slipway;
    const ReadChecklist read = readChecklist(bytes, file);
    if (!read.checklist)
        return;
    const TrustStore store(places);
    const Bundle bundle = Bundle::of(*read.checklist, bytes);
    if (store.check(bundle))
        return;
    if (const auto trusted = store.trust({bundle, QStringLiteral("a test"), 0}); !trusted)
        qWarning("%s: %s", qPrintable(file), qPrintable(trusted.error().message()));
}

/// Checklists that a test wrote for programs that run with one SLIPWAY_HOME.
class Files final
{
public:
    explicit Files(QString home);

    /// Takes note of it if it is named like a checklist, and trusts it as it is now.
    void add(const QString &file);
    /// Before a program runs with these arguments: if it begins a run, what was noted, and a file
    /// that stands among them, is trusted as it is now. folder: what relative names are below.
    void beforeCall(const QStringList &arguments, const QString &folder);

private:
    void trust(const QString &file) const;

    QString m_home;
    QStringList m_files;
};

} // namespace TestTrust
