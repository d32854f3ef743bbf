import type pg from 'pg';
import { currenciesOf, hasRates, passesOf, readRateTotals } from './build-cells.ts';
import { cellMeasures, partings, type CellDimension, type CellMeasure } from './cell-words.ts';
import { readGroupTotals } from './group-totals.sql.ts';
import type { MadeCell } from './made-cell.ts';
import { makeRates, type MadeRates } from './make-rates.ts';
import { summarise } from './summarise.ts';

/** The cells of one parting. */
export interface Remade {
  readonly dimension: CellDimension;
  readonly cells: readonly MadeCell[];
}

/** Makes the cells of a dataset's newest version again from the rollups, one parting after the other, and writes nothing. */
export async function* remakeCells(
  client: pg.ClientBase,
  datasetId: number,
  built: readonly string[],
): AsyncGenerator<Remade> {
  const measures = measuresOf(built);
  const currencies = measures.includes('AMOUNT') ? await currenciesOf(client, datasetId) : [''];
  for (const parting of partings) {
    const cells: MadeCell[] = [];
    for (const { measures: own, currencies: apart, codes } of passesOf(measures, currencies)) {
      const question = { datasetId, parting, keys: null, measures: own, currencies: apart };
      const totals = await readGroupTotals(client, question);
      cells.push(...summarise({ totals, measures: own, currencyCodes: codes, keepAll: parting.ranked }));
    }
    yield { dimension: parting.dimension, cells };
  }
}

/** The hourly rates of the newest version, made again; none where the dataset does not record them. */
export async function remakeRates(
  client: pg.ClientBase,
  datasetId: number,
  built: readonly string[],
): Promise<MadeRates[]> {
  if (!hasRates(measuresOf(built))) return [];
  const codes = await currenciesOf(client, datasetId);
  return makeRates({ totals: await readRateTotals(client, { datasetId, codes }), currencyCodes: codes });
}

function measuresOf(built: readonly string[]): CellMeasure[] {
  return (Object.keys(cellMeasures) as CellMeasure[]).filter((measure) => built.includes(measure));
}
