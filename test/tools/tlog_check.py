#!/usr/bin/env python3
"""tlog_check.py - checks exported logs without a line of Custos: usage `tlog_check.py FOLDER`, one or more logs below it.

Written from the public formats alone, as an inspector's own tool would be: C2SP signed-note, tlog-checkpoint and tlog-tiles
(https://c2sp.org), RFC 6962 section 2.1 for the tree. Signatures are checked by openssl. For each log: the note is signed by
the key of `vkey` and about this origin; the entries are as many as the checkpoint says; their tree has its root; every tile
holds exactly the hashes of the entries; no tile is missing or left over. Leaves with 0, or with 1 and what differs."""
import base64
import hashlib
import os
import subprocess
import sys
import tempfile

WIDTH = 256
# SubjectPublicKeyInfo of Ed25519 (RFC 8410) before its 32 bytes.
PUBLIC_KEY_HEAD = bytes.fromhex("302a300506032b6570032100")


class Fault(Exception):
    pass


def read(path):
    with open(path, "rb") as file:
        return file.read()


def openssl_verifies(public, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        names = {"key": PUBLIC_KEY_HEAD + public, "message": message, "signature": signature}
        for name, data in names.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "message",
            "-sigfile", "signature"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def checkpoint(folder):
    """Size and root of a signed checkpoint."""
    name, number, key = read(os.path.join(folder, "vkey")).decode().strip().split("+", 2)
    key = base64.b64decode(key, validate=True)
    if key[0] != 1 or len(key) != 33 or hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() != number:
        raise Fault("vkey is not a key of signed notes")
    text, signatures = read(os.path.join(folder, "checkpoint")).decode().rsplit("\n\n", 1)
    text += "\n"
    for line in signatures.splitlines():
        dash, signer, signed = line.split(" ")
        signed = base64.b64decode(signed, validate=True)
        if dash == "\u2014" and signer == name and signed[:4].hex() == number and openssl_verifies(key[1:], text.encode(), signed[4:]):
            break
    else:
        raise Fault("checkpoint is not signed by the key")
    origin, size, root = text.splitlines()[:3]
    if origin != name:
        raise Fault(f"checkpoint is about {origin}")
    return int(size), base64.b64decode(root, validate=True)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree(hashes):
    """RFC 6962 2.1: split at the greatest power of two below the number."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return node(tree(hashes[:half]), tree(hashes[half:]))


def tile_path(level, number, width):
    parts = [f"{number % 1000:03d}"]
    while number >= 1000:
        number //= 1000
        parts.insert(0, f"x{number % 1000:03d}")
    return os.path.join("tile", level, *parts) + (f".p/{width}" if width < WIDTH else "")


def tiles(count):
    """Number and width of each tile that a level of so many hashes has."""
    return [(number, min(WIDTH, count - number * WIDTH)) for number in range((count + WIDTH - 1) // WIDTH)]


def bundle(data):
    entries, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at:at + 2], "big")
        entries.append(data[at + 2:at + 2 + length])
        at += 2 + length
    if at != len(data):
        raise Fault("a bundle of entries is cut")
    return entries


def check(folder):
    size, root = checkpoint(folder)
    seen, leaves = set(), []
    for number, width in tiles(size):
        path = tile_path("entries", number, width)
        seen.add(path)
        entries = bundle(read(os.path.join(folder, path)))
        if len(entries) != width:
            raise Fault(f"{path} has {len(entries)} entries, not {width}")
        leaves += [hashlib.sha256(b"\x00" + entry).digest() for entry in entries]
    if tree(leaves) != root:
        raise Fault("the entries do not have the root that was signed")
    level, hashes = 0, leaves
    while hashes:
        for number, width in tiles(len(hashes)):
            path = tile_path(str(level), number, width)
            seen.add(path)
            if read(os.path.join(folder, path)) != b"".join(hashes[number * WIDTH:number * WIDTH + width]):
                raise Fault(f"{path} does not hold the hashes of the entries")
        hashes = [tree(hashes[at:at + WIDTH]) for at in range(0, len(hashes) - WIDTH + 1, WIDTH)]
        level += 1
    for place, _, names in os.walk(os.path.join(folder, "tile")):
        for name in names:
            path = os.path.relpath(os.path.join(place, name), folder)
            # A shorter copy of a tile that has grown since may stay (tlog-tiles, partial tiles).
            if path not in seen and ".p/" not in path:
                raise Fault(f"{path} belongs to no entry")
    return size


def main(top):
    logs = sorted(place for place, _, names in os.walk(top) if "checkpoint" in names)
    faults = 0
    for folder in logs:
        try:
            print(f"{os.path.relpath(folder, top)}: {check(folder)} entries, sound")
        except (Fault, OSError, ValueError) as fault:
            faults += 1
            print(f"{os.path.relpath(folder, top)}: {fault}")
    print(f"{len(logs)} logs, {faults} with faults")
    return 0 if logs and not faults else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
