import { extname } from 'node:path';
import { processEnvironment, wantsTraces } from '../config.ts';
import type { Surroundings } from './command.ts';

// What the npm scripts run: a command by its name, each in a file of its own here, so that only its code is read.

const commands = [
  'import',
  'export',
  'simulate',
  'key',
  'dataset',
  'verify',
  'backup',
  'restore',
  'scale-out',
];
const [name = '', ...argv] = process.argv.slice(2);
const around: Surroundings = {
  environment: processEnvironment,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

// A reader that ends early (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

if (commands.includes(name)) {
  try {
    const file = new URL(`./${name}${extname(import.meta.url)}`, import.meta.url);
    const { run } = (await import(file.href)) as {
      run: (argv: string[], around: Surroundings) => Promise<number>;
    };
    process.exitCode = await run(argv, around);
  } catch (error) {
    const { message = String(error), stack = message } = error as Partial<Error>;
    around.err(wantsTraces() ? `${stack}\n` : `${message} (LOG_LEVEL=debug shows where.)\n`);
    process.exitCode = 1;
  }
} else {
  around.err(`There is no command "${name}"; there are ${commands.join(', ')}.\n`);
  process.exitCode = 1;
}
