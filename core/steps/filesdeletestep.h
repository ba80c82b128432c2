// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerengine.h"
#include "core/steps/kind.h"

namespace Slipway {

/// `files.delete`: removes a file or folder below the run's workspace, and nowhere else. What
/// a container wrote as another user is removed by a throw-away container of a given image.
class FilesDeleteStep final : public Kind
{
public:
    /// engine: the program that talks to the container engine.
    explicit FilesDeleteStep(QString engine = DockerEngine::engineProgram());
    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &with, const StepContext &context) const override;
    Outcome act(const Intent &intent, const StepContext &context) const override;
    Outcome conclude(const Intent &intent, const ProgramResult &result,
                     const StepContext &context) const override;
    Finding probe(const Intent &intent, const StepContext &context) const override;
    Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const override;
    Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                               Overlay &overlay) const override;

private:
    KindSpec m_spec;
    QString m_engine;
};

/// The program that removes folder/name as root, in a container without network.
Command removalCommand(const QString &engine, const QString &image, const QString &folder,
                       const QString &name);

} // namespace Slipway
