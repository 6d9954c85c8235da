#!/usr/bin/env bash
# Any CI: judges a description, keeps the report of a run that passed as the next one's baseline, and says in words what the exit code means.
# LATCHKEY: the command, such as "node latchkey.mjs". Usage: check.sh openapi.yaml [baseline.json]
set -euo pipefail
read -ra latchkey <<< "${LATCHKEY:-latchkey}"
description=$1
baseline=${2:-latchkey-baseline.json}

arguments=(openapi "$description" --format json --output latchkey.json --output latchkey.sarif)
[ ! -f "$baseline" ] || arguments+=(--baseline "$baseline")

code=0
"${latchkey[@]}" "${arguments[@]}" --format text || code=$?
case $code in
  0) mv latchkey.json "$baseline" && echo 'Passed; this report is the new baseline.' ;;
  1) echo 'A gate failed.' ;;
  *) echo 'It could not run, so nothing is known.' ;;
esac
exit "$code"
