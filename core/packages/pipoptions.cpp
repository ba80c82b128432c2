// SPDX-License-Identifier: MIT
#include "core/packages/pipoptions.h"

#include <QSet>

namespace Slipway {

namespace {

const QSet<QByteArray> &longOptions()
{
    static const QSet<QByteArray> names = {"--requirement",
                                           "--constraint",
                                           "--build-constraint",
                                           "--editable",
                                           "--target",
                                           "--dest",
                                           "--destination-dir",
                                           "--build",
                                           "--platform",
                                           "--python-version",
                                           "--implementation",
                                           "--abi",
                                           "--root",
                                           "--prefix",
                                           "--src",
                                           "--source",
                                           "--upgrade-strategy",
                                           "--config-settings",
                                           "--config-setting",
                                           "--global-option",
                                           "--install-option",
                                           "--build-option",
                                           "--no-binary",
                                           "--only-binary",
                                           "--progress-bar",
                                           "--root-user-action",
                                           "--report",
                                           "--group",
                                           "--index-url",
                                           "--pypi-url",
                                           "--extra-index-url",
                                           "--find-links",
                                           "--python",
                                           "--log",
                                           "--log-file",
                                           "--local-log",
                                           "--keyring-provider",
                                           "--proxy",
                                           "--retries",
                                           "--timeout",
                                           "--default-timeout",
                                           "--exists-action",
                                           "--trusted-host",
                                           "--cert",
                                           "--client-cert",
                                           "--cache-dir",
                                           "--use-feature",
                                           "--use-deprecated",
                                           "--wheel-dir",
                                           "--uploaded-prior-to",
                                           "--all-releases",
                                           "--only-final",
                                           "--requirements-from-script",
                                           "--resume-retries",
                                           "--index",
                                           "--default-index",
                                           "--index-strategy",
                                           "--link-mode",
                                           "--resolution",
                                           "--prerelease",
                                           "--exclude-newer",
                                           "--directory",
                                           "--project",
                                           "--config-file",
                                           "--override",
                                           "--overrides",
                                           "--extra",
                                           "--torch-backend",
                                           "--no-build-isolation-package",
                                           "--reinstall-package",
                                           "--refresh-package",
                                           "--upgrade-package",
                                           "--no-build-package",
                                           "--only-build-package",
                                           "--python-platform",
                                           "--color",
                                           "--allow-insecure-host",
                                           "--constraints",
                                           "--requirements",
                                           "--excludes",
                                           "--pip-args",
                                           "--suffix",
                                           "--preinstall"};
    return names;
}

/// One-letter options with a value, which may also stand right behind the letter.
bool takesValue(char letter)
{
    return QByteArrayLiteral("rceitdbfwCpP").contains(letter);
}

} // namespace

bool takesNextWord(const QByteArray &option)
{
    if (option.startsWith("--"))
        return longOptions().contains(option);
    for (qsizetype i = 1; i < option.size(); ++i)
        if (takesValue(option.at(i)))
            return i == option.size() - 1;
    return false;
}

} // namespace Slipway
