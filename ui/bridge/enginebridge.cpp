// SPDX-License-Identifier: MIT
#include "ui/bridge/enginebridge.h"

namespace Slipway {

EngineBridge::EngineBridge(Places places, const KindRegistry &kinds, const Clock &clock,
                           QString author, QObject *parent)
    : QObject(parent), m_engine(new Engine(std::move(places), kinds, clock, std::move(author)))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &Engine::runStarted, this, &EngineBridge::runStarted);
    connect(m_engine, &Engine::runChanged, this, &EngineBridge::runChanged);
    connect(m_engine, &Engine::homeChanged, this, &EngineBridge::homeChanged);
    connect(m_engine, &Engine::undoPreviewed, this, &EngineBridge::undoPreviewed);
    connect(m_engine, &Engine::continuationPreviewed, this, &EngineBridge::continuationPreviewed);
    connect(m_engine, &Engine::outputsNeeded, this, &EngineBridge::outputsNeeded);
    connect(m_engine, &Engine::failed, this, &EngineBridge::failed);
    m_thread.start();
    call([](Engine &engine) { engine.open(); });
}

EngineBridge::~EngineBridge()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Slipway
