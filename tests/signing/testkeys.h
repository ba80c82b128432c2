// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Slipway {

/// Keys of people and an agent that holds some of them, all real; gone with it.
class TestKeys final
{
public:
    TestKeys();
    ~TestKeys();
    Q_DISABLE_COPY_MOVE(TestKeys)

    /// Makes a key; gives its file. type: as for ssh-keygen -t.
    QString make(const QString &name, const QString &type = QStringLiteral("ed25519"), int bits = 0,
                 const QString &passphrase = {}) const;
    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// TYPE BASE64 of the public half.
    QByteArray line(const QString &name) const;
    /// A line of allowed signers: PRINCIPAL [OPTIONS] TYPE BASE64.
    QByteArray signer(const QString &principal, const QString &name,
                      const QByteArray &options = {}) const;

    /// Starts an agent and points SSH_AUTH_SOCK of this process at it.
    void startAgent();
    void addToAgent(const QString &name) const;
    /// What stock ssh-keygen prints and gives back for such a signature.
    int stockVerify(const QByteArray &statement, const QByteArray &signature,
                    const QByteArray &signers, const QString &principal, const QString &nameSpace,
                    const QString &time) const;

    static int run(const QStringList &argv, const QByteArray &input = {},
                   QByteArray *output = nullptr);

private:
    QTemporaryDir m_folder;
    QProcess m_agent;
};

} // namespace Slipway
