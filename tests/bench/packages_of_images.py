#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What comparing the packages of two images costs, beside doing it with docker alone.

packages_of_images.py SLIPWAY [MIB [ROUNDS]]: makes two images of MIB (2000) each from this
machine's Python, python3-pip-whl and packages of random bytes, and compares them
- by asking, beside two `docker run --rm IMAGE pip list` one after the other,
- by looking at their files, beside `docker save` of both,
- a second time, when they are known.
The images are removed afterwards. Needs a running engine and twice MIB of its disk.
"""
import glob
import io
import os
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile

import bench

PACKAGES = 180
IMAGES = ("slipway-bench-packages:one", "slipway-bench-packages:two")
PIP = b"#!/usr/bin/python3\nimport sys\nfrom pip._internal.cli.main import main\nsys.exit(main())\n"


class Root:
    """The files of an image, written straight into a tar archive."""

    def __init__(self, stream):
        self.tar = tarfile.open(fileobj=stream, mode="w|")

    def add(self, path, data, mode=0o644):
        entry = tarfile.TarInfo(path)
        entry.size, entry.mode = len(data), mode
        self.tar.addfile(entry, io.BytesIO(data))

    def machine_python(self, version):
        python = f"/usr/bin/python{version}"
        library = f"/usr/lib/python{version}"
        leave = ("/test", "/idlelib", "/tkinter", "__pycache__", "/ensurepip")
        self.tar.add(os.path.realpath(python), f"usr/bin/python{version}")
        link = tarfile.TarInfo("usr/bin/python3")
        link.type, link.linkname = tarfile.SYMTYPE, f"python{version}"
        self.tar.addfile(link)
        self.tar.add(library, library[1:],
                     filter=lambda e: None if e.name.endswith(leave) else e)
        needing = [python, *glob.glob(library + "/lib-dynload/*.so")]
        needed = set()
        for file in needing:
            said = subprocess.run(["ldd", file], capture_output=True, text=True, check=False).stdout
            needed |= {word for word in said.split() if word.startswith("/")}
        for file in sorted(needed):
            self.tar.add(os.path.realpath(file), file[1:])

    def pip(self, site):
        wheel = zipfile.ZipFile(glob.glob("/usr/share/python-wheels/pip-*.whl")[0])
        for name in wheel.namelist():
            self.add(f"{site}/{name}", wheel.read(name))
        self.add("usr/bin/pip", PIP, 0o755)

    def package(self, site, number, version, size):
        name = f"package_{number:03}"
        self.add(f"{site}/{name}/__init__.py", b"")
        for part in range(4):
            self.add(f"{site}/{name}/part{part}.so", os.urandom(size // 4))
        info = f"{site}/{name}-{version}.dist-info"
        self.add(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\n"
                 .encode() + b"A description.\n" * 200)
        self.add(f"{info}/INSTALLER", b"pip\n")


def write_image(stream, mib, second):
    """Six tenths of it in packages, as an image of machine learning has it; the rest beside them."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    site = f"usr/local/lib/python{version}/dist-packages"
    root = Root(stream)
    root.machine_python(version)
    root.pip(site)
    for number in range(PACKAGES):
        newer = second and number % 5 == 0
        root.package(site, number, "1.1.0" if newer else "1.0.0",
                     mib * 1024 * 1024 * 6 // 10 // PACKAGES)
    for number in range(8):
        root.add(f"usr/lib/data/part{number}", os.urandom(mib * 1024 * 1024 // 20))
    root.tar.close()


def make_images(mib):
    for number, image in enumerate(IMAGES):
        done = subprocess.Popen(
            ["docker", "import", "--change", "ENV HOME=/root PATH=/usr/local/bin:/usr/bin:/bin",
             "-", image], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        write_image(done.stdin, mib, number == 1)
        done.stdin.close()
        if done.wait() != 0:
            sys.exit(f"{image} could not be made")


def listed_by_pip():
    return sum(bench.timed(["docker", "run", "--rm", image, "pip", "list"]) for image in IMAGES)


def saved():
    """To nowhere, which is kind to docker save."""
    return bench.timed(["docker", "save", *IMAGES])


def compared(home, how, known=False):
    if not known:
        shutil.rmtree(os.path.join(home.folder, "home", "cache"), ignore_errors=True)
    begin = time.monotonic()
    home.slipway("packages", "diff", how, "--json", *(f"image:{image}" for image in IMAGES))
    return time.monotonic() - begin


def main():
    program = sys.argv[1]
    mib = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    try:
        make_images(mib)
        with bench.Home(program) as home:
            figures = {name: [] for name in ("pip", "ask", "save", "scan", "second")}
            for _ in range(rounds):
                figures["pip"].append(listed_by_pip())
                figures["ask"].append(compared(home, "--ask"))
                figures["save"].append(saved())
                figures["scan"].append(compared(home, "--scan"))
                figures["second"].append(compared(home, "--scan", known=True))
        for name, values in figures.items():
            print(f"{name:7} s: {bench.spread(values)}")
        best = {name: min(values) for name, values in figures.items()}
        print(f"ask is {best['ask'] / best['pip']:.2f} of two docker run pip list; "
              f"scan is {best['scan'] / best['save']:.2f} of docker save")
    finally:
        subprocess.run(["docker", "rmi", "-f", *IMAGES], stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    main()
