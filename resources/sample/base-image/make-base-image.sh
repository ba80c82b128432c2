#!/bin/bash
# Makes the sample's base image, slipway-sample-python:3, unless it is already there.
#
# The image is put together from Debian packages, which apt downloads from where this machine
# has them from; no rights are needed for that beyond those of using Docker. With
# SLIPWAY_SAMPLE_BASE=IMAGE the wheels are laid on that image instead (python:3.11-slim, say).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
wheels=${1:-$here/../wheels}
image=slipway-sample-python:3
cache=${SLIPWAY_SAMPLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/slipway/sample}
docker=${SLIPWAY_DOCKER:-docker}
packages="base-files bash ca-certificates coreutils dash findutils grep hostname mawk passwd procps
    python3 python3-pip python3-setuptools python3-wheel sed"

say() { echo "sample: $*" >&2; }
fail() { say "$*"; exit 1; }

command -v "$docker" >/dev/null || fail "the program $docker is missing; install the package docker.io"
"$docker" version >/dev/null 2>&1 \
    || fail "no Docker engine answers; start it, and see that you may use it (group docker)"
ls "$wheels"/*.whl >/dev/null 2>&1 || fail "no wheels in $wheels; run make-wheels.py first"

# What the image is made of: when that has not changed, there is nothing to do.
content=$(cat "$here"/{Dockerfile,pip.conf,make-base-image.sh} "$here"/services/*.py \
    "$wheels"/sample-sums.txt | sha256sum | cut -c1-16)${SLIPWAY_SAMPLE_BASE:+-${SLIPWAY_SAMPLE_BASE//[^A-Za-z0-9._-]/-}}
has_content() {
    [ "$("$docker" image inspect --format '{{index .Config.Labels "slipway.sample"}}' "$1" 2>/dev/null)" = "$content" ]
}

rootfs=$cache/rootfs-$(dpkg --print-architecture)-1.tar.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Unpacks Debian packages into a folder, as an ordinary user. Nothing in them needs to be
# configured for Python to run; what is made on configuring otherwise is made here by hand.
make_rootfs() {
    local root=$work/root archives=$work/archives folder deb
    mkdir -p "$archives/partial" "$root"/usr/{bin,sbin,lib,lib64} "$root"/{etc,tmp,root,proc,sys,dev}
    : > "$work/status"
    # An empty status file makes apt think of a machine on which nothing is installed yet.
    local apt=(apt-get -q -y --no-install-recommends -o Debug::NoLocking=1
        -o APT::Sandbox::User=root -o Dir::State::status="$work/status"
        -o Dir::Cache::archives="$archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
    say "downloading Debian packages for the base image"
    if ! "${apt[@]}" --download-only install $packages >"$work/apt.log" 2>&1; then
        # The machine's own package lists may be missing or old: then fresh ones of our own.
        mkdir -p "$work/lists/partial"
        apt+=(-o Dir::State::lists="$work/lists")
        "${apt[@]}" update >>"$work/apt.log" 2>&1 || true
        "${apt[@]}" --download-only install $packages >>"$work/apt.log" 2>&1 || {
            tail -5 "$work/apt.log" >&2
            fail "the Debian packages for the base image cannot be downloaded; see the lines above"
        }
    fi
    say "unpacking them"
    for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
    for deb in "$archives"/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -C "$root" -x --keep-directory-symlink --no-same-owner \
            --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' \
            --exclude='./usr/share/locale/*' --exclude='./usr/share/perl*' --exclude='./usr/lib/*/perl*'
    done
    finish_rootfs "$root"
    mkdir -p "$cache"
    tar -C "$root" --owner=0 --group=0 --numeric-owner -c . | gzip -1 > "$rootfs.part"
    mv "$rootfs.part" "$rootfs"
}

finish_rootfs() {
    local root=$1
    printf '%s\n' 'root:x:0:0:root:/root:/bin/bash' \
        'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin' > "$root/etc/passwd"
    printf '%s\n' 'root:x:0:' 'users:x:100:' 'nogroup:x:65534:' > "$root/etc/group"
    printf 'root:*:19000:0:99999:7:::\n' > "$root/etc/shadow"
    printf 'hosts: files dns\npasswd: files\ngroup: files\n' > "$root/etc/nsswitch.conf"
    ln -sf dash "$root/usr/bin/sh"
    ln -sf python3 "$root/usr/bin/python"
    ln -sf mawk "$root/usr/bin/awk"
    chmod 1777 "$root/tmp"
    [ -x "$root/usr/bin/pip" ] || fail "the unpacked packages hold no pip; report it with $work/apt.log"
}

base=${SLIPWAY_SAMPLE_BASE:-}
if has_content "$image"; then
    say "the base image $image is there"
else
    if [ -z "$base" ]; then
        base=slipway-sample-rootfs:1
        [ -f "$rootfs" ] || make_rootfs
        say "giving it to Docker"
        gunzip -c "$rootfs" | "$docker" import -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
                -c 'ENV LANG=C.UTF-8' -c 'CMD ["bash"]' - "$base" >/dev/null
    fi
    mkdir -p "$work/context/wheels"
    cp -r "$here/Dockerfile" "$here/pip.conf" "$here/services" "$work/context/"
    # Only the sample's own wheels: pip, setuptools and wheel come with the image.
    xargs -I{} cp "$wheels/{}" "$work/context/wheels/" < "$wheels/sample-wheels.txt"
    say "building $image"
    "$docker" build -q --build-arg BASE="$base" --build-arg CONTENT="$content" -t "$image" \
        "$work/context" >"$work/build.log" 2>&1 || {
        tail -20 "$work/build.log" >&2
        fail "the base image could not be built; see the lines above"
    }
fi

# The images of the services that are not built, in the tags from which and to which an
# update goes. They are this same image under other names.
for tag in slipway-sample-mongo:8.2.3-noble slipway-sample-mongo:8.2.6-noble \
        slipway-sample-rabbitmq:4.2.1-management-alpine slipway-sample-rabbitmq:4.2.5-management-alpine \
        slipway-sample-autoheal:latest; do
    "$docker" tag "$image" "$tag"
done
say "ready: $image"
