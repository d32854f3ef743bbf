/** Where whoever started the program reads how it goes. */
export interface Terminal {
  /** Runs one step and writes a line for it: what, how long, and what came of it. */
  step<T>(what: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T>;
  /** A line that stands by itself. */
  say(line: string): void;
  /** The one line on standard output: where the program answers. */
  address(url: string): void;
  /** Why the program ends. */
  failure(message: string): void;
}

interface Streams {
  out: { write(text: string): unknown };
  err: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  now: () => number;
}

const clearLine = '\r\u001b[K';

/** Progress on standard error, so that standard output holds the address and nothing else. */
export function createTerminal({ out, err, now }: Streams): Terminal {
  const provisional = (text: string): void => {
    if (err.isTTY) err.write(clearLine + text.slice(0, (err.columns ?? 80) - 1));
  };
  const line = (text: string): void => void err.write(`${err.isTTY ? clearLine : ''}${text}\n`);

  return {
    async step(what, work) {
      const began = now();
      let detail = '';
      provisional(`  ${what} …`);
      const result = await work((text) => {
        detail = text;
        provisional(`  ${what}: ${text} …`);
      });
      line(`  ${what}${detail ? ` (${detail})` : ''} ${seconds(now() - began)}`);
      return result;
    },
    say: line,
    address: (url) => void out.write(`Tacit answers at ${url}\n`),
    failure: (message) => line(`Tacit cannot start. ${message}`),
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
