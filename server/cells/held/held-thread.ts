import type { CellMeasure } from '../cell-words.ts';
import type { MadeCell } from '../made-cell.ts';
import { summarise } from '../summarise.ts';
import { addUp, type HeldQuestion } from './add-up.ts';
import type { HeldColumns } from './held-columns.ts';

export { extend, hold } from './hold.ts';

/** What a thread is asked of held columns. */
export interface HeldTask {
  held: HeldColumns;
  question: HeldQuestion;
  measure: CellMeasure;
  keepAll: boolean;
}

/** Every cell of one parting of the rows that match. */
export function cellsOfHeld({ held, question, measure, keepAll }: HeldTask): MadeCell[] {
  const { currencyCodes } = held;
  return summarise({ totals: addUp(held, question), measures: [measure], currencyCodes, keepAll });
}
