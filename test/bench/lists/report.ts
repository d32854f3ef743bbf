import type { Finding } from '../findings.ts';
import { table } from '../results.ts';
import type { Found } from './compare.ts';

interface Circumstances {
  peers: string;
  earnings: number;
  warming: number;
}

/** The section of RESULTS.md: what was found, and whether it is what was aimed at. */
export function reportOf(found: readonly Found[], { peers, earnings, warming }: Circumstances): string {
  return `Requests answered for each second of the server’s processor time, as multiples of PostGraphile’s (${peers}; all warmed, for up to ${warming} s of processor time each; --max-semi-space-size=64 and six connections for all), from a simulated ledger of ${earnings.toLocaleString('en-GB')} earnings, sixteen requests at a time, each from another place of its list so that nothing is answered from memory. “No GraphQL” is bare HTTP with one prepared statement of which PostgreSQL writes the JSON; “Apollo alone” is Tacit without its read path; then the same request repeated, by the read path and by Apollo alone, and one by GET whose asker has the answer (304). “Nothing” is Node’s HTTP server that reads the request and writes as many bytes as the answer has: no server on Node answers sooner.

${table([
  ['list', 'PostGraphile, requests/s', ...columns.map(([name]) => name)],
  ...found.map((one) => [
    one.question.name,
    Math.round(one.postgraphile.perSecond).toString(),
    ...columns.map(([, of]) => timesOf(one, of).toFixed(1)),
  ]),
])}

The same with the database’s processor time added to the server’s:

${table([
  ['list', 'PostGraphile, requests/s', ...columns.slice(0, 4).map(([name]) => name)],
  ...found.map((one) => [
    one.question.name,
    Math.round(one.postgraphile.perSecondOfBoth).toString(),
    ...columns
      .slice(0, 4)
      .map(([, of]) => (one[of].perSecondOfBoth / one.postgraphile.perSecondOfBoth).toFixed(1)),
  ]),
])}

The aims:

${table([['list', 'by', 'aim', 'found', 'met?'], ...found.flatMap(aimsOf)])}`;
}

type Column = Exclude<keyof Found, 'question' | 'postgraphile'>;

const columns: readonly (readonly [name: string, of: Column])[] = [
  ['Mercurius + jit', 'mercurius'],
  ['no GraphQL', 'ceiling'],
  ['**Tacit**', 'readPath'],
  ['Apollo alone', 'apollo'],
  ['repeated', 'repeated'],
  ['repeated, Apollo alone', 'repeatedByApollo'],
  ['304', 'known'],
  ['nothing', 'nothing'],
];

/** The least of all lists, for the table at the head of the results. */
export function findingsOf(found: readonly Found[]): Finding[] {
  const flat = found.filter(({ question }) => question.isNested !== true);
  const nested = found.filter(({ question }) => question.isNested === true);
  const least = (aim: Finding['aim'], of: Column, among: readonly Found[]): Finding => {
    const [worst] = among.toSorted((one, other) => timesOf(one, of) - timesOf(other, of));
    const { question } = worst!;
    const bare =
      aim === 'repeated' ? `; Node’s HTTP alone is ${timesOf(worst!, 'nothing').toFixed(1)} times` : '';
    return { aim, value: timesOf(worst!, of), why: `${question.name.replaceAll('**', '')}${bare}` };
  };
  return [
    least('lists', 'readPath', flat),
    least('nested', 'readPath', nested),
    least('fallback', 'apollo', found),
    least('repeated', 'repeated', found),
  ];
}

function timesOf(one: Found, of: Column): number {
  return one[of].perSecond / one.postgraphile.perSecond;
}

function aimsOf(one: Found): string[][] {
  const { question } = one;
  const most = timesOf(one, 'nothing');
  const why: Partial<Record<Column, string>> = {
    apollo: ': each field of each row is a call, each statement is built anew',
    repeated: `: Node’s HTTP alone is ${most.toFixed(1)} times`,
  };
  const aims: [by: string, of: Column, aim: number][] = [
    ['the read path', 'readPath', question.isNested ? 4 : 2],
    ['Apollo alone', 'apollo', 1.2],
    ['the read path, repeated', 'repeated', 40],
  ];
  return aims.map(([by, of, aim]) => {
    const times = timesOf(one, of);
    return [question.name, by, `≥ ${aim}`, times.toFixed(2), times >= aim ? 'yes' : `no${why[of] ?? ''}`];
  });
}
