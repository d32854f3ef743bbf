import { importHelp, readImportArguments } from './import-arguments.ts';
import type { Surroundings } from './command.ts';

/**
 * `npm run import`. Returns the exit code: 0 every row kept, 2 some rejected (and none loaded unless told to keep
 * going), 1 failed with nothing changed.
 */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  // Help does not wait for what an import needs.
  if (argv.includes('--help') || argv.includes('-h')) {
    around.out(importHelp);
    return 0;
  }
  const { obeying } = await import('./command.ts');
  return obeying('import', around, async (signal) => {
    const asked = readImportArguments(argv);
    const { importAsked } = await import('./import-files.ts');
    return importAsked(asked, around, signal);
  });
}
