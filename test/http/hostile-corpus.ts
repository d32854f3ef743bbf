/** A request that no honest client sends: what it is, how it is sent, and the code that refuses it. */
export interface Hostile {
  what: string;
  code: string;
  request: RequestInit;
  /** After /graphql. */
  search?: string;
}

const json = { 'content-type': 'application/json' };
const sent = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const complex = (what: string, query: string): Hostile => ({
  what,
  code: 'QUERY_TOO_COMPLEX',
  request: sent({ query }),
});
const input = (what: string, query: string, variables: object = {}): Hostile => ({
  what,
  code: 'BAD_USER_INPUT',
  request: sent({ query, variables }),
});
const invalid = (what: string, query: string): Hostile => ({
  what,
  code: 'GRAPHQL_VALIDATION_FAILED',
  request: sent({ query }),
});
const unparsed = (what: string, query: string): Hostile => ({
  what,
  code: 'GRAPHQL_PARSE_FAILED',
  request: sent({ query }),
});
const malformed = (what: string, request: RequestInit, search = ''): Hostile => ({
  what,
  code: 'BAD_REQUEST',
  request,
  search,
});

const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const after = 'query ($after: String) { sources(after: $after) { nodes { id } } }';
const search =
  'query ($search: String!) { professions(filter: { search: $search }) { totalCount nodes { id } } }';
const estimate = 'query ($query: String!) { costEstimate(query: $query) { requested } }';
const pages = (depth: number): string =>
  `professions(first: 100) { nodes { ${nested(depth - 1, 'payObservations(first: 100) { nodes { profession { ', 'socCode', ' } } }')} } }`;

export const hostileRequests: readonly Hostile[] = [
  complex('a product of pages', `{ ${pages(3)} }`),
  complex('a product of pages beyond all numbers', `{ ${pages(7)} }`),
  complex('a product of pages by variables', `query ($n: Int = 100) { ${pages(3).replaceAll('100', '$n')} }`),
  complex('pages counted from the end', `{ ${pages(3).replaceAll('first', 'last')} }`),
  complex('a flood of aliases', `{ ${times(2000, (at) => `a${at}: rateLimit { limit }`)} }`),
  complex(
    'aliases of a costly field',
    `{ dataset(slug: "rte") { ${times(240, (at) => `a${at}: concentrationBy(measure: UNITS, dimension: SECTOR) { concentration { gini { value } } }`)} } }`,
  ),
  complex(
    'the schema again and again',
    `{ ${times(200, (at) => `a${at}: __schema { types { name description fields { name description } } }`)} }`,
  ),
  complex('one field again and again', `{ ${times(3000, () => 'rateLimit { limit }')} }`),
  complex('one leaf again and again', `{ rateLimit { ${times(9000, () => 'limit')} } }`),
  complex('one list again and again', `{ ${times(1200, () => 'datasets { nodes { slug } }')} }`),
  complex('inline fragments without end', `{ ${times(1200, () => '... on Query { rateLimit { limit } }')} }`),
  complex(
    'a flood of fragments',
    `{ ${times(400, (at) => `...f${at}`)} } ${times(400, (at) => `fragment f${at} on Query { rateLimit { limit } }`)}`,
  ),
  complex(
    'a flood of spreads',
    `{ ${times(3000, () => '...f')} } fragment f on Query { rateLimit { limit } }`,
  ),
  complex(
    'fragments that multiply',
    `{ dataset(slug: "rte") { ...F0 } } ${times(20, (at) => `fragment F${at} on Dataset { ${at === 19 ? 'id' : `source { a: datasets { ...F${at + 1} } b: datasets { ...F${at + 1} } }`} }`)}`,
  ),
  complex('a flood of directives', `{ rateLimit ${times(2000, () => '@skip(if: false)')} { limit } }`),
  complex(
    'directives on every field',
    `{ ${times(500, (at) => `a${at}: rateLimit @include(if: true) { limit }`)} }`,
  ),
  complex('too many tokens', `{ ${times(20_000, (at) => `f${at}`)} }`),
  complex('too deep a tree', `{ ${pages(9).replaceAll('100', '1')} }`),
  complex('braces without end', nested(2000, '{ a ', '', '}')),
  complex('lists in lists without end', `{ nodes(ids: ${nested(6000, '[', '"x"', ']')}) { id } }`),
  invalid('fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  invalid(
    'a fragment within itself',
    '{ datasets { nodes { ...A } } } fragment A on Dataset { source { datasets { ...A } } }',
  ),
  invalid(
    'a long circle',
    `{ ...f0 } ${times(90, (at) => `fragment f${at} on Query { ...f${(at + 1) % 90} }`)}`,
  ),
  invalid('the prototype of everything', '{ __proto__ { constructor } }'),
  invalid('the constructor of a type', '{ dataset(slug: "rte") { constructor toString hasOwnProperty } }'),
  invalid(
    'keys of prototypes in an input',
    '{ earnings(filter: { __proto__: { admin: true }, constructor: 1 }) { totalCount } }',
  ),
  invalid('a subscription', 'subscription { datasets { totalCount } }'),
  invalid('deferred parts', '{ datasets { nodes { ... @defer { slug } } } }'),
  invalid('unknown fields in numbers', `{ ${times(60, (at) => `zatasets${at}`)} }`),
  unparsed('a NUL byte between tokens', '{ datasets\u0000 { totalCount } }'),
  unparsed('half a document', '{ datasets { nodes {'),
  unparsed('an endless string', '{ dataset(slug: "'),
  input('a NUL byte in a search', search, { search: 'a\u0000b' }),
  input('a NUL byte in a slug', '{ dataset(slug: "a\\u0000b") { id } }'),
  input('lists in lists in a variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: JSON.parse(nested(2000, '[', '"x"', ']')) as unknown,
  }),
  input('an object for a text', search, { search: { toString: 'x' } }),
  malformed(
    'keys of prototypes in variables',
    sent('{"query":"{ __typename }","variables":{"filter":{"constructor":{"prototype":1}}}}'),
  ),
  input('more than a page', '{ sources(first: 101) { nodes { id } } }'),
  input('less than nothing', '{ sources(first: -1) { nodes { id } } }'),
  input('both ends at once', '{ sources(first: 1, last: 1) { nodes { id } } }'),
  input('a number beyond numbers', 'query ($n: Int) { sources(first: $n) { nodes { id } } }', { n: 1e20 }),
  input('more ids than a page', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 101 }, () => 'x'),
  }),
  ...[
    ['no cursor', 'not a cursor'],
    ['half a cursor', cursor(['-PUBLISHED_ON', '2025']).slice(0, 9)],
    ['a cursor of another order', cursor(['TITLE', 'a', 1])],
    ['SQL in a cursor', cursor(["-PUBLISHED_ON'; drop table source; --", 'a', 1])],
    ['a cursor beyond numbers', cursor(['-PUBLISHED_ON', 'a', 1e300])],
    ['a cursor of objects', cursor([{ toString: 1 }, {}, []])],
    ['a cursor of 200,000 characters', 'x'.repeat(200_000)],
  ].map(([what, text]) => input(what ?? '', after, { after: text })),
  input('an estimate of what is no query', estimate, { query: '{'.repeat(500) }),
  {
    what: 'an estimate of a flood',
    code: 'QUERY_TOO_COMPLEX',
    request: sent({
      query: estimate,
      variables: { query: `{ ${times(3000, () => 'rateLimit { limit }')} }` },
    }),
  },
  {
    what: '3 MB of text',
    code: 'PAYLOAD_TOO_LARGE',
    request: sent({ query: `{ dataset(slug: "${'x'.repeat(3_000_000)}") { id } }` }),
  },
  {
    what: '3 MB of a variable',
    code: 'PAYLOAD_TOO_LARGE',
    request: sent({ query: search, variables: { search: 'x'.repeat(3_000_000) } }),
  },
  {
    what: 'a key of 7,000 characters',
    code: 'UNAUTHENTICATED',
    request: sent({ query: '{ __typename }' }, { authorization: `Bearer ${'x'.repeat(7000)}` }),
  },
  {
    what: 'a key with SQL',
    code: 'UNAUTHENTICATED',
    request: sent({ query: '{ __typename }' }, { authorization: "Bearer ' or 1=1 --" }),
  },
  {
    what: 'an empty key',
    code: 'UNAUTHENTICATED',
    request: sent({ query: '{ __typename }' }, { authorization: 'Bearer' }),
  },
  {
    what: 'a form',
    code: 'UNSUPPORTED_MEDIA_TYPE',
    request: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query={__typename}',
    },
  },
  {
    what: 'plain text',
    code: 'UNSUPPORTED_MEDIA_TYPE',
    request: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' },
  },
  {
    what: 'a method of its own',
    code: 'METHOD_NOT_ALLOWED',
    request: { method: 'PUT', headers: json, body: '{}' },
  },
  malformed('a batch', sent(Array.from({ length: 1000 }, () => ({ query: '{ __typename }' })))),
  malformed('what is no JSON', sent('{"query": ')),
  malformed('arrays in arrays of JSON', sent(nested(100_000, '[', '', ']'))),
  malformed('a key of the prototype in JSON', sent('{"query":"{ __typename }","__proto__":{"admin":true}}')),
  malformed('variables that are text', sent({ query: '{ __typename }', variables: '{"a":1}' })),
  malformed('a query that is an object', sent({ query: { kind: 'Document', definitions: [] } })),
  malformed('two queries in an address', { headers: json }, '?query={__typename}&query={__typename}'),
  malformed('variables in an address that are no JSON', { headers: json }, '?query={__typename}&variables={'),
  {
    what: 'a hash that is not the document’s',
    code: 'BAD_REQUEST',
    request: sent({
      query: '{ __typename }',
      extensions: {
        persistedQuery: {
          version: 1,
          sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38',
        },
      },
    }),
  },
  {
    what: 'two operations and no name',
    code: 'OPERATION_RESOLUTION_FAILURE',
    request: sent({ query: 'query A { __typename } query B { __typename }' }),
  },
];
