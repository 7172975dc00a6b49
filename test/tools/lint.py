#!/usr/bin/env python3
"""lint.py - house rules that a compiler does not know: who includes whom, who may write, lengths, banned functions,
names of nouns in the engine, first lines, unfinished work, assertions that cannot fail. Started by script/lint."""
import fnmatch
import os
import re
import subprocess
import sys

ENGINE = ("base", "format", "http", "text", "model", "match", "store", "journal", "service", "api", "ui")
FILE_LIMIT, RECORD_FILE_LIMIT = 500, 800
FUNCTION_WARNING, FUNCTION_LIMIT = 60, 100

# Scope is an idea of the engine too: actors, keys and logs belong to a facility.
ENGINE_NOUNS = ("facility",)

# A header of a library, and the only folders that may include it.
LIBRARIES = {
    "sqlite3.h": ("src/store/sqlite",),
    "libpq-fe.h": ("src/store/postgres",),
    "microhttpd.h": ("src/http/",),
    "jansson.h": ("src/format/json",),
    "libdeflate.h": ("src/http/",),
    "csv.h": ("src/format/",),
    "xlsxwriter.h": ("src/format/",),
    "qrencode.h": ("src/ui/", "src/areas/"),
    "liboath/oath.h": ("src/service/",),
}
WRITERS = ("src/service/command", "src/service/writer", "src/journal/replay", "src/journal/verify", "src/store/")

BANNED = {name: "use base/text or base/builder" for name in
          ("strcpy", "strcat", "strncpy", "strncat", "sprintf", "vsprintf", "strtok", "gets", "atoi", "atol", "atoll", "strtol")}
BANNED.update({name: "use base/date" for name in ("gmtime", "localtime", "mktime", "ctime", "asctime", "strftime")})
BANNED.update({name: "starts a shell" for name in ("system", "popen")})
BANNED["alloca"] = "stack of unknown size"
BOUNDED = ("strncpy", "strncat", "strtol", "system")
# function: what to use instead, and the files that may call it.
CONFINED = {
    "time": ("base/clock", ("src/base/clock.c",)),
    "clock_gettime": ("base/clock", ("src/base/clock.c",)),
    "gettimeofday": ("base/clock", ("src/base/clock.c",)),
    "open": ("base/file", ("src/base/file.c", "src/store/")),
    "fopen": ("base/file", ("src/base/file.c",)),
    "openat": ("base/file", ("src/base/file.c",)),
    "getrandom": ("base/random", ("src/base/random.c",)),
    "rand": ("base/random", ("src/base/random.c",)),
    "random": ("base/random", ("src/base/random.c",)),
    "RAND_bytes": ("base/random", ("src/base/random.c",)),
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|TBD)\b|not (yet )?implemented|lorem ipsum|coming soon|\bstub\b", re.I)
UNFINISHED_CASE = re.compile(r"\b(TODO|FIXME|XXX|HACK|TBD)\b")
WORKPLACE = re.compile(r"/work/(main|shared|\.library)|/tmp/(brief|build-)|\bclaude\b|\banthropic\b|\bLLM\b|\bchatgpt\b|\bcopilot\b", re.I)

faults = []
warnings = []


def fault(path, line, text):
    faults.append((path, line, text))


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def listed():
    """Files of the repository: those git knows or would take in."""
    output = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=True).stdout
    return sorted({path for path in output.splitlines() if os.path.isfile(path)})


def strip(text, strings=True):
    """Source with comments (and, unless told otherwise, strings) blanked; lines keep their numbers."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)

    def blank(match):
        piece = match.group(0)
        if piece[0] in "\"'" and not strings:
            return piece
        return re.sub(r"[^\n]", " ", piece) if piece[0] == "/" else piece[0] + " " * (len(piece) - 2) + piece[-1]
    return pattern.sub(blank, text)


def lines_of(text):
    return enumerate(text.split("\n"), 1)


# ---- layers ----

def layers():
    table = {}
    for line in read("src/LAYERS").splitlines():
        line = line.split("#")[0].strip()
        if line:
            folder, _, allowed = line.partition(":")
            table[folder.strip()] = allowed.split()
    return table


def unit_of(path):
    """Name in LAYERS of a file below src/: the folder, or areas/X/<room>."""
    parts = path.split("/")[1:]
    if parts[0] != "areas":
        return parts[0]
    area, rest = parts[1], parts[2:]
    if len(rest) > 1 and rest[0] == "acts":
        return f"areas/{area}/acts"
    name = os.path.splitext(rest[-1])[0]
    for room in ("records", "rules", "acts", "reports", "import", "jobs", "pages"):
        if name == room or name.startswith(room + "_") or (len(rest) > 1 and rest[0] == room):
            return f"areas/{area}/{room}"
    return f"areas/{area}/self"


def may_include(table, source, target, source_path):
    """Is a file of unit `source` allowed to include a header of unit `target`?"""
    if source == target:
        return True
    rule = next((allowed for pattern, allowed in table.items() if fnmatch.fnmatchcase(source, pattern)), None)
    area = source.split("/")[1] if source.startswith("areas/") else None
    if rule is None:
        # Rooms without a line of their own (dates, clocks, the area's list): pure like acts, and the area's own wiring.
        rule = next((allowed for pattern, allowed in table.items() if pattern == "areas/*/acts"), [])
        if area and target.startswith(f"areas/{area}/"):
            return True
    for allowed in rule:
        if allowed == "*":
            return True
        if allowed == "areas/self" and area and target.startswith(f"areas/{area}/"):
            return True
        if fnmatch.fnmatchcase(target, allowed):
            return True
    # Within an area the pure rooms share what the area declares for itself (acts.h, dates.h).
    return bool(area) and target in (f"areas/{area}/self", f"areas/{area}/acts") and source.split("/")[-1] in ("rules", "acts")


def check_includes(path, text, table):
    source = unit_of(path)
    for number, line in lines_of(text):
        match = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
        if not match:
            continue
        quote, name = match.groups()
        for library, owners in LIBRARIES.items():
            if name == library and not path.startswith(owners):
                fault(path, number, f"{library} may be included only below {', '.join(owners)}")
        if quote == "<":
            continue
        if not os.path.exists(os.path.join("src", name)):
            fault(path, number, f'"{name}" is not written from src/')
            continue
        if name == "store/write.h" and not path.startswith(WRITERS):
            fault(path, number, "store/write.h is only for service/command and journal/replay: every change goes through the journal")
        target = unit_of("src/" + name)
        declared = re.fullmatch(r"areas/(?!custody/)(\w+)/records", target)
        if declared and re.fullmatch(r"areas/\w+/(rules|acts|self)", source) and not source.startswith(f"areas/{declared[1]}/"):
            area = source.split("/")[1]
            if f"{declared[1]}_dep" not in read(f"src/areas/{area}/meson.build"):
                fault(path, number, f"{area} reads records of {declared[1]}: name {declared[1]}_dep in src/areas/{area}/meson.build")
        if not may_include(table, source, target, path):
            fault(path, number, f"{source} may not include {target} ({name}); see src/LAYERS")


# ---- functions ----

def functions(text):
    """(name, first line, number of lines, body) of each function written with its braces in column 0."""
    lines = strip(text).split("\n")
    start = None
    for index, line in enumerate(lines):
        if line.startswith("{"):
            head = index - 1
            while head > 0 and not re.match(r"^\w", lines[head]):
                head -= 1
            name = re.search(r"(\w+)\s*\(", " ".join(lines[head:index]))
            start = (name.group(1) if name else "?", head + 1, index)
        elif line.startswith("}") and start:
            name, head, first = start
            yield name, head, index - first - 1, "\n".join(lines[first:index + 1])
            start = None


def check_source(path, text):
    lines = text.count("\n") + 1
    limit = RECORD_FILE_LIMIT if os.path.basename(path).startswith(("records", "test_")) else FILE_LIMIT
    if lines > limit + 1:
        fault(path, 1, f"{lines - 1} lines; {limit} are the limit")
    first = text.split("\n", 1)[0]
    base = os.path.basename(path)
    following = text.split("\n", 2)[1] if "\n" in text else ""
    if not (first.startswith(f"/* {base} - ") or (first.strip() == "/*" and following.startswith(f" * {base} - "))):
        fault(path, 1, f'the first line must be "/* {base} - purpose. */"')
    for name, line, length, _ in functions(text):
        if length > FUNCTION_LIMIT:
            fault(path, line, f"{name} has {length} lines; {FUNCTION_LIMIT} are the limit")
        elif length > FUNCTION_WARNING:
            warnings.append((path, line, f"{name} has {length} lines; aim at 30, {FUNCTION_WARNING} is long"))


def check_calls(path, text):
    code = strip(text)
    for number, line in lines_of(code):
        for match in re.finditer(r"(?<![\w.>])(\w+)\s*\(", line):
            name = match.group(1)
            if name in BANNED and (path.startswith(("src/", "bench/")) or name not in BOUNDED):
                fault(path, number, f"{name} is banned: {BANNED[name]}")
            elif name in CONFINED and not path.startswith(CONFINED[name][1]) and path.startswith("src/"):
                if re.match(r"^(static\s+)?(\w+\s+)+\**" + name + r"\s*\(", line):
                    continue
                fault(path, number, f"{name} only through {CONFINED[name][0]}")
        if re.search(r"\bscanf\b.*%s", line):
            fault(path, number, "scanf with %s is banned")
    for number, line in lines_of(strip(text, strings=False) if path.startswith("src/") else ""):
        if re.search(r'\b(arena_format|snprintf|asprintf)\s*\([^;]*"[^"]*\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^"]*%', line):
            fault(path, number, "SQL is never built by printf; values are parameters")


# ---- engine knows no noun ----

def nouns():
    names = set()
    for folder, _, files in os.walk("src/areas"):
        for file in files:
            if file.startswith("records") and file.endswith(".c"):
                text = strip(read(os.path.join(folder, file)), strings=False)
                names.update(re.findall(r"^const struct record RECORD_\w+ = \{\s*\.name = \"(\w+)\"", text, re.M))
    return names


def check_engine(path, text, names):
    folder = path.split("/")[1]
    if folder not in ENGINE or folder == "match":
        return
    code = strip(text, strings=False)
    for number, line in lines_of(code):
        for literal in re.findall(r'"((?:\\.|[^"\\])*)"', line):
            head = literal.lstrip("/").split(".")[0].split("/")[0]
            if head in ENGINE_NOUNS or f'"role", ' in line:
                continue
            if literal in names or (re.fullmatch(r"/?[a-z_]+[./][a-z_./]*", literal) and head in names):
                fault(path, number, f'the engine knows no noun by name: "{literal}"')
        if re.search(r'str(case)?cmp\s*\([^)]*record->name[^)]*,\s*"|text_equal_string\s*\([^"]*record->name\)*\s*,\s*"', line):
            fault(path, number, "the engine does not branch on the name of a record")


# ---- one name, one function ----

DEFINITION = re.compile(r"^(?!static|#|\s)[a-z][\w *]*?\b(\w+)\([^;{}]*?\)\n\{", re.M)


def check_names(sources):
    """All folders share one space of names, and a linker that takes from archives does not complain of a name that is there twice."""
    seen = {}
    for path, text in sources:
        for match in DEFINITION.finditer(text):
            name, line = match.group(1), text.count("\n", 0, match.start()) + 1
            if name == "main":
                continue
            if name in seen:
                fault(path, line, f"the function {name} is also in {seen[name]}")
            seen.setdefault(name, path)


# ---- unfinished work, workplace ----

def check_words(path, text):
    if path.startswith(("test/tools/lint.py", "po/", "share/", "LICENSE", "test/data/", "test/fuzz/seeds/", "web/package-lock.json")):
        return
    for number, line in lines_of(text):
        if UNFINISHED_CASE.search(line) or (UNFINISHED.search(line) and not re.search(r"\b(to-do|x{3,})\b", line, re.I) and
                                          not re.fullmatch(r".*\bxxx\b.*", line, re.I)):
            fault(path, number, f"unfinished work: {line.strip()[:80]}")
        if WORKPLACE.search(line):
            fault(path, number, f"names a place or tool outside the repository: {line.strip()[:80]}")


# ---- tests that cannot fail ----

ALWAYS = re.compile(r"assert_true\s*\(\s*(true|1)\s*\)|assert_false\s*\(\s*(false|0)\s*\)|assert_non_null\s*\(\s*\"|"
                    r"\bensure\s*\(\s*(true|1)\b|\bassert(\.ok)?\s*\(\s*true\b|assert_int_equal\s*\(\s*(\d+)\s*,\s*\5\s*\)")
SAME = re.compile(r"assert_(?:int|string|ptr|memory)_equal\s*\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)")


def check_test(path, text):
    code = strip(text, strings=False)
    for number, line in lines_of(code):
        if ALWAYS.search(line):
            fault(path, number, f"this assertion cannot fail: {line.strip()[:80]}")
        for left, right in SAME.findall(line):
            if left == right:
                fault(path, number, f"compares {left} with itself")
    if not path.endswith(".c") or "cmocka" not in text:
        return
    bodies = {name: body for name, _, _, body in functions(text)}
    # Headers of the tests beside it assert for it.
    for header in re.findall(r'#include "([^"]+)"', text):
        header = os.path.normpath(os.path.join(os.path.dirname(path), header))
        if os.path.exists(header):
            bodies.update({name: body for name, _, _, body in functions(read(header))})
    asserting = {name for name, body in bodies.items() if re.search(r"\b(assert_|fail|expect_)", body)}
    macros = re.findall(r"#\s*define\s+(\w+)\(((?:[^\n]*\\\n)*[^\n]*)", text)
    asserting |= {name for name, body in macros if re.search(r"assert_|fail", body)}
    shared = set(re.findall(r"\b(?:assert|check|expect|must)_?\w*(?=\s*\()", code))
    while True:
        more = {name for name, body in bodies.items() if name not in asserting and
                any(re.search(r"\b" + other + r"\s*\(", body) for other in asserting | shared)}
        if not more:
            break
        asserting |= more
    for name in re.findall(r"cmocka_unit_test\w*\(\s*(\w+)", text):
        if name in bodies and name not in asserting:
            fault(path, 1, f"{name} asserts nothing")


def check_lock(path, text):
    for number, line in lines_of(text):
        if '"resolved"' in line:
            fault(path, number, "the lock file names a host; npm's omit-lockfile-registry-resolved keeps it out")
            return


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    table, names = layers(), nouns()
    if not names:
        fault("src/areas", 1, "no records found; this check would be blind")
    for path in listed():
        if not path.endswith((".c", ".h", ".py", ".mjs", ".js", ".md", ".build", ".txt", ".tsv", ".scss", ".po", ".json")) \
                and not path.startswith(("script/", ".ci/")):
            continue
        text = read(path)
        check_words(path, text)
        if path.endswith((".c", ".h")) and path.startswith(("src/", "test/", "bench/")):
            check_source(path, text)
            check_calls(path, text)
        if path.endswith((".c", ".h")) and path.startswith("src/"):
            check_includes(path, text, table)
            check_engine(path, text, names)
        if path.startswith("test/") and path.endswith((".c", ".mjs")):
            check_test(path, text)
        if path.endswith("package-lock.json"):
            check_lock(path, text)
    check_names((path, read(path)) for path in listed() if path.startswith("src/") and path.endswith(".c"))
    for path, line, text in warnings:
        print(f"{path}:{line}: warning: {text}")
    for path, line, text in faults:
        print(f"{path}:{line}: {text}")
    if faults:
        print(f"{len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
