import type { CellMeasure } from '../cell-words.ts';
import type { MadeCell } from '../made-cell.ts';
import { summarise } from '../summarise.ts';
import { addUp, type Cut, type HeldQuestion } from './add-up.ts';
import type { HeldColumns } from './held-columns.ts';

export { cutRows } from '../days/cut-rows.ts';
export { extend, hold } from './hold.ts';

/** What a thread is asked of held columns. */
export interface HeldTask {
  held: HeldColumns;
  question: HeldQuestion;
  /** What the days of quarters that it cuts come to. */
  cut: Cut | undefined;
  measure: CellMeasure;
  keepAll: boolean;
}

/** Every cell of one parting of the rows that match. */
export function cellsOfHeld({ held, question, cut, measure, keepAll }: HeldTask): MadeCell[] {
  const { currencyCodes } = held;
  return summarise({ totals: addUp(held, question, cut), measures: [measure], currencyCodes, keepAll });
}
