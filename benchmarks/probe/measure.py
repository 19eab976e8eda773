#!/usr/bin/env python3
"""Measures the probe verb: milliseconds, bytes read and peak memory a file, each above those of a run over an empty file.

usage: measure.py FelScanner.Web FILE...      the published program, or `dotnet FelScanner.Web.dll` in quotes
"""
import json
import os
import shlex
import subprocess
import sys
import tempfile


def run(command, files):
    """The lines of one process, its peak memory in bytes, the bytes that it read, and its processor time in milliseconds."""
    process = subprocess.Popen([*shlex.split(command), "probe", *files], stdout=subprocess.PIPE)
    lines = [json.loads(line) for line in process.stdout]
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    counted = dict(line.split(": ") for line in open(f"/proc/{process.pid}/io").read().splitlines())
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return lines, usage.ru_maxrss * 1024, int(counted["rchar"]), (usage.ru_utime + usage.ru_stime) * 1000


def main():
    command, files = sys.argv[1], sys.argv[2:]
    with tempfile.NamedTemporaryFile(suffix=".mkv") as empty:
        # A file of a few bytes keeps the program's own start out of the figures.
        idle = [run(command, [empty.name])[1:] for _ in range(5)]
        base_memory, base_read, base_cpu = (min(values) for values in zip(*idle))
    print(f"{'file':34} {'el':8} {'rpus':>5} {'cold ms':>8} {'cold cpu ms':>11} {'warm ms':>8} {'MiB read':>9} {'MiB memory':>11}")
    for file in files:
        once, memory, read, cpu = run(command, [file])
        # The first of a process compiles the reader; a library scan pays that once.
        again = sorted(line["elapsed_ms"] for line in run(command, [file] * 21)[0][1:])
        print(f"{os.path.basename(file):34} {once[0]['el']:8} {once[0]['rpus']:5} {once[0]['elapsed_ms']:8.1f} {cpu - base_cpu:11.0f} {again[len(again) // 2]:8.1f} "
              f"{(read - base_read) / 2**20:9.1f} {(memory - base_memory) / 2**20:11.1f}")


main()
