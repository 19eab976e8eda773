#!/bin/sh
# Compares this program's reading of release names with parse-torrent-title (npm) and guessit (Debian) and writes docs/benchmarks/names.md.
# Usage: benchmarks/names/run.sh [more-names.jsonl ...]   (rows of {"name", "expect": {field: value}})
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${TMPDIR:-/tmp}/felscanner-names
mkdir -p "$work" "$root/docs/benchmarks"

if ! /usr/bin/python3 -c 'import guessit' 2>/dev/null; then
    apt-get install -y -qq python3-guessit
fi
if [ ! -d "$work/node_modules/parse-torrent-title" ]; then
    npm install --silent --no-audit --no-fund --prefix "$work" parse-torrent-title@3.0.1
fi
dotnet build -c Release -v q --nologo "$root/FelScanner.Web" >/dev/null

set -- "$@" "$root/../shared/data/titles-dev.jsonl"
NODE_PATH="$work/node_modules" python3 "$here/compare.py" "$root/FelScanner.Web/bin/Release/net10.0/FelScanner.Web" "$@"

{
    printf '\n### One name at a time\n\nWall time of a call after warm-up, the best of five calls for each name, because a busy machine interrupts.\n\n| names | count | median | p99.9 | slowest |\n|---|---:|---:|---:|---:|\n'
    dotnet run -c Release "$here/Latency.cs" "$root/FelScanner.Tests/Core/Domain/Releases/golden-names.txt"
} >>"$root/docs/benchmarks/names.md"
