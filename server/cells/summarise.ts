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
  task: SummaryTask,
  key: number,
  places: Uint32Array,
  column: number,
): Generator<MadeCell> {
  const { totals, currencyCodes, keepAll } = task;
  const byCode = currencyCodes.map((_code, code) => inCurrency(totals, places, code));
  const everyone = distinct(totals.experts, places);
  const paid = byCode.reduce((sum, own, code) => sum + (currencyCodes[code] === '' ? 0 : own.length), 0);
  const moneyed = paid === places.length ? everyone : moneyedAmong(task, places);
  const cell = (currency: string, own: OwnTotals, known: number): MadeCell => {
    const otherCurrencies = moneyed - known;
    const options = { among: everyone - otherCurrencies, otherCurrencies, keepAll };
    return { key, measure: 'AMOUNT', currency, ...makeCell(own, options) };
  };
  yield cell('', { experts: new Float64Array(), totals: new Float64Array() }, 0);
  for (const [code, own] of byCode.entries()) {
    if (currencyCodes[code] === '' || own.length === 0) continue;
    const mine = ownTotals(totals, own, column);
    yield cell(currencyCodes[code]!, mine, known(mine.totals));
  }
}

/** The rows in one currency; where rows do not say, all are in the first. */
function inCurrency({ currencies }: GroupTotals, places: Uint32Array, code: number): Uint32Array {
  if (currencies === null) return code === 0 ? places : new Uint32Array();
  const own = new Uint32Array(places.length);
  let filled = 0;
  for (let i = 0; i < places.length; i++) if (currencies[places[i]!] === code) own[filled++] = places[i]!;
  return own.subarray(0, filled);
}

/** How many experts have money in any currency. */
function moneyedAmong({ totals, currencyCodes }: SummaryTask, places: Uint32Array): number {
  const codeAt = (place: number): string => currencyCodes[totals.currencies?.[place] ?? 0] ?? '';
  return distinct(
    totals.experts,
    places.filter((place) => codeAt(place) !== ''),
  );
}

/** How many of these totals there are; NaN is none. */
function known(totals: Float64Array): number {
  let count = 0;
  for (let i = 0; i < totals.length; i++) if (totals[i] === totals[i]) count += 1;
  return count;
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
