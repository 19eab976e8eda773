#!/bin/sh
# Measures a busy hour of feeds and reads a thousand hostile ones; writes docs/benchmarks/feeds.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out="$root/docs/benchmarks/feeds.md"
published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT
dotnet publish "$here/Burst.cs" -c Release -r linux-x64 -v q --nologo -o "$published" >/dev/null
dotnet build -c Release -v q --nologo "$root/FelScanner.Tests" >/dev/null
{
    cat "$here/head.md"
    printf 'Measured on %s %s, %s cores, load %s.\n\n## A busy hour\n\n' "$(uname -s)" "$(uname -m)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
    "$published/Burst"
    printf '\n## A thousand hostile feeds\n\n```\n'
    FELSCANNER_HOSTILE_FEEDS=1000 "$root/FelScanner.Tests/bin/Release/net10.0/FelScanner.Tests" -noLogo -noColor -class '*HostileFeedsTests' | tail -1
    printf '```\n'
} >"$out.new"
mv "$out.new" "$out"
