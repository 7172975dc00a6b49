#!/usr/bin/env python3
"""count.py - counts single tests in a log of `meson test` (one JSON object a line) and prints `N passed, N failed`.
cmocka programs say how many of their tests passed; a program that says nothing, or dies, counts as one."""
import json
import re
import sys


def main(path):
    passed = failed = skipped = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            test = json.loads(line)
            output = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
            good = sum(map(int, re.findall(r"^\[  PASSED  \] (\d+) test", output, re.M)))
            bad = sum(map(int, re.findall(r"^\[  FAILED  \] (\d+) test", output, re.M)))
            left_out = sum(map(int, re.findall(r"^\[  SKIPPED \] (\d+) test", output, re.M)))
            fine = test["result"] in ("OK", "EXPECTEDFAIL")
            if fine:
                good = good or 1
            elif test["result"] != "SKIP":
                bad = bad or 1
                print(f"FAIL {test['name']}: {test['result']}")
            passed, failed, skipped = passed + good, failed + bad, skipped + left_out
    if skipped:
        print(f"{skipped} left out")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1]))
