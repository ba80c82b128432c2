// SPDX-License-Identifier: MIT
#include "core/steps/registry.h"

#include "core/steps/approvalstep.h"
#include "core/steps/changelogcheckstep.h"
#include "core/steps/checkstep.h"
#include "core/steps/commandstep.h"
#include "core/steps/composestep.h"
#include "core/steps/dockerbuildstep.h"
#include "core/steps/dockerloginstep.h"
#include "core/steps/dockerwaitstep.h"
#include "core/steps/filescopystep.h"
#include "core/steps/filesdeletestep.h"
#include "core/steps/filesreplacestep.h"
#include "core/steps/gitbranchstep.h"
#include "core/steps/gitclonestep.h"
#include "core/steps/gitcommitstep.h"
#include "core/steps/gitmergestep.h"
#include "core/steps/gitpushstep.h"
#include "core/steps/gittagstep.h"
#include "core/steps/httpcheckstep.h"
#include "core/steps/imagesbumpstep.h"
#include "core/steps/manualstep.h"
#include "core/steps/packagesfreezestep.h"
#include "core/steps/packagespinstep.h"
#include "core/steps/packagessamestep.h"
#include "core/steps/packagesunpinstep.h"
#include "core/steps/pythonbuildstep.h"
#include "core/steps/versionbumpstep.h"

namespace Slipway {

void registerBuiltinKinds(KindRegistry &registry)
{
    registry.add(std::make_unique<ApprovalStep>());
    registry.add(std::make_unique<ChangelogCheckStep>());
    registry.add(std::make_unique<CheckStep>());
    registry.add(std::make_unique<CommandStep>());
    registry.add(std::make_unique<ComposeStep>());
    registry.add(std::make_unique<DockerBuildStep>());
    registry.add(std::make_unique<DockerLoginStep>());
    registry.add(std::make_unique<DockerWaitStep>());
    registry.add(std::make_unique<FilesCopyStep>());
    registry.add(std::make_unique<FilesDeleteStep>());
    registry.add(std::make_unique<FilesReplaceStep>());
    registry.add(std::make_unique<GitBranchStep>());
    registry.add(std::make_unique<GitCloneStep>());
    registry.add(std::make_unique<GitCommitStep>());
    registry.add(std::make_unique<GitMergeStep>());
    registry.add(std::make_unique<GitPushStep>());
    registry.add(std::make_unique<GitTagStep>());
    registry.add(std::make_unique<HttpCheckStep>());
    registry.add(std::make_unique<ImagesBumpStep>());
    registry.add(std::make_unique<ManualStep>());
    registry.add(std::make_unique<PackagesFreezeStep>());
    registry.add(std::make_unique<PackagesPinStep>());
    registry.add(std::make_unique<PackagesSameStep>());
    registry.add(std::make_unique<PackagesUnpinStep>());
    registry.add(std::make_unique<PythonBuildStep>());
    registry.add(std::make_unique<VersionBumpStep>());
}

} // namespace Slipway
