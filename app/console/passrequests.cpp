// SPDX-License-Identifier: MIT
#include "app/console/passrequests.h"

#include "ui/bridge/enginebridge.h"
#include "ui/pages/runrequests.h"

namespace Slipway {

namespace {

using Text = const QString &;

void passDriving(RunRequests *requests, EngineBridge *engine)
{
    QObject::connect(requests, &RunRequests::continueRun, engine,
                     [engine](Text run, bool stepByStep) {
                         engine->call([=](Engine &e) { e.continueRun(run, stepByStep ? 1 : -1); });
                     });
    QObject::connect(requests, &RunRequests::resumeRun, engine, [engine](Text run) {
        engine->call([=](Engine &e) { e.continueRun(run, -1); });
    });
    QObject::connect(requests, &RunRequests::cancelRun, engine,
                     [engine](Text run) { engine->call([=](Engine &e) { e.cancelRun(run); }); });
    QObject::connect(requests, &RunRequests::lookAtRunAgain, engine,
                     [engine](Text run) { engine->call([=](Engine &e) { e.watchRun(run); }); });
}

void passStepRequests(RunRequests *requests, EngineBridge *engine)
{
    QObject::connect(requests, &RunRequests::confirmStep, engine,
                     [engine](Text run, Text step, Text instance) {
                         engine->call([=](Engine &e) { e.confirm(run, {step, instance}); });
                     });
    QObject::connect(
        requests, &RunRequests::tickStep, engine,
        [engine](Text run, Text step, Text instance, Text note, const Value::Map &outputs) {
            engine->call([=](Engine &e) { e.tick(run, {step, instance}, note, outputs); });
        });
    QObject::connect(requests, &RunRequests::approve, engine,
                     [engine](Text run, Text step, Text instance, const QList<int> &ticked,
                              Text comment, Text shown) {
                         engine->call([=](Engine &e) {
                             e.approve(run, {step, instance}, ticked, comment, shown);
                         });
                     });
    QObject::connect(
        requests, &RunRequests::reject, engine,
        [engine](Text run, Text step, Text instance, Text comment, Text shown) {
            engine->call([=](Engine &e) { e.reject(run, {step, instance}, comment, shown); });
        });
    QObject::connect(requests, &RunRequests::withdraw, engine,
                     [engine](Text run, Text step, Text instance) {
                         engine->call([=](Engine &e) { e.withdraw(run, {step, instance}); });
                     });
    QObject::connect(
        requests, &RunRequests::answerStep, engine,
        [engine](Text run, Text step, Text instance, Text about, const Value::Map &said,
                 const std::optional<QByteArray> &bytes) {
            engine->call([=](Engine &e) { e.answer(run, {step, instance}, about, said, bytes); });
        });
    QObject::connect(requests, &RunRequests::retryStep, engine,
                     [engine](Text run, Text step, Text instance) {
                         engine->call([=](Engine &e) { e.retry(run, {step, instance}); });
                     });
    QObject::connect(requests, &RunRequests::skipStep, engine,
                     [engine](Text run, Text step, Text instance, Text reason) {
                         engine->call([=](Engine &e) { e.skip(run, {step, instance}, reason); });
                     });
    QObject::connect(
        requests, &RunRequests::settle, engine,
        [engine](Text run, Text step, Text instance, Text verdict, Text note) {
            engine->call([=](Engine &e) { e.settle(run, {step, instance}, verdict, note); });
        });
    QObject::connect(requests, &RunRequests::probeAgain, engine,
                     [engine](Text run, Text step, Text instance) {
                         engine->call([=](Engine &e) { e.probeAgain(run, {step, instance}); });
                     });
    QObject::connect(requests, &RunRequests::cancelStep, engine,
                     [engine](Text run, Text step, Text instance) {
                         engine->call([=](Engine &e) { e.cancelStep(run, {step, instance}); });
                     });
    QObject::connect(requests, &RunRequests::addNote, engine,
                     [engine](Text run, Text step, Text instance, Text text) {
                         engine->call([=](Engine &e) { e.addNote(run, {step, instance}, text); });
                     });
}

void passGoingBack(RunRequests *requests, EngineBridge *engine)
{
    QObject::connect(requests, &RunRequests::resetStep, engine,
                     [engine](Text run, Text step, Text instance, Text note) {
                         engine->call([=](Engine &e) { e.reset(run, {step, instance}, note); });
                     });
    QObject::connect(requests, &RunRequests::previewUndo, engine, [engine](Text run, Text to) {
        engine->call([=](Engine &e) { e.previewUndo(run, to); });
    });
    QObject::connect(requests, &RunRequests::undoRun, engine,
                     [engine](Text run, Text to, bool leaveImpossible) {
                         engine->call([=](Engine &e) { e.askUndo(run, to, leaveImpossible, {}); });
                     });
    QObject::connect(requests, &RunRequests::startContinuation, engine,
                     [engine](Text run, const NewRunRequest &request) {
                         engine->call([=](Engine &e) { e.startContinuationOf(run, request, -1); });
                     });
}

} // namespace

void passRunRequests(RunRequests *requests, EngineBridge *engine)
{
    passDriving(requests, engine);
    passStepRequests(requests, engine);
    passGoingBack(requests, engine);
}

} // namespace Slipway
