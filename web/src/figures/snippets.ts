import type { ReadyQuery } from '../lib/api/excerpt.ts';

/** How a program asks for a figure's data. */
export interface Snippet {
  language: 'curl' | 'Python' | 'R' | 'JavaScript';
  code: string;
}

/** The figure's operation in four languages, ready to run; each prints the rows as JSON or a table. */
export function snippetsOf({ query, variables }: ReadyQuery, origin: string): Snippet[] {
  const address = `${origin}/graphql`;
  const body = JSON.stringify({ query, variables }, null, 2);
  return [
    {
      language: 'curl',
      code: `curl -sS '${address}' -H 'content-type: application/json' --data-binary @- <<'JSON'\n${body}\nJSON`,
    },
    {
      language: 'Python',
      code: [
        'import json, urllib.request',
        '',
        `body = json.loads(r"""${body.replaceAll('"""', '\\"\\"\\"')}""")`,
        `request = urllib.request.Request("${address}", json.dumps(body).encode(),`,
        '                                 {"content-type": "application/json"})',
        'with urllib.request.urlopen(request) as answer:',
        '    print(json.dumps(json.load(answer)["data"], indent=2))',
      ].join('\n'),
    },
    {
      language: 'R',
      code: [
        'library(httr2)',
        '',
        `body <- r"---(${body})---"`,
        `answer <- request("${address}") |>`,
        '  req_body_raw(body, "application/json") |>',
        '  req_perform() |>',
        '  resp_body_json(simplifyVector = TRUE)',
        'str(answer$data)',
      ].join('\n'),
    },
    {
      language: 'JavaScript',
      code: [
        `const answer = await fetch('${address}', {`,
        "  method: 'POST',",
        "  headers: { 'content-type': 'application/json' },",
        `  body: JSON.stringify(${body.replaceAll('\n', '\n  ')}),`,
        '});',
        'const { data } = await answer.json();',
        'console.log(JSON.stringify(data, null, 2));',
      ].join('\n'),
    },
  ];
}
