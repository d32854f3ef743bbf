import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../server/terminal.ts';

function terminal(isTTY: boolean) {
  const written = { out: '', err: '' };
  let clock = 0;
  const made = createTerminal({
    out: { write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text), isTTY, columns: 60 },
    now: () => (clock += 250),
  });
  return { written, made };
}

describe('the terminal', () => {
  it('gets one line a step with its duration, and the address alone on standard output', async () => {
    const { made, written } = terminal(false);
    const answer = await made.step('Seeds', async (say) => {
      say('sources');
      say('loaded');
      return 42;
    });
    made.address('http://127.0.0.1:4000/');
    expect(answer).toBe(42);
    expect(written).toEqual({
      out: 'Tacit answers at http://127.0.0.1:4000/\n',
      err: '  Seeds (loaded) 0.25 s\n',
    });
  });

  it('shows a person what is being done, on the line that the result then takes', async () => {
    const { made, written } = terminal(true);
    await made.step('Seeds', async (say) => say('sources'));
    expect(written.err.split('\r\u001b[K')).toEqual([
      '',
      '  Seeds …',
      '  Seeds: sources …',
      '  Seeds (sources) 0.25 s\n',
    ]);
  });
});
