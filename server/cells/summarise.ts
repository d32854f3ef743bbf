import type { CellMeasure } from './cell-words.ts';
import { at, placesByKey, type GroupTotals } from './group-totals.ts';
import { makeCell, type OwnTotals } from './make-cell.ts';
import type { MadeCell } from './made-cell.ts';

/** What a thread is asked: every cell of one parting. */
export interface SummaryTask {
  totals: GroupTotals;
  /** One for each column of totals. */
  measures: readonly CellMeasure[];
  /** The currencies that occur, '' for rows without money; a row has the only one where it does not say which. */
  currencyCodes: readonly string[];
  keepAll: boolean;
}

/** Runs in a thread of its own: a ledger of millions takes seconds, in which a server must answer others. */
export function summarise(task: SummaryTask): MadeCell[] {
  const cells: MadeCell[] = [];
  for (const [key, places] of placesByKey(task.totals.keys)) {
    for (const [column, measure] of task.measures.entries()) {
      if (measure === 'AMOUNT') cells.push(...moneyCells(task, key, places, column));
      else cells.push(plainCell(task, key, places, { measure, column }));
    }
  }
  return cells;
}

function plainCell(
  { totals, keepAll }: SummaryTask,
  key: number,
  places: Uint32Array,
  { measure, column }: { measure: CellMeasure; column: number },
): MadeCell {
  const own = ownTotals(totals, places, column);
  return { key, measure, currency: '', ...makeCell(own, { among: places.length, keepAll }) };
}

/**
 * Money of a part: a cell for each currency in it, and one under '' for whoever asks in a currency that nobody there has, or where
 * there is no money at all.
 */
function* moneyCells(
  { totals, currencyCodes, keepAll }: SummaryTask,
  key: number,
  places: Uint32Array,
  column: number,
): Generator<MadeCell> {
  const codeAt = (place: number): string => currencyCodes[totals.currencies?.[place] ?? 0] ?? '';
  const everyone = distinct(totals.experts, places);
  const moneyed = distinct(
    totals.experts,
    places.filter((place) => codeAt(place) !== ''),
  );
  const cell = (currency: string, own: OwnTotals, known: number): MadeCell => {
    const otherCurrencies = moneyed - known;
    const options = { among: everyone - otherCurrencies, otherCurrencies, keepAll };
    return { key, measure: 'AMOUNT', currency, ...makeCell(own, options) };
  };
  yield cell('', { experts: new Float64Array(), totals: new Float64Array() }, 0);
  for (const code of currencyCodes) {
    const own = code === '' ? new Uint32Array() : places.filter((place) => codeAt(place) === code);
    if (own.length === 0) continue;
    const known = at(totals.totals[column]!, own).reduce((sum, total) => sum + (total === total ? 1 : 0), 0);
    yield cell(code, ownTotals(totals, own, column), known);
  }
}

function ownTotals({ experts, totals }: GroupTotals, places: Uint32Array, column: number): OwnTotals {
  return { experts: at(experts, places), totals: at(totals[column]!, places) };
}

/** How many experts these rows are of; an expert's rows lie next to each other. */
function distinct(experts: Float64Array, places: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < places.length; i++) {
    if (i === 0 || experts[places[i]!] !== experts[places[i - 1]!]) count += 1;
  }
  return count;
}
