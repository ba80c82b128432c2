"""Stand-in for the package builder: a source archive and, through pip, a wheel, both in dist/."""
import os
import re
import subprocess
import sys
import tarfile


def main():
    with open("pyproject.toml", encoding="utf-8") as file:
        text = file.read()
    name = re.search(r'^name = ["\']([^"\']+)', text, re.M).group(1)
    version = re.search(r'^version = ["\']([^"\']+)', text, re.M).group(1)
    os.makedirs("dist", exist_ok=True)
    print(f"* Building sdist {name}-{version}.tar.gz", flush=True)
    with tarfile.open(f"dist/{name}-{version}.tar.gz", "w:gz") as archive:
        for entry in ("pyproject.toml", "README.md", "src"):
            if os.path.exists(entry):
                archive.add(entry, arcname=f"{name}-{version}/{entry}")
    print("* Building wheel", flush=True)
    status = subprocess.call([sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", "dist", "."])
    if status == 0:
        print(f"Successfully built {name}-{version}.tar.gz and "
              f"{name}-{version}-py3-none-any.whl", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
