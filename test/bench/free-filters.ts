import type { LedgerNames } from './ledger-names.ts';

/** Filters of one kind that no page offers as they are. */
export interface FreeFilters {
  kind: string;
  filters: readonly object[];
}

const quarterBegins = ['2023-04-01', '2023-10-01', '2024-01-01', '2024-07-01', '2024-10-01'];
const quarterEnds = ['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];
const days = [
  ...['2023-01-15', '2023-03-03', '2023-05-08', '2023-06-19', '2023-08-24', '2023-09-10', '2023-11-11'],
  ...['2024-01-02', '2024-02-20', '2024-04-30', '2024-05-20', '2024-08-15', '2025-02-03'],
];
const lastDays = ['2025-03-15', '2025-05-30', '2025-08-08', '2025-11-20', '2025-04-02'];

/** All kinds, so many filters of each, no two alike. */
export function freeFilters(names: LedgerNames, count: number): FreeFilters[] {
  const { sectors, professions, countries, platforms, laboratories, projects } = names;
  const kind = (name: string, make: (pick: Pick) => object, many = count): FreeFilters => ({
    kind: name,
    filters: [...new Set(Array.from({ length: many }, (_, i) => JSON.stringify(make(pickerOf(i)))))].map(
      (text) => JSON.parse(text) as object,
    ),
  });
  return [
    kind('two sectors', (pick) => ({ sector: [pick(sectors, 1), pick(sectors, 3)] })),
    kind('three countries', (pick) => ({
      country: [pick(countries, 1), pick(countries, 3), pick(countries, 7)],
    })),
    kind('three professions', (pick) => ({
      profession: [pick(professions, 1), pick(professions, 5), pick(professions, 7)],
    })),
    kind('whole quarters', (pick) => ({ from: pick(quarterBegins, 1), to: pick(quarterEnds, 2) })),
    kind('a sector in whole quarters', (pick) => ({
      ...{ sector: [pick(sectors, 5)], from: pick(quarterBegins, 2), to: pick(quarterEnds, 1) },
    })),
    kind('sectors and a country', (pick) => ({
      ...{ sector: [pick(sectors, 2), pick(sectors, 7)], country: [pick(countries, 2)] },
    })),
    kind('a profession in two countries', (pick) => ({
      ...{ profession: [pick(professions, 11)], country: [pick(countries, 4), pick(countries, 1)] },
    })),
    kind('three projects', (pick) => ({
      project: [pick(projects, 1), pick(projects, 5), pick(projects, 7)],
    })),
    kind('a platform in a country', (pick) => ({
      ...{ platform: [pick(platforms, 1)], country: [pick(countries, 1)] },
    })),
    kind('a laboratory', (pick) => ({ laboratory: [pick(laboratories, 1)] }), laboratories.length),
    kind('from a day within a quarter', (pick) => ({ from: pick(days, 1) })),
    kind('between two days', (pick) => ({ from: pick(days, 1), to: pick(lastDays, 2) })),
    kind('a platform between two days', (pick) => ({
      ...{ platform: [pick(platforms, 1)], from: pick(days, 2), to: pick(lastDays, 1) },
    })),
    kind('a sector on a platform', (pick) => ({
      ...{ sector: [pick(sectors, 2)], platform: [pick(platforms, 1)] },
    })),
    kind('a project in whole quarters', (pick) => ({
      ...{ project: [pick(projects, 3)], from: pick(quarterBegins, 1) },
    })),
  ];
}

type Pick = <Item>(items: readonly Item[], step: number) => Item;

/** Picks the i-th of a walk through a list in steps; lists are of different lengths, so what is picked together differs. */
function pickerOf(i: number): Pick {
  return (items, step) => items[(i * step + step + Math.floor(i / items.length)) % items.length]!;
}
