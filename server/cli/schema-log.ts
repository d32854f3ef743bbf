import { readFile, writeFile } from 'node:fs/promises';
import { projectPath } from '../project-root.ts';
import { schemaChanges, type SchemaLog } from './schema-changes.ts';

const logPath = projectPath('web', 'src', 'lib', 'reference', 'changelog.json');
const releasedPath = projectPath('web', 'src', 'lib', 'reference', 'released.graphql');

/** The log as it has to be, given the schema as it is now. */
export async function schemaLogFor(
  printed: string,
): Promise<{ log: SchemaLog; text: string; stale: boolean }> {
  const [released, kept] = await Promise.all([readFile(releasedPath, 'utf8'), readFile(logPath, 'utf8')]);
  const log = { ...(JSON.parse(kept) as SchemaLog), unreleased: await schemaChanges(released, printed) };
  const text = asText(log);
  return { log, text, stale: text !== kept };
}

/** Writes the log. */
export async function writeSchemaLog(text: string): Promise<void> {
  await writeFile(logPath, text);
}

/** Makes the schema as it is now the released one: what is unreleased becomes a release. */
export async function releaseSchema(printed: string, version: string, date: string): Promise<void> {
  const { log } = await schemaLogFor(printed);
  const release = { version, date, changes: log.unreleased };
  await writeFile(logPath, asText({ announced: [], unreleased: [], releases: [release, ...log.releases] }));
  await writeFile(releasedPath, printed);
}

function asText(log: SchemaLog): string {
  return `${JSON.stringify(log, null, 2)}\n`;
}
