#!/usr/bin/env bash
# The action's scan: reports, annotations, job summary and outputs. It ends well whatever the scan ends with; the last step hands the code on.
set -euo pipefail

folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/latchkey-XXXXXX")
if [ -n "$URL" ] && [ -z "$OPENAPI" ]; then
  command=scan
  [ "$VERIFY" = true ] && command=verify
  arguments=("$command" "$URL")
elif [ -n "$OPENAPI" ] && [ -z "$URL" ]; then
  arguments=(openapi "$OPENAPI")
else
  echo '::error title=Latchkey::Give one of the inputs url and openapi.'
  echo 'exit-code=2' >> "$GITHUB_OUTPUT"
  exit 0
fi

[ -n "$FAIL_UNDER" ] && arguments+=(--fail-under "$FAIL_UNDER")
[ -n "$FAIL_ON" ] && arguments+=(--fail-on "$FAIL_ON")
[ -n "$CONFIG" ] && arguments+=(--config "$CONFIG")
if [ -n "$BASELINE" ]; then
  if [ -f "$BASELINE" ]; then arguments+=(--baseline "$BASELINE"); else echo "::notice title=Latchkey::There is no baseline at ${BASELINE//[$'\r\n%']/} yet."; fi
fi
for format in json sarif markdown ${FORMAT//,/ }; do
  case " ${written:-} " in *" $format "*) continue ;; esac
  written="${written:-} $format"
  arguments+=(--format "$format" --output "$folder/report.$format")
done

# Annotations are commands to the runner, so they go to its log. What the gates say goes there as well, and into the summary.
code=0
node "$PROGRAM" "${arguments[@]}" --format github 2> "$folder/sentences" || code=$?
cat "$folder/sentences" >&2

{
  echo "exit-code=$code"
  if [ -f "$folder/report.json" ]; then
    echo "report=$folder/report.json"
    echo "sarif=$folder/report.sarif"
    node -e '
      const { outcome, score } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
      console.log(`outcome=${outcome}\nscore=${score.d7 ?? ""}\ntier=${score.tier ?? ""}`);
    ' "$folder/report.json"
  fi
} >> "$GITHUB_OUTPUT"

{
  if [ -s "$folder/sentences" ]; then
    echo '```'
    tr -d '`' < "$folder/sentences"
    echo '```'
    echo
  fi
  [ ! -f "$folder/report.markdown" ] || cat "$folder/report.markdown"
} >> "$GITHUB_STEP_SUMMARY"
