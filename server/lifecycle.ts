import type { Terminal } from './terminal.ts';
import { StartFailure } from './errors/start-failure.ts';
import { TacitError } from './errors/tacit-error.ts';

/** All that is open has this long to end. */
const stopWithin = 4900;

/** One press of Ctrl+C arrives twice: from the terminal and through npm. Only a later signal is a second wish. */
const sameSignal = 400;

/** Ends what was begun, in the opposite order, when the work fails or a signal asks for it. */
export class Lifecycle {
  private readonly closers: (() => Promise<void>)[] = [];
  private readonly terminal: Terminal;
  private readonly traces: boolean;
  private stopping: Promise<void> | undefined;
  private askedAt = 0;

  constructor(terminal: Terminal, { traces }: { traces: boolean }) {
    this.terminal = terminal;
    this.traces = traces;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.onSignal());
  }

  /** Remembers how to end something that was begun. */
  onStop(close: () => Promise<void>): void {
    this.closers.push(close);
  }

  /** Runs the start; a failure is told in one message, everything is ended, and the exit code is 1. */
  async run(start: () => Promise<void>): Promise<void> {
    try {
      await start();
    } catch (error) {
      // Asked to stop while starting: what then fails is the start that was cut off.
      if (this.stopping) return;
      this.terminal.failure(this.wordsFor(error));
      await this.stop();
      process.exit(1);
    }
  }

  private onSignal(): void {
    if (this.stopping) {
      if (Date.now() - this.askedAt > sameSignal) process.exit(1);
      return;
    }
    this.askedAt = Date.now();
    void this.stop().then(() => process.exit(0));
  }

  private stop(): Promise<void> {
    this.stopping ??= this.closeAll();
    return this.stopping;
  }

  private async closeAll(): Promise<void> {
    setTimeout(() => {
      this.terminal.say('Stopping took too long; ended all the same.');
      process.exit(1);
    }, stopWithin).unref();
    for (const close of this.closers.reverse()) {
      await close().catch((error: unknown) => this.terminal.say(`While stopping: ${this.wordsFor(error)}`));
    }
  }

  /** What a person is told: our own errors as they are, a stack trace only for whoever asked for one. */
  private wordsFor(error: unknown): string {
    if (error instanceof StartFailure || error instanceof TacitError) return error.message;
    if (!(error instanceof Error)) return String(error);
    return this.traces ? (error.stack ?? error.message) : `${error.message} (LOG_LEVEL=debug shows where.)`;
  }
}
