"""Compares three readers of release names on the same names in one run: accuracy a field and names a second. Writes docs/benchmarks/names.md."""
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile

import peers
from golden import read_golden
from grade import grade, read_rows

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FIELDS = ["title", "year", "tv", "season", "episode", "resolution", "source", "codec", "audio", "atmos", "dv", "hdr", "hdr10plus", "remux", "hybrid", "edition", "group", "proper", "repack"]
OWN = ["dv_profile", "fel", "mel", "uhd", "disc", "sdr"]


def run_ours(program, names):
    """Processor seconds of two long runs of different length: their difference leaves the program's start and warm-up out."""
    def run(lines):
        with tempfile.TemporaryFile("w+", encoding="utf-8") as source, tempfile.TemporaryFile("w+", encoding="utf-8") as answers:
            source.write("\n".join(lines) + "\n")
            source.flush()
            os.lseek(source.fileno(), 0, os.SEEK_SET)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([program, "parse"], stdin=source, stdout=answers, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            os.lseek(answers.fileno(), 0, os.SEEK_SET)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, answers.read() if lines is names else ""

    rounds = max(2, 400_000 // len(names))
    few = min(run(names * (rounds // 4))[0] for _ in range(2))
    many = min(run(names * rounds)[0] for _ in range(2))
    return [json.loads(line) for line in run(names)[1].splitlines()], len(names) * (rounds - rounds // 4) / (many - few)


def table(title, rows, results):
    scores = {name: grade(rows, answers)[0] for name, (answers, _) in results.items()}
    lines = [f"### {title} ({len(rows)} names)", "", "| field | asserted | " + " | ".join(results) + " |", "|---|---:|" + "---:|" * len(results)]
    for field in FIELDS + OWN:
        asserted = scores["FelScanner"].get(field)
        if not asserted:
            continue
        cells = [percent(scores[name].get(field)) if field in FIELDS or name == "FelScanner" else "not read" for name in results]
        lines.append(f"| {field} | {asserted[1]} | " + " | ".join(cells) + " |")
    lines.append("| **names a second** | | " + " | ".join(f"**{speed:,.0f}**" for _, speed in results.values()) + " |")
    return lines + [""]


def percent(tally):
    return f"{100 * tally[0] / tally[1]:.1f} %" if tally else ""


def measure(program, rows):
    names = [row["name"] for row in rows]
    return {"FelScanner": run_ours(program, names), "parse-torrent-title": peers.run_ptt(names, 20), "guessit": peers.run_guessit(names)}


def main():
    program, *others = sys.argv[1:]
    sets = [("The project's golden table", read_golden(os.path.join(ROOT, "FelScanner.Tests/Core/Domain/Releases/golden-names.txt")))]
    sets += [(f"Names from `{os.path.basename(path)}`", read_rows(path)) for path in others if os.path.exists(path)]
    lines = []
    for title, rows in sets:
        lines += table(title, rows, measure(program, rows))
    with open(os.path.join(HERE, "head.md"), encoding="utf-8") as head, open(os.path.join(ROOT, "docs/benchmarks/names.md"), "w", encoding="utf-8") as out:
        out.write(head.read().replace("{machine}", f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores"))
        out.write("\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
