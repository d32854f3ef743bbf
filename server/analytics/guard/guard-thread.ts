import { parentPort } from 'node:worker_threads';
import { collect } from '../../memory/collect.ts';
import { KnownLedger, type Judgement, type Question } from './known-ledger.ts';
import { ColumnReader } from './read-columns.ts';

// Runs in a thread of its own, so that weighing questions against millions of entries holds up nobody else. It imports
// nothing that needs to be compiled, or that knows of the schema or the database.

/** What the thread is told. */
export type Order =
  | { readonly do: 'add'; readonly ledger: number; readonly lines: string }
  | { readonly do: 'finish'; readonly ledger: number }
  | { readonly do: 'judge'; readonly ledger: number; readonly ask: number; readonly question: Question }
  | { readonly do: 'forget'; readonly ledger: number };

/** What it answers to `judge`. */
export interface Answer {
  readonly ask: number;
  readonly judgement?: Judgement;
  readonly error?: unknown;
}

const arriving = new Map<number, ColumnReader>();
const known = new Map<number, KnownLedger>();

parentPort?.on('message', (order: Order) => {
  switch (order.do) {
    case 'add': {
      const reader = arriving.get(order.ledger) ?? new ColumnReader();
      arriving.set(order.ledger, reader);
      reader.add(order.lines);
      break;
    }
    case 'finish':
      known.set(order.ledger, new KnownLedger((arriving.get(order.ledger) ?? new ColumnReader()).finish()));
      arriving.delete(order.ledger);
      break;
    case 'judge':
      parentPort?.postMessage(answer(order.ask, order.ledger, order.question));
      break;
    case 'forget':
      known.delete(order.ledger);
      arriving.delete(order.ledger);
      // Nothing else may be asked for minutes, and a ledger is tens of megabytes.
      collect({ type: 'major' });
      break;
    default:
      order satisfies never;
  }
});

function answer(ask: number, ledger: number, question: Question): Answer {
  try {
    return { ask, judgement: known.get(ledger)!.judge(question) };
  } catch (error) {
    return { ask, error };
  }
}
