#!/usr/bin/env bash
# Scan times, calls, memory and the grid's answers for 20,000 and 50,000 films. Other sizes: benchmarks/library/run.sh 5000 10000
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish FelScanner.Web -c Release -r linux-x64 -v quiet --nologo -o "$out"
dotnet run -c Release benchmarks/library/Library.cs -- "$out/FelScanner.Web.dll" "$@"
