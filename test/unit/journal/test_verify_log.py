#!/usr/bin/env python3
"""test_verify_log.py - the inspector's checker accepts a sound log and refuses forged copies of nine kinds.

Usage: test_verify_log.py FOLDER-OF-verify_log.py FOLDER-OF-THE-SAMPLE-LOG [COPIES [COMMAND ...]]

With COMMAND the forged copies go to another checker as well (its last argument is the folder, status 0 means sound).
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import verify_log  # noqa: E402

KINDS = ["bit in entry", "bit in tile", "bit in checkpoint", "deleted entry", "swapped entries", "doubled entry", "cut tail",
         "missing bundle", "entry and its leaf hash"]
BUNDLES = ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"]
TILES = ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def flipped(data, dice):
    data, place = bytearray(data), dice.randrange(len(data) * 8)
    data[place // 8] ^= 1 << place % 8
    return bytes(data)


def entries_of(bundle):
    entries = []
    while bundle:
        length = int.from_bytes(bundle[:2], "big")
        entries.append(bundle[2:2 + length])
        bundle = bundle[2 + length:]
    return entries


def forge(folder, kind, dice):
    """Changes one thing; gives the files touched with their old content."""
    bundle, tile = dice.choice(BUNDLES), dice.choice(TILES)
    name = {1: tile, 2: "checkpoint"}.get(kind, bundle)
    before = {name: read(folder, name)}
    entries = entries_of(before[bundle]) if kind in (3, 4, 5, 8) else []
    place = dice.randrange(len(entries) - 1) if entries else 0
    if kind <= 2:
        write(folder, name, flipped(before[name], dice))
    elif kind == 6:
        write(folder, name, before[name][:dice.randrange(len(before[name]))])
    elif kind == 7:
        os.remove(os.path.join(folder, name))
    else:
        if kind == 3:
            del entries[place]
        elif kind == 4:
            entries[place], entries[place + 1] = entries[place + 1], entries[place]
        elif kind == 5:
            entries.insert(place, entries[place])
        else:
            entries[place] = entries[place].replace(b"actor u-0", b"actor u-1", 1)
            level0 = bundle.replace("entries", "0")
            before[level0] = read(folder, level0)
            hashes = bytearray(before[level0])
            hashes[place * 32:place * 32 + 32] = verify_log.leaf_hash(entries[place])
            write(folder, level0, hashes)
        write(folder, name, verify_log.Log.bundle_bytes(entries, len(entries)))
    return before


def main():
    source, copies, command = sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 90, sys.argv[4:]
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "log")
        shutil.copytree(source, folder)
        with open(os.path.join(folder, "log.vkey"), encoding="ascii") as file:
            vkey = file.read()
        assert verify_log.Log(folder, vkey).check(), "the sound log was refused"
        # Without the witness's key nobody can tell a changed witness line from that of a stranger.
        lines = read(folder, "checkpoint").splitlines(keepends=True)
        write(folder, "checkpoint", b"".join(line for line in lines if b"ombudsman" not in line))
        sound = verify_log.Log(folder, vkey)
        assert sound.check([(600, verify_log.checkpoint_read(read(folder, "checkpoint"), verify_log.vkey_read(vkey))[1])])
        assert not verify_log.Log(folder, vkey).check([(599, b"\0" * 32)]), "a rewritten history was accepted"
        for number in range(copies):
            before = forge(folder, number % len(KINDS), dice)
            assert not verify_log.Log(folder, vkey).check(), "accepted: " + KINDS[number % len(KINDS)]
            if command:
                status = subprocess.run(command + [folder], capture_output=True, check=False).returncode
                assert status == 1, "the other checker accepted: " + KINDS[number % len(KINDS)]
            for name, data in before.items():
                write(folder, name, data)
        assert verify_log.Log(folder, vkey).check()
    print("%d forged copies of %d kinds refused" % (copies, len(KINDS)))


if __name__ == "__main__":
    main()
