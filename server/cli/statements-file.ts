import { forbiddenIn } from '../database/scale-out/forbidden.ts';
import { analyticStatements } from './analytic-statements.ts';

const header =
  '-- Every statement that reads facts, rollups or cells for an answer. Written by `npm run generate`; `npm run check` compares\n' +
  '-- it and refuses what does not run on many machines as it does on one (server/database/scale-out/forbidden.ts).\n';

/** The statements as the committed file holds them, and what of them is forbidden. */
export async function statementsFile(): Promise<{ text: string; forbidden: string[] }> {
  const statements = await analyticStatements();
  const parts = [...statements].map(
    ([name, all]) => `-- ${name}\n${all.map((statement) => `${tidied(statement)};\n`).join('\n')}`,
  );
  const forbidden = [...statements].flatMap(([name, all]) =>
    all.flatMap((statement) => forbiddenIn(statement).map((reason) => `${name}: ${reason}`)),
  );
  return { text: `${header}\n${parts.join('\n')}`, forbidden: [...new Set(forbidden)] };
}

function tidied(statement: string): string {
  return statement
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
