import type { Matches } from '../../disclosure/lattice.ts';
import type { PlacedColumns } from './placed-columns.ts';

/** A filter by row ids and codes alone: what can be sent to another thread. Null asks nothing. */
export interface PlainConditions {
  readonly sector: readonly number[] | null;
  readonly profession: readonly number[] | null;
  readonly project: readonly number[] | null;
  readonly platform: readonly number[] | null;
  readonly laboratory: readonly number[] | null;
  readonly country: readonly string[] | null;
  /** The first and last quarter of a period, inclusive. */
  readonly quarters: { readonly first: number; readonly last: number } | null;
}

/** The entries that a filter means. */
export function matching(conditions: PlainConditions): Matches<PlacedColumns> {
  const { quarters, country } = conditions;
  return (columns) => {
    const asked = (['sector', 'profession', 'project', 'platform', 'laboratory'] as const).flatMap((name) => {
      const ids = conditions[name];
      return ids === null ? [] : [{ column: columns[name], ids: new Set(ids) }];
    });
    if (country !== null) {
      const ids = new Set(country.map((code) => columns.countries.indexOf(code) + 1 || -1));
      asked.push({ column: columns.country, ids });
    }
    return (place) => {
      for (const { column, ids } of asked) if (!ids.has(column[place]!)) return false;
      const quarter = columns.quarter[place]!;
      return quarters === null || (quarter > 0 && quarter >= quarters.first && quarter <= quarters.last);
    };
  };
}
