import type { EarningRows } from '../read-earnings.ts';

/** One JSON object a line, every column in each; numbers keep all their digits, as JSON's grammar allows. */
export async function* writeJsonLines({ columns, batches }: EarningRows): AsyncGenerator<string> {
  const names = columns.map(({ name }) => JSON.stringify(name));
  for await (const rows of batches) {
    const lines = rows.map((row) => {
      const fields = row.map((cell, at) => {
        const value = cell === null || columns[at]!.kind === 'number' ? String(cell) : JSON.stringify(cell);
        return `${names[at]}:${value}`;
      });
      return `{${fields.join(',')}}\n`;
    });
    yield lines.join('');
  }
}
