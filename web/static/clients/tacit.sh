#!/bin/sh
# Tacit from a shell, with curl: sh tacit.sh 23-1011
# --fail-with-body makes a refusal an error that can be read; --retry waits as long as Retry-After says.
curl -sS --fail-with-body --retry 3 "${TACIT_URL:-http://127.0.0.1:4000}/graphql" \
  -H 'content-type: application/json' \
  ${TACIT_KEY:+-H "authorization: Bearer $TACIT_KEY"} \
  -d '{
    "query": "query Benchmark($socCode: String!) { rateBenchmark(socCode: $socCode) { profession { title } n freshness published { low median high currency } market { median year } provenance { citation licence sources { title url } } } }",
    "variables": { "socCode": "'"${1:-23-1011}"'" }
  }'
