import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { printedSchema } from '../graphql/emit-schema.ts';
import { sealPackage, unsealed } from '../imports/package/seal-package.ts';
import { projectPath } from '../project-root.ts';
import { clientDocuments, clientDocumentsPath } from './client-documents.ts';
import { statementsFile } from './statements-file.ts';
import { schemaLogFor, writeSchemaLog } from './schema-log.ts';

/** Writes what is generated again; with --check it writes nothing and fails when anything would change. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const schemaPath = projectPath('schema.graphql');
const statementsPath = projectPath('server/database/scale-out/statements.sql');
const seedsPath = projectPath('seeds/datapackage.json');

const printed = await printedSchema();
const stale: string[] = [];
if ((await readFile(schemaPath, 'utf8').catch(() => '')) !== printed) stale.push('schema.graphql');
const statements = await statementsFile();
if ((await readFile(statementsPath, 'utf8').catch(() => '')) !== statements.text)
  stale.push('server/database/scale-out/statements.sql');
const schemaLog = await schemaLogFor(printed);
if (schemaLog.stale) stale.push('web/src/lib/reference/changelog.json');
const documents = await clientDocuments(printed);
if ((await readFile(clientDocumentsPath, 'utf8').catch(() => '')) !== documents)
  stale.push('web/static/clients/typescript/documents.ts');
stale.push(...(await unsealed(seedsPath)).map((path) => `seeds/${path} (size and hash)`));

if (!values.check) {
  await writeFile(schemaPath, printed);
  await writeFile(statementsPath, statements.text);
  await writeSchemaLog(schemaLog.text);
  await writeFile(clientDocumentsPath, documents);
  await sealPackage(seedsPath);
} else if (stale.length > 0) {
  process.stderr.write(
    `Run "npm run generate": these have drifted.\n${stale.map((path) => `  ${path}\n`).join('')}`,
  );
  process.exitCode = 1;
}

if (statements.forbidden.length > 0) {
  process.stderr.write(
    `These statements would not run on many machines:\n${statements.forbidden.map((reason) => `  ${reason}\n`).join('')}`,
  );
  process.exitCode = 1;
}
