import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './guard-thread.ts';
import type { Judgement, Question } from './known-ledger.ts';

/** The thread that judges, as this one speaks to it; started with the first question. */
export class Guard {
  #worker: Worker | null = null;
  #ledgers = 0;
  #asked = 0;
  readonly #waiting = new Map<number, PromiseWithResolvers<Judgement>>();

  /** A new ledger, without entries yet: its number. */
  begin(): number {
    return ++this.#ledgers;
  }

  add(ledger: number, lines: string): void {
    this.#send({ do: 'add', ledger, lines });
  }

  finish(ledger: number): void {
    this.#send({ do: 'finish', ledger });
  }

  forget(ledger: number): void {
    if (this.#worker !== null) this.#send({ do: 'forget', ledger });
  }

  judge(ledger: number, question: Question): Promise<Judgement> {
    const ask = ++this.#asked;
    const answer = Promise.withResolvers<Judgement>();
    this.#waiting.set(ask, answer);
    // A question that waits keeps the process alive; a thread that has nothing to do does not.
    this.#running().ref();
    this.#send({ do: 'judge', ledger, ask, question });
    return answer.promise;
  }

  #send(order: Order): void {
    this.#running().postMessage(order);
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(`./guard-thread${extname(import.meta.url)}`, import.meta.url));
    worker.unref();
    worker.on('message', ({ ask, judgement, error }: Answer) => {
      const answer = this.#waiting.get(ask);
      this.#waiting.delete(ask);
      if (this.#waiting.size === 0) worker.unref();
      if (judgement !== undefined) answer?.resolve(judgement);
      else answer?.reject(error);
    });
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', (code) => this.#lost(worker, new Error(`the guard's thread ended with ${code}`)));
    return (this.#worker = worker);
  }

  /** What it knew is gone with it: whoever asks next begins anew. */
  #lost(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const answer of this.#waiting.values()) answer.reject(error);
    this.#waiting.clear();
    this.onLost();
  }

  /** Called when the thread has ended and what it held is gone. */
  onLost: () => void = () => undefined;
}
