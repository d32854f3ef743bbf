const asked = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;
const pick = <Value>(values: readonly Value[], number: number): Value => values[number % values.length]!;

const pages = ['/', '/pay', '/concentration', '/professions', '/fr/market', '/conversion', '/experts', '/fr'];
const professions = ['23-1011', '29-1141', '15-1252', '13-2011', '27-3041', '29-1229'];
const ledgers = ['mmteb', 'rte', 'prism', 'tscircuit'];

/**
 * What visitors ask, by how many in twenty do. Lists and aggregates are asked with arguments that change with the
 * visitor's number, so that caches answer some of them and not all.
 */
const kinds: [kind: string, inTwenty: number, pathOf: (visitor: number) => string][] = [
  ['page', 6, (visitor) => pick(pages, visitor)],
  [
    'page of a ledger or profession',
    2,
    (visitor) =>
      visitor % 2 === 0
        ? `/professions/${pick(professions, visitor >> 1)}`
        : `/concentration?curve=${pick(ledgers, visitor >> 1)}`,
  ],
  [
    'list of professions',
    2,
    (visitor) => asked(`{ professions(first: ${1 + (visitor % 60)}) { nodes { socCode title } } }`),
  ],
  [
    'list of experts',
    2,
    (visitor) => asked(`{ experts(first: ${1 + (visitor % 50)}) { nodes { pseudonym totals { units } } } }`),
  ],
  [
    'list of pay',
    1,
    (visitor) =>
      asked(`{ payObservations(first: ${1 + (visitor % 40)}) { nodes { id platform { name } } } }`),
  ],
  [
    'aggregate',
    4,
    (visitor) =>
      asked(
        `{ dataset(slug: "${pick(ledgers, visitor)}") { concentration(measure: UNITS) {
          gini { value } topShare(fraction: 0.${String(1 + (visitor % 98)).padStart(2, '0')}) { value } } } }`,
      ),
  ],
  ['figure', 3, (visitor) => pick(['/share.png?page=/pay', '/fr/share.png?page=/concentration'], visitor)],
];

const twenty = kinds.flatMap(([kind, inTwenty, pathOf]) =>
  Array.from({ length: inTwenty }, () => ({ kind, pathOf })),
);

/** What the visitor of this number asks: kinds by turns, as 7 and 20 have no divisor in common. */
export function requestAt(visitor: number): { kind: string; path: string } {
  const { kind, pathOf } = pick(twenty, visitor * 7);
  return { kind, path: pathOf(Math.floor(visitor / 20) + visitor) };
}
