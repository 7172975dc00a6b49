#!/usr/bin/env python3
"""verify_log.py - an inspector's second opinion on an exported Custos log.

Reads a folder with checkpoint, vkey, tile/ and (optionally) blob/ and checks, from the published formats alone
(RFC 6962, RFC 8032, C2SP signed-note, tlog-checkpoint, tlog-tiles, custos-entry/v1):

  1. the log's signature on the checkpoint, and that its origin is the name of the key;
  2. every entry: readable, numbered without a gap, of this log;
  3. every hash tile that the tree has, and the older partial tiles beside them;
  4. that the entries give the root that the checkpoint signs;
  5. every blob: its SHA-256 and its size as its entry says.

Python 3.8 or newer, standard library only; shares no code with Custos. If the package "cryptography" is there, it checks
the signature as well, and both must agree.

  verify_log.py FOLDER                     the one log in FOLDER, or all logs below it
  verify_log.py --vkey KEY FOLDER          with the key you have from the prison service, not the file in the folder
  verify_log.py --seen SIZE:ROOT FOLDER    the root (base 64) that you wrote down when the log had SIZE entries

Exit status: 0 sound, 1 not sound, 2 called wrongly.
"""
import argparse
import base64
import binascii
import hashlib
import os
import re
import sys

WIDTH = 256


class Unsound(Exception):
    """The log cannot be walked any further."""


# ---- Ed25519 (RFC 8032, section 6 in short) ----------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def point_times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = point_add(result, point)
        point = point_add(point, point)
        scalar >>= 1
    return result


def point_read(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point_read((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519_holds(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commitment = point_read(public), point_read(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or scalar >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = point_times(scalar, BASE), point_add(commitment, point_times(challenge, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def signature_holds(public, message, signature):
    ours = ed25519_holds(public, message, signature)
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return ours
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        theirs = True
    except (InvalidSignature, ValueError):
        theirs = False
    return ours and theirs


# ---- notes and checkpoints -----------------------------------------------------------------------------------------

def strict_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Unsound("not base 64: %r" % text) from fault
    if base64.b64encode(data).decode() != text:
        raise Unsound("base 64 with loose ends: %r" % text)
    return data


def key_id(name, kind_and_key):
    return hashlib.sha256(name.encode() + b"\n" + kind_and_key).digest()[:4]


def vkey_read(text):
    parts = text.strip().split("+", 2)
    if len(parts) != 3 or not re.fullmatch("[0-9a-f]{8}", parts[1]):
        raise Unsound("vkey: malformed")
    data = strict_base64(parts[2])
    if len(data) != 33 or data[0] != 1 or key_id(parts[0], data).hex() != parts[1]:
        raise Unsound("vkey: malformed")
    return parts[0], data


def checkpoint_read(message, vkey):
    """Size and root of a signed checkpoint."""
    name, data = vkey
    try:
        text, signatures = message.decode("utf-8").rsplit("\n\n", 1)
    except ValueError as fault:
        raise Unsound("checkpoint: not a signed note") from fault
    text += "\n"
    good = False
    if not signatures.endswith("\n"):
        raise Unsound("checkpoint: cut off")
    for line in signatures[:-1].split("\n"):
        match = re.fullmatch("\u2014 ([^ +]+) ([^ ]+)", line)
        if not match:
            raise Unsound("checkpoint: malformed signature line")
        signed = strict_base64(match.group(2))
        if match.group(1) != name or signed[:4] != key_id(name, data):
            continue
        if not signature_holds(data[1:], text.encode(), signed[4:]):
            raise Unsound("checkpoint: the signature does not hold")
        good = True
    if not good:
        raise Unsound("checkpoint: not signed by the key of the log")
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] != name or not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]):
        raise Unsound("checkpoint: malformed, or of another log")
    root = strict_base64(lines[2])
    if len(root) != 32:
        raise Unsound("checkpoint: malformed root")
    return int(lines[1]), root


# ---- tree ----------------------------------------------------------------------------------------------------------

def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def tree_root(hashes):
    """Root of RFC 6962 over a list of hashes that are roots of equal full trees (or leaves)."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        pairs = [hashlib.sha256(b"\1" + hashes[i] + hashes[i + 1]).digest() for i in range(0, len(hashes) - 1, 2)]
        # A hash that is left alone moves up unchanged: that is the split at the largest power of two.
        hashes = pairs + ([hashes[-1]] if len(hashes) % 2 else [])
    return hashes[0]


# ---- entries -------------------------------------------------------------------------------------------------------

WORD = "[A-Za-z0-9._/:-]+"
HEX = "[0-9a-f]{64}"
NUMBER = "(?:0|[1-9][0-9]{0,18})"
ENTRY = re.compile(
    r"custos-entry/v1\n"
    rf"seq (?P<seq>{NUMBER})\n"
    r"time (?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{3})?Z)\n"
    r"(?:clock unsynced\n)?"
    rf"log (?P<log>{WORD})\n"
    rf"type {WORD}\n"
    rf"actor {WORD}\n"
    rf"subject {WORD}\n"
    rf"record (?P<record>{WORD})\n"
    rf"rev (?P<rev>{NUMBER})\n"
    rf"prev (?P<prev>-|{HEX})\n"
    rf"payload (?:-\n|sha256 (?P<payload>{HEX}) (?P<size>{NUMBER})\ncommit sha256 {HEX}\n)"
    rf"(?:second {WORD}\n)?"
    rf"(?:decision {WORD}\n)?")


class Log:
    def __init__(self, folder, vkey_text=None):
        self.folder = folder
        self.faults = []
        self.entries = self.blobs = 0
        self.vkey_text = vkey_text
        self.size, self.root, self.name = 0, b"", folder

    def fault(self, text):
        self.faults.append(text)

    def read(self, path):
        try:
            with open(os.path.join(self.folder, path), "rb") as file:
                return file.read()
        except OSError as fault:
            raise Unsound("%s: %s" % (path, fault.strerror)) from fault

    @staticmethod
    def tile_path(level, index, width):
        digits = "%03d" % index
        digits = digits.rjust(-(-len(digits) // 3) * 3, "0")
        groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
        path = "/".join(["tile", str(level)] + ["x" + group for group in groups[:-1]] + [groups[-1]])
        return path if width == WIDTH else "%s.p/%d" % (path, width)

    def compare(self, level, index, width, content, start_of):
        """The tile of this width, and each narrower partial one beside it, against what the entries give."""
        widths = {width}
        partial = os.path.join(self.folder, self.tile_path(level, index, WIDTH) + ".p")
        if os.path.isdir(partial):
            widths |= {int(name) for name in os.listdir(partial) if name.isdigit() and 0 < int(name) < width}
        for one in sorted(widths):
            path = self.tile_path(level, index, one)
            try:
                if self.read(path) != start_of(content, one):
                    self.fault("%s: differs from the entries" % path)
            except Unsound as fault:
                self.fault(str(fault))

    def check_entry(self, number, data):
        try:
            match = ENTRY.fullmatch(data.decode("ascii"))
        except UnicodeDecodeError:
            match = None
        if not match:
            self.fault("entry %d: not readable" % number)
            return
        if int(match["seq"]) != number:
            self.fault("entry %d: has another number" % number)
        if match["log"] != self.name:
            self.fault("entry %d: is of another log" % number)
        if match["record"] == "-" and (match["rev"] != "0" or match["prev"] != "-"):
            self.fault("entry %d: revision of nothing" % number)
        if match["payload"] and os.path.isdir(os.path.join(self.folder, "blob")):
            self.check_blob(number, match["payload"], int(match["size"]))

    def check_blob(self, number, digest, size):
        path = "blob/%s/%s" % (digest[:2], digest)
        try:
            data = self.read(path)
        except Unsound as fault:
            self.fault("entry %d: %s" % (number, fault))
            return
        self.blobs += 1
        if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
            self.fault("entry %d: %s differs from its hash" % (number, path))

    def read_bundle(self, index, width):
        path = self.tile_path("entries", index, width)
        data, entries, place = self.read(path), [], 0
        while place < len(data):
            length = int.from_bytes(data[place:place + 2], "big")
            if place + 2 + length > len(data):
                raise Unsound("%s: cut off" % path)
            entries.append(data[place + 2:place + 2 + length])
            place += 2 + length
        if len(entries) != width:
            raise Unsound("%s: holds %d entries instead of %d" % (path, len(entries), width))
        return entries

    @staticmethod
    def bundle_bytes(entries, width):
        return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries[:width])

    def walk_entries(self, seen):
        """Leaf hashes of all entries; checks each on the way."""
        leaves = []
        for index in range(-(-self.size // WIDTH)):
            width = min(WIDTH, self.size - index * WIDTH)
            entries = self.read_bundle(index, width)
            for entry in entries:
                self.check_entry(len(leaves), entry)
                leaves.append(leaf_hash(entry))
            self.compare("entries", index, width, entries, self.bundle_bytes)
        self.entries = len(leaves)
        for size, root in seen:
            if size > self.size:
                self.fault("the log had %d entries once and has %d now" % (size, self.size))
            elif tree_root(leaves[:size]) != root:
                self.fault("the root of the first %d entries is not the one you saw: history was rewritten" % size)
        return leaves

    def walk_tiles(self, hashes):
        level = 0
        while hashes:
            above = []
            for index in range(-(-len(hashes) // WIDTH)):
                tile = hashes[index * WIDTH:(index + 1) * WIDTH]
                self.compare(level, index, len(tile), tile, lambda some, width: b"".join(some[:width]))
                if len(tile) == WIDTH:
                    above.append(tree_root(tile))
            hashes, level = above, level + 1

    def check(self, seen=()):
        try:
            vkey = vkey_read(self.vkey_text or self.read("vkey").decode("utf-8", "replace"))
            self.name = vkey[0]
            self.size, self.root = checkpoint_read(self.read("checkpoint"), vkey)
            leaves = self.walk_entries(seen)
            self.walk_tiles(leaves)
            if tree_root(leaves) != self.root:
                self.fault("the entries do not give the root that the checkpoint signs")
        except Unsound as fault:
            self.fault(str(fault))
        return not self.faults


def logs_below(folder):
    for place, folders, files in os.walk(folder):
        if "checkpoint" in files or "vkey" in files or "tile" in folders:
            folders[:] = []
            yield place
        folders.sort()


def seen_read(text):
    size, _, root = text.partition(":")
    return int(size), base64.b64decode(root, validate=True)


def main():
    parser = argparse.ArgumentParser(description="Checks exported Custos logs.")
    parser.add_argument("folder")
    parser.add_argument("--vkey", help="verifier key of the log, from a source you trust")
    parser.add_argument("--seen", type=seen_read, action="append", default=[], metavar="SIZE:ROOT")
    parser.add_argument("--quiet", action="store_true", help="print faults only")
    arguments = parser.parse_args()
    folders = list(logs_below(arguments.folder))
    if not folders or (len(folders) > 1 and (arguments.vkey or arguments.seen)):
        print("no log there" if not folders else "--vkey and --seen go with one log", file=sys.stderr)
        return 2
    sound = True
    for folder in folders:
        log = Log(folder, arguments.vkey)
        good = log.check(arguments.seen)
        sound = sound and good
        for text in log.faults:
            print("FAULT %s: %s" % (log.name, text))
        if good and not arguments.quiet:
            print("sound %s: %d entries, %d blobs, root %s" % (
                log.name, log.entries, log.blobs, base64.b64encode(log.root).decode()))
    if not arguments.vkey and sound and not arguments.quiet:
        print("The keys came from the folders themselves. Compare them with the keys that you were given.")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
