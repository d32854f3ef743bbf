import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = createRequire(import.meta.url)(`${root}/.config/dependency-cruiser.cjs`) as {
  forbidden: object[];
  options: object;
};

async function violations(baseDir: string): Promise<{ modules: number; broken: string[] }> {
  const { options, forbidden } = config;
  const result = await cruise(['server', 'web/src'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  } as Parameters<typeof cruise>[1]);
  const { summary, modules } = result.output as ICruiseResult;
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { modules: modules.length, broken: broken.sort() };
}

test('every room sees only what the house allows, and the rules did look at the house', async () => {
  const { modules, broken } = await violations(root);
  expect(modules).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test('a planted violation of each kind is caught', async () => {
  const { broken } = await violations(fileURLToPath(new URL('planted', import.meta.url)));
  expect(broken).toEqual([
    'a-noun-sees-of-another-its-entity-and-type: server/market/sources/sources.reads.ts → server/market/sectors/sectors.reads.ts',
    'sql-is-seen-by-its-slice-only: server/market/sources/sources.reads.ts → server/market/sectors/sectors.reads.ts',
    'walls-see-nothing: server/statistics/peeks.ts → server/market/sectors/sectors.reads.ts',
    'web-sees-the-schema-never-the-server: web/src/lib/reaches.ts → server/market/sectors/sectors.reads.ts',
  ]);
});
