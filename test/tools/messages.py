#!/usr/bin/env python3
"""messages.py - every translation uses exactly the {parameters} of its English text. Started by script/lint."""
import glob
import re
import sys


def unquote(text):
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match.group(1), match.group(1)), text)


def entries(path):
    """(line, msgid, [msgstr ...]) of each entry."""
    identifier, strings, target, line_number = "", [], None, 0
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            match = re.match(r'(msgid|msgid_plural|msgstr)(?:\[\d+\])? "(.*)"$', line)
            if match and not line.startswith("#"):
                kind, text = match.groups()
                if kind == "msgid":
                    if identifier or strings:
                        yield line_number, identifier, strings
                    identifier, strings, line_number, target = unquote(text), [], number, "id"
                elif kind == "msgstr":
                    strings.append(unquote(text))
                    target = "str"
                else:
                    target = None
            elif line.startswith('"') and line.endswith('"'):
                if target == "id":
                    identifier += unquote(line[1:-1])
                elif target == "str":
                    strings[-1] += unquote(line[1:-1])
    if identifier or strings:
        yield line_number, identifier, strings


def main():
    wrong = 0
    for path in sorted(glob.glob("po/*.po")):
        for line, identifier, strings in entries(path):
            wanted = set(re.findall(r"\{(\w+)\}", identifier))
            for text in strings:
                # A plural form may leave the number out: Arabic has words for one and two.
                found = set(re.findall(r"\{(\w+)\}", text))
                if identifier and text and (found if len(strings) == 1 else found | {"count"} & wanted) != wanted:
                    print(f"{path}:{line}: parameters differ from the English text: {identifier[:60]}")
                    wrong += 1
    return 1 if wrong else 0


sys.exit(main())
