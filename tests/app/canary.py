#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a secret in every encoding that a tool may print it in, and looks for it in files.

canary.py emit            the secret is $CANARY; each encoding in two pieces, so that it is cut
canary.py search FOLDER…  the secret comes by standard input; prints where it is, as what
"""
import base64
import html
import json
import os
import shlex
import subprocess
import sys
import time
import urllib.parse


def bash_quoted(text):
    done = subprocess.run(["bash", "-c", "printf %q \"$CANARY\""], check=True,
                          capture_output=True, env=dict(os.environ, CANARY=text))
    return done.stdout.decode()


def inside_base64(data, skew, encode):
    """The characters that depend on the secret alone, where skew bytes stand before it."""
    whole = encode(b"\0" * skew + data).decode().rstrip("=")
    first = -(-skew * 8 // 6)
    last = (skew + len(data)) * 8 // 6
    return whole[first:last]


def encodings(text):
    data = text.encode()
    forms = {"plain": text, "reversed": text[::-1] if text.isascii() else None,
             "reversed bytes": data[::-1]}
    for skew in range(3):
        forms[f"base64 +{skew}"] = inside_base64(data, skew, base64.b64encode)
        forms[f"base64url +{skew}"] = inside_base64(data, skew, base64.urlsafe_b64encode)
    wrapped = inside_base64(data, 0, base64.b64encode)
    for columns in (64, 76):
        forms[f"base64, lines of {columns}"] = "\n".join(
            wrapped[at:at + columns] for at in range(0, len(wrapped), columns))
    forms["hex"] = data.hex()
    forms["HEX"] = data.hex().upper()
    forms["hex bytes"] = data.hex(" ")
    for name, safe in {"quote": "/", "quote all": "", "encodeURI": ";/?:@&=+$,#-_.!~*'()",
                       "encodeURIComponent": "-_.!~*'()"}.items():
        forms["url " + name] = urllib.parse.quote(text, safe=safe)
    forms["url lower"] = "".join(
        c if c.isalnum() and c.isascii() or c in "-._~" else
        "".join(f"%{b:02x}" for b in c.encode()) for c in text)
    forms["url form"] = urllib.parse.quote_plus(text)
    for ascii_only in (True, False):
        inner = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
        forms[f"json ascii={ascii_only}"] = inner
        forms[f"json slash ascii={ascii_only}"] = inner.replace("/", "\\/")
        forms[f"json html ascii={ascii_only}"] = (
            inner.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
    forms["shell quote"] = shlex.quote(text).removeprefix("'").removesuffix("'")
    forms["shell single"] = text.replace("'", "'\\''")
    forms["shell double"] = "".join("\\" + c if c in '"$`\\' else c for c in text)
    if "\n" not in text and text.isascii():
        forms["shell %q"] = bash_quoted(text)
    forms["xml"] = html.escape(text, quote=True)
    forms["xml text"] = html.escape(text, quote=False)
    if "\n" in text:
        for number, line in enumerate(text.split("\n")):
            for name, form in encodings(line).items():
                forms[f"line {number}: {name}"] = form
    return {name: form if isinstance(form, bytes) else form.encode()
            for name, form in forms.items() if form and len(form) >= 6}


def emit(text):
    for number, (name, form) in enumerate(encodings(text).items()):
        os.write(1, f"{number}: <".encode())
        cut = 1 + number * 7 % (len(form) - 1)
        os.write(1, form[:cut])
        time.sleep(0.004)
        os.write(1, form[cut:] + b">\n")
    for byte in text.encode():
        os.write(1, bytes([byte]))
    os.write(1, b"\n")


def files(folders):
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(root, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    yield path


def search(text, folders):
    forms = encodings(text)
    for path in files(folders):
        with open(path, "rb") as file:
            content = file.read()
        for name, form in forms.items():
            if form in content:
                print(f"{path}: {name}")


if sys.argv[1] == "emit":
    emit(os.environ["CANARY"])
else:
    search(sys.stdin.buffer.read().decode(), sys.argv[2:])
