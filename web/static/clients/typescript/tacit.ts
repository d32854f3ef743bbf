// Tacit from TypeScript, with the types of what is asked. Node 22.18 or later runs it as it is:
//   node tacit.ts 23-1011
// Documents and their types are generated from questions.graphql into documents.ts; with graphql-codegen the schema is
// at TACIT_URL/graphql/schema.
import { Benchmark, Rates, type Document, type RatesQuery } from './documents.ts';

const url = process.env['TACIT_URL'] ?? 'http://127.0.0.1:4000';
const key = process.env['TACIT_KEY'];

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** The answer to a document, typed as the document is; waits where the server says when to ask again. */
async function ask<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query: document.text, variables }),
    });
    const wait = Number(response.headers.get('retry-after'));
    if ((response.status === 429 || response.status === 503) && attempt < 4) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Math.max(1, wait)));
      continue;
    }
    const { data, errors = [] } = (await response.json()) as Answer<Data>;
    const [error] = errors;
    if (error) throw new Error(`${error.extensions.code}: ${error.message}`);
    if (!data) throw new Error(`The server answered with status ${response.status}.`);
    return data;
  }
}

const { rateBenchmark: cost } = await ask(Benchmark, { socCode: process.argv[2] ?? '23-1011' });
const { published, market, provenance } = cost;
console.log(
  `${cost.profession.title}: offered ${published?.median ?? '–'} ${published?.currency ?? ''} an hour ` +
    `(n = ${cost.n}, newest ${cost.freshness ?? 'undated'}); the profession earns ${market?.median ?? '–'}.`,
);
console.log(`${provenance.citation ?? ''} ${provenance.sources.length} sources.`);

let rows = 0;
for (let after: string | null = null; ;) {
  const { payObservations: page }: RatesQuery = await ask(Rates, { first: 100, after });
  rows += page.nodes.length;
  if (!page.pageInfo.hasNextPage) {
    console.log(`${rows} of ${page.totalCount} published rates read.`);
    break;
  }
  after = page.pageInfo.endCursor;
}
