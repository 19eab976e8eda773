#!/usr/bin/env bash
# Takes a picture of every page, dark and light, at a desk and on a phone, in every state, into artifacts/screenshots (which git ignores).
set -euo pipefail
cd "$(dirname "$0")"
dotnet build FelScanner.Tests --nologo -v quiet
FelScanner.Tests/bin/Debug/net10.0/FelScanner.Tests -noLogo -noColor -class FelScanner.Tests.Web.Preview.PageShots
echo "$(find artifacts/screenshots -name '*.png' | wc -l) pictures in artifacts/screenshots"
