#!/usr/bin/env bash
# Measures the pages of the running product in a real browser and prints the table of docs/benchmarks/live.md.
# Usage: benchmarks/live/run.sh   (needs chromium and node; the browser is driven by the tests' own Playwright)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
dotnet publish "$root/FelScanner.Web" -c Release -r linux-x64 --nologo -v quiet -o "${TMPDIR:-/tmp}/felscanner-live"
[ -d "$root/FelScanner.Tests/bin/Debug/net10.0/.playwright" ] || dotnet build "$root/FelScanner.Tests" --nologo -v quiet
PLAYWRIGHT="$root/FelScanner.Tests/bin/Debug/net10.0/.playwright/package" PROGRAM="${TMPDIR:-/tmp}/felscanner-live/FelScanner.Web" node "$root/benchmarks/live/live.mjs"
