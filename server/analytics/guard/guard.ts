import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './guard-thread.ts';
import type { Judgement, Question } from './known-ledger.ts';

/** The thread that judges, as this one speaks to it; started with the first question, and ended when it holds no ledger. */
export class Guard {
  #worker: Worker | null = null;
  #ledgers = 0;
  readonly #held = new Set<number>();
  #asked = 0;
  readonly #waiting = new Map<number, PromiseWithResolvers<Judgement>>();

  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /** A new ledger, without entries yet: its number. */
  begin(): number {
    this.#held.add(++this.#ledgers);
    return this.#ledgers;
  }

  add(ledger: number, lines: string): void {
    this.#send({ do: 'add', ledger, lines });
  }

  finish(ledger: number): void {
    this.#send({ do: 'finish', ledger });
  }

  forget(ledger: number): void {
    this.#held.delete(ledger);
    if (this.#worker !== null) this.#send({ do: 'forget', ledger });
    this.#endIfIdle();
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
      this.#endIfIdle();
    });
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', (code) => this.#lost(worker, new Error(`the guard's thread ended with ${code}`)));
    return (this.#worker = worker);
  }

  /** A thread keeps memory for what it once held. */
  #endIfIdle(): void {
    if (this.#held.size > 0 || this.#waiting.size > 0) return;
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
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
