"""Tacit from Python, with requests alone: python tacit.py 23-1011"""

import os
import sys
import time

import requests

URL = os.environ.get("TACIT_URL", "http://127.0.0.1:4000")

session = requests.Session()
if os.environ.get("TACIT_KEY"):
    session.headers["Authorization"] = "Bearer " + os.environ["TACIT_KEY"]


def ask(query, **variables):
    """The data of an answer; waits where the server says when to ask again, and raises what it refuses."""
    for attempt in range(4):
        response = session.post(URL + "/graphql", json={"query": query, "variables": variables})
        if response.status_code not in (429, 503) or attempt == 3:
            break
        time.sleep(max(1, int(response.headers.get("Retry-After", 1))))
    answer = response.json()
    if answer.get("errors"):
        error = answer["errors"][0]
        raise RuntimeError(error["extensions"]["code"] + ": " + error["message"])
    return answer["data"]


def rows(query, field, **variables):
    """Every row of a list, a page of 100 at a time."""
    after = None
    while True:
        page = ask(query, after=after, **variables)[field]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


BENCHMARK = """
query Benchmark($socCode: String!) {
  rateBenchmark(socCode: $socCode) {
    profession { title }
    n freshness
    published { low median high currency }
    market { median year }
    provenance { citation licence sources { title url } }
  }
}
"""

RATES = """
query Rates($after: String) {
  payObservations(first: 100, after: $after) {
    nodes { roleTitle platform { name } low high currency basis country observedOn source { url } }
    pageInfo { hasNextPage endCursor }
  }
}
"""

if __name__ == "__main__":
    cost = ask(BENCHMARK, socCode=sys.argv[1] if len(sys.argv) > 1 else "23-1011")["rateBenchmark"]
    offered, market = cost["published"] or {}, cost["market"] or {}
    print(
        f"{cost['profession']['title']}: offered {offered.get('median')} {offered.get('currency')} an hour "
        f"(n = {cost['n']}, newest {cost['freshness']}); the profession earns {market.get('median')}."
    )
    print(cost["provenance"]["citation"], len(cost["provenance"]["sources"]), "sources.")
    print(sum(1 for _ in rows(RATES, "payObservations")), "published rates read.")
