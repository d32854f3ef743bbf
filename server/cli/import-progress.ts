import type { ImportProgress } from '../imports/import-report.ts';
import type { Surroundings } from './command.ts';

const width = 24;
const pause = 100;

/** A line of progress on standard error, where that is a terminal; nothing elsewhere. */
export function createProgress(
  { err }: Pick<Surroundings, 'err'>,
  { isTTY = process.stderr.isTTY, now = () => performance.now() } = {},
): { show: (progress: ImportProgress) => void; clear: () => void } {
  let shownAt = -Infinity;
  let phase: ImportProgress['phase'] | undefined;
  let dirty = false;
  const clear = (): void => {
    if (dirty) err('\r\u001b[K');
    dirty = false;
  };
  return {
    clear,
    show(progress) {
      if (progress.phase === 'WAITING') err('Another import into this dataset goes first; waiting for it.\n');
      if (!isTTY || progress.phase === 'WAITING') return;
      if (progress.phase === phase && now() - shownAt < pause) return;
      shownAt = now();
      phase = progress.phase;
      dirty = true;
      err(`\r\u001b[K${lineOf(progress)}`);
    },
  };
}

function lineOf({ phase, rowsRead, bytesRead, bytesTotal }: ImportProgress): string {
  const rows = `${rowsRead.toLocaleString('en')} rows`;
  if (phase === 'PUBLISHING') return `  publishing ${rows} …`;
  if (bytesTotal === null || bytesTotal === 0) return `  reading ${rows} …`;
  const share = Math.min(1, bytesRead / bytesTotal);
  const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
  return `  reading ${bar} ${String(Math.floor(share * 100)).padStart(3)} % ${rows}`;
}
