// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerengine.h"
#include "core/packages/inventory.h"

#include <stop_token>

namespace Slipway {

/// Where installed packages are read from, as people write it: `image:NAME`, `container:NAME`,
/// `venv:FOLDER`, `file:PATH` (any list that readPackageList knows), `dir:FOLDER` (a
/// site-packages folder), `tar:PATH` (an image as `docker save` or an OCI builder wrote it),
/// `git:REPOSITORY@REVISION:PATH` (a list as a commit has it). A value.
struct PackageSource
{
    enum class Kind
    {
        Image,
        Container,
        Venv,
        File,
        Folder,
        Archive,
        Git
    };
    Kind kind = Kind::File;
    QString name;     ///< of the image or container; else an absolute path
    QString revision; ///< of git
    QString path;     ///< of git, below the repository
    QString label;    ///< as it was written

    /// Relative paths are below `folder`. "packages.source" says how a source is written.
    static Result<PackageSource> parse(const QString &text, const QString &folder);
};

/// How an image is read.
enum class ImageReading
{
    Auto, ///< ask an image that was built here, scan one that came from a registry
    Scan, ///< its files are looked at; nothing of it is run
    Ask   ///< its own Python is asked in a throw-away container without network and rights
};

/// How it went, for a sentence to a person.
struct PackageReadingReport
{
    bool isFromCache = false;
    bool wasAsked = false; ///< a Python of the image or container was run
};

struct PackageReading
{
    ImageReading images = ImageReading::Auto;
    DockerEngine::Ask ask; ///< how programs are asked
    /// How a container that was made for reading is removed: the same, but not to be stopped, or
    /// it would stay behind. Empty: `ask`.
    DockerEngine::Ask tidy = {};
    std::stop_token stop = {};
    QString cache = {}; ///< folder for what was read of images, by their id; empty: none
    PackageReadingReport *report = nullptr; ///< filled in, if it is wanted; not owned
};

/// What is installed there: one inventory for each Python that has anything, the first being
/// the one that `python3` starts. Blocks for as long as that takes: call it from a pool thread.
Result<QList<Inventory>> readPackages(const PackageSource &source, const PackageReading &how);

/// The same of several, some side by side, in their order; or the first error of them. `ask` is
/// called from several threads, and there is no report.
Result<QList<QList<Inventory>>> readEach(const QList<PackageSource> &sources,
                                         const PackageReading &how);

} // namespace Slipway
