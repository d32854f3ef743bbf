import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { printedSchema } from '../graphql/emit-schema.ts';
import { projectPath } from '../project-root.ts';
import { faultsOf } from './schema-changes.ts';
import { releaseSchema, schemaLogFor } from './schema-log.ts';

/** Checks that the schema breaks no client of the released one; with --release it becomes the released one. */
const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });

const printed = await printedSchema();
const { log } = await schemaLogFor(printed);
const faults = faultsOf(printed, log);
if (faults.length > 0) {
  process.stderr.write(`The schema cannot be released:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 1;
} else if (values.release) {
  const { version } = JSON.parse(await readFile(projectPath('package.json'), 'utf8')) as { version: string };
  await releaseSchema(printed, version, new Date().toISOString().slice(0, 10));
}
