#!/usr/bin/env python3
"""Makes the sample's wheels: small stand-ins for well-known packages, in an old and a newer version.

    make-wheels.py TARGET [LIBRARY]

They have the names, versions and requirements that pip resolves by, and next to no contents,
so that a package update can be tried without a package index. The same input gives the same
bytes. LIBRARY is the folder of the sample's own library: its present version is published as a
wheel too. setuptools, wheel and pip are copied from where Debian keeps their real wheels.
sample-wheels.txt lists what was made here.
"""
import base64
import glob
import hashlib
import os
import re
import shutil
import sys
import zipfile

PARTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "parts")
DEBIAN_WHEELS = "/usr/share/python-wheels"

# name: (versions, requirements, {extra: requirements}, modules)
# A requirement may hold {v}: the version of the package that has it.
PACKAGES = {
    "annotated-types": (["0.6.0", "0.7.0"], [], {}, {}),
    "anyio": (["4.11.0", "4.12.1"], ["idna>=2.8"], {}, {}),
    "bcrypt": (["4.0.1", "5.0.0"], [], {}, {}),
    "boto3": (["1.40.55", "1.42.78"], ["botocore=={v}"], {}, {}),
    "botocore": (["1.40.55", "1.42.78"], ["urllib3<3,>=1.25.4"], {}, {}),
    "build": (["1.3.0", "1.4.0"], [], {}, {"build/__init__.py": "", "build/__main__.py": "build.py"}),
    "certifi": (["2025.10.5", "2026.2.25"], [], {}, {}),
    "cryptography": (["45.0.7", "46.0.5"], [], {}, {}),
    "dnspython": (["2.7.0", "2.8.0"], [], {}, {}),
    "fastapi": (["0.119.0", "0.135.1"], ["starlette>=0.40", "pydantic>=2"], {}, {}),
    "Flask-WTF": (["1.2.1", "1.2.2"], [], {}, {}),
    "h11": (["0.16.0"], [], {}, {}),
    "idna": (["3.10", "3.11"], [], {}, {}),
    "joblib": (["1.5.1", "1.5.3"], [], {}, {}),
    "keras": (["3.11.3", "3.13.2"], ["numpy"], {}, {}),
    "minio": (["7.2.18", "7.2.20"], ["certifi", "urllib3"], {}, {}),
    "ml_dtypes": (["0.4.1", "0.5.4"], ["numpy"], {}, {}),
    "mlflow": (["3.5.0", "3.10.1"], ["packaging", "requests>=2.17.3"], {"auth": ["Flask-WTF<2"]},
               {"mlflow/__init__.py": "mlflow.py", "mlflow/tracking.py": "mlflow_tracking.py"}),
    "numpy": (["2.1.2", "2.1.3", "2.3.4", "2.4.4"], [], {}, {}),
    "packaging": (["25.0", "26.0"], [], {}, {}),
    "pandas": (["2.3.1", "2.3.3"], ["numpy>=1.26"], {}, {}),
    "passlib": (["1.7.4"], [], {}, {}),
    "pika": (["1.3.1", "1.3.2"], [], {}, {}),
    "pydantic": (["2.12.0", "2.12.5"], ["annotated-types>=0.6"], {}, {}),
    "pymongo": (["4.15.3", "4.16.0", "4.17.0b1"], ["dnspython>=1.16"], {}, {}),
    "python-dotenv": (["1.1.1", "1.2.2"], [], {}, {"dotenv/__init__.py": "dotenv.py"}),
    "python-jose": (["3.4.0", "3.5.0"], [], {"cryptography": ["cryptography>=3.4.0"]}, {}),
    "python-multipart": (["0.0.20", "0.0.22"], [], {}, {}),
    "requests": (["2.32.5", "2.33.1"], ["certifi>=2017.4.17", "urllib3<3,>=1.21.1"], {},
                 {"requests/__init__.py": "requests.py"}),
    "rich": (["13.7.1", "14.3.3"], [], {}, {}),
    "scikit-learn": (["1.7.2", "1.8.0"], ["numpy>=1.24", "joblib>=1.3"], {}, {}),
    "starlette": (["0.48.0", "0.52.1"], ["anyio<5,>=3.6.2"], {}, {}),
    # It holds numpy back, so that numpy cannot have one version everywhere.
    "tensorflow-cpu": (["2.18.0", "2.19.1"], ["numpy<2.2.0,>=1.26.0", "keras>=3.5", "ml_dtypes"], {}, {}),
    "twine": (["6.1.0", "6.2.0"], [], {}, {}),
    "urllib3": (["2.5.0", "2.6.3"], [], {}, {}),
    "uvicorn": (["0.37.0", "0.38.0.post1", "0.42.0"], ["h11>=0.8"], {}, {}),
}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def wheel_name(name):
    return re.sub(r"[-_.]+", "_", name)


def write_wheel(target, name, version, metadata, files):
    """Writes NAME-VERSION-py3-none-any.whl; times, order and modes are fixed."""
    stem = f"{wheel_name(name)}-{version}"
    info = f"{stem}.dist-info"
    files = dict(files)
    files[f"{info}/METADATA"] = metadata.encode()
    files[f"{info}/WHEEL"] = (b"Wheel-Version: 1.0\nGenerator: slipway-sample (1)\n"
                              b"Root-Is-Purelib: true\nTag: py3-none-any\n")
    record = ""
    for path in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(files[path])}\n"
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    filename = f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(target, filename), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            wheel.writestr(entry, files[path])
    return filename


def metadata(name, version, requires, extras=None):
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}",
             f"Summary: A small stand-in for {name}, made for the sample of Slipway"]
    lines += [f"Requires-Dist: {requirement}" for requirement in requires]
    for extra, requirements in (extras or {}).items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {r}; extra == "{extra}"' for r in requirements]
    return "\n".join(lines) + "\n"


def make_stand_in(target, name, version):
    _, requires, extras, modules = PACKAGES[name]
    package = wheel_name(name).lower()
    files = {f"{package}/__init__.py": f'"""Stand-in for {name}."""\n__version__ = "{version}"\n'.encode()}
    if modules:
        files = {path: (read(os.path.join(PARTS, part)) if part else b"") for path, part in modules.items()}
        first = next(path for path in files if path.endswith("/__init__.py"))
        files[first] += f'\n__version__ = "{version}"\n'.encode()
    requires = [r.replace("{v}", version) for r in requires]
    return write_wheel(target, name, version, metadata(name, version, requires, extras), files)


def make_library(target, folder):
    """The library's present version, as its owners have published it."""
    text = read(os.path.join(folder, "pyproject.toml")).decode()
    version = re.search(r'^version = "([^"]+)"', text, re.M).group(1)
    requires = re.findall(r"'([^']+)'", re.search(r"^dependencies = \[(.*?)\]", text, re.M | re.S).group(1))
    source = os.path.join(folder, "src")
    files = {os.path.relpath(path, source): read(path)
             for path in glob.glob(os.path.join(source, "**", "*.py"), recursive=True)}
    return write_wheel(target, "mllibprodest", version, metadata("mllibprodest", version, requires), files)


def copy_build_tools(target):
    """Real wheels of what builds a package; False when this machine has them not."""
    found = True
    for tool in ("pip", "setuptools", "wheel"):
        wheels = sorted(glob.glob(os.path.join(DEBIAN_WHEELS, f"{tool}-[0-9]*.whl")))
        if not wheels:
            found = False
            continue
        shutil.copyfile(wheels[-1], os.path.join(target, os.path.basename(wheels[-1])))
    return found


def main():
    target = sys.argv[1]
    os.makedirs(target, exist_ok=True)
    made = [make_stand_in(target, name, version) for name in PACKAGES for version in PACKAGES[name][0]]
    if len(sys.argv) > 2:
        made.append(make_library(target, sys.argv[2]))
    sums = [f"{hashlib.sha256(read(os.path.join(target, name))).hexdigest()}  {name}" for name in sorted(made)]
    with open(os.path.join(target, "sample-wheels.txt"), "w") as listing:
        listing.write("\n".join(sorted(made)) + "\n")
    with open(os.path.join(target, "sample-sums.txt"), "w") as listing:
        listing.write("\n".join(sums) + "\n")
    if not copy_build_tools(target):
        print("The library cannot be built yet: install python3-venv, python3-pip-whl, "
              "python3-setuptools-whl and python3-wheel-whl.")


if __name__ == "__main__":
    main()
