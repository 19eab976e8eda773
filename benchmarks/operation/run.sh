#!/usr/bin/env bash
# Publishes the program into a folder of its own and measures it: benchmarks/operation/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish FelScanner.Web -c Release -r linux-x64 -v quiet --nologo -o "$out"
dotnet run -c Release benchmarks/operation/Operation.cs "$out/FelScanner.Web.dll"
