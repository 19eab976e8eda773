#!/bin/sh
# Damages files of every container at random and probes them: no crash, no hang over 2 s, no FEL or MEL without a valid RPU.
# usage: fuzz.sh [ROUNDS]       a hundred thousand by default, a minute or two
set -eu
cd "$(dirname "$0")/../.."
FELSCANNER_FUZZ="${1:-100000}" dotnet test FelScanner.Tests --filter "FullyQualifiedName~DolbyVision.FuzzTests" --logger "console;verbosity=normal"
