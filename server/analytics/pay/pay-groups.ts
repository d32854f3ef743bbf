import type { PayRow } from './pay-row.ts';

/** What pay observations are grouped by. */
export enum PayGrouping {
  PROFESSION = 'PROFESSION',
  SECTOR = 'SECTOR',
  PLATFORM = 'PLATFORM',
  COUNTRY = 'COUNTRY',
  YEAR = 'YEAR',
}

/** A group of observations by what they have in common; null where their source does not state it. */
export interface PayRowGroup {
  by: PayGrouping;
  value: number | string | null;
  rows: PayRow[];
}

/** The observations by what they have in common, in the order in which they first occur. */
export function groupPayRows(rows: readonly PayRow[], by: PayGrouping): PayRowGroup[] {
  const groups = new Map<number | string | null, PayRowGroup>();
  for (const row of rows) {
    const value = valueOf(row, by);
    const group = groups.get(value);
    if (group) group.rows.push(row);
    else groups.set(value, { by, value, rows: [row] });
  }
  return [...groups.values()];
}

function valueOf(row: PayRow, by: PayGrouping): number | string | null {
  switch (by) {
    case PayGrouping.PROFESSION:
      return row.professionId;
    case PayGrouping.SECTOR:
      return row.sectorId;
    case PayGrouping.PLATFORM:
      return row.platformId;
    case PayGrouping.COUNTRY:
      return row.country;
    case PayGrouping.YEAR:
      return row.observedOn?.slice(0, 4) ?? null;
    default:
      return by satisfies never;
  }
}
