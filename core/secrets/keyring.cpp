// SPDX-License-Identifier: MIT
#include "core/secrets/keyring.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <qt6keychain/keychain.h>

namespace Slipway {

namespace {

constexpr std::chrono::seconds patience(60);
constexpr int lockMs = 5000;
const QString service = QStringLiteral("Slipway");

Error unavailable(const QString &why)
{
    return {QStringLiteral("keyring.unavailable"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The keyring of this desktop cannot be used: %1."),
            {why.trimmed().isEmpty() ? QStringLiteral("?") : why.trimmed()}};
}

Error locked()
{
    return {QStringLiteral("keyring.locked"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The keyring of this desktop is locked. Unlock it, then try again.")};
}

Error slow()
{
    return {QStringLiteral("keyring.slow"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The keyring of this desktop did not answer within a minute.")};
}

Error noBus()
{
    return unavailable(QStringLiteral("there is no session bus"));
}

QDBusMessage secretService(const QString &path, const QString &interface, const QString &method,
                           const QList<QVariant> &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                                       path, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call, QDBus::Block, lockMs);
}

/// A locked keyring says of every entry that it is not there. One that does not speak the
/// Secret Service (KWallet has its own way) asks to be unlocked by itself.
bool isLocked()
{
    const QDBusMessage alias =
        secretService(QStringLiteral("/org/freedesktop/secrets"),
                      QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"),
                      {QStringLiteral("default")});
    const QString collection = alias.arguments().value(0).value<QDBusObjectPath>().path();
    if (alias.type() != QDBusMessage::ReplyMessage || collection.size() < 2)
        return false;
    const QDBusMessage state = secretService(
        collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
        {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    return state.type() == QDBusMessage::ReplyMessage &&
           state.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return isLocked() ? locked() : unavailable(job.errorString());
    default:
        return unavailable(job.errorString());
    }
}

} // namespace

/// What the thread that asks waits for. Both threads own it: an answer may come too late.
struct Keyring::Answer
{
    void give(Result<std::optional<QString>> result)
    {
        const std::lock_guard hold(mutex);
        value = std::move(result);
        came.notify_one();
    }

    std::mutex mutex;
    std::condition_variable came;
    std::optional<Result<std::optional<QString>>> value;
};

Keyring::Keyring() : m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("keyring"));
    m_worker->moveToThread(&m_thread);
}

Keyring::~Keyring()
{
    m_thread.quit();
    m_thread.wait();
    // With the jobs that were not answered: now that their loop is gone, nothing calls them.
    delete m_worker;
}

Result<std::optional<QString>> Keyring::ask(const Start &start)
{
    Q_ASSERT(QThread::currentThread() != &m_thread);
    std::call_once(m_begun, [this] { m_thread.start(); }); // most sessions never ask
    const auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, start, answer] {
        if (QDBusConnection::sessionBus().isConnected())
            start(worker, answer);
        else
            answer->give(noBus());
    });
    std::unique_lock hold(answer->mutex);
    if (!answer->came.wait_for(hold, patience, [&] { return answer->value.has_value(); }))
        return slow();
    return *answer->value;
}

Result<std::optional<QString>> Keyring::read(const QString &key)
{
    return ask([key](QObject *worker, const std::shared_ptr<Answer> &answer) {
        auto *job = new QKeychain::ReadPasswordJob(service, worker);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, worker, [job, answer] {
            if (job->error() == QKeychain::NoError)
                answer->give(std::optional<QString>(job->textData()));
            else if (job->error() == QKeychain::EntryNotFound && !isLocked())
                answer->give(std::optional<QString>());
            else
                answer->give(errorOf(*job));
        });
        job->start();
    });
}

Result<void> Keyring::write(const QString &key, const QString &value)
{
    const auto done = ask([key, value](QObject *worker, const std::shared_ptr<Answer> &answer) {
        auto *job = new QKeychain::WritePasswordJob(service, worker);
        job->setKey(key);
        job->setTextData(value);
        QObject::connect(job, &QKeychain::Job::finished, worker, [job, answer] {
            if (job->error() == QKeychain::NoError)
                answer->give(std::optional<QString>());
            else
                answer->give(errorOf(*job));
        });
        job->start();
    });
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Keyring::remove(const QString &key)
{
    const auto done = ask([key](QObject *worker, const std::shared_ptr<Answer> &answer) {
        auto *job = new QKeychain::DeletePasswordJob(service, worker);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, worker, [job, answer] {
            const bool isGone = job->error() == QKeychain::NoError ||
                                (job->error() == QKeychain::EntryNotFound && !isLocked());
            if (isGone)
                answer->give(std::optional<QString>());
            else
                answer->give(errorOf(*job));
        });
        job->start();
    });
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace Slipway
