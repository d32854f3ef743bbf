import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from '../http/import-service.ts';
import { openFolder, type Folder } from '../imports/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { startProduct, type Product } from '../support/product.ts';
import { graphqlAt } from './support/requests.ts';
import { verify } from '../../server/verification/verify.ts';

const adminKey = 'a key of this test alone';
let database: TestDatabase;
let folder: Folder;
let product: Product;

/** Loaded before the program: its wall clock is off by what stands in a file; what counts time that passes goes on. */
const clock = (file: string): string => `
  import { readFileSync } from 'node:fs';
  const real = Date;
  const off = () => Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
  globalThis.Date = class extends real {
    constructor(...given) { given.length === 0 ? super(real.now() + off()) : super(...given); }
    static now() { return real.now() + off(); }
  };`;

beforeAll(async () => {
  [database, folder] = await Promise.all([openSeededDatabase(), openFolder()]);
  jump(0);
  const module = await folder.write('clock.mjs', clock(folder.path('offset')));
  product = await startProduct({
    environment: {
      DATABASE_URL: database.url,
      DATA_DIR: folder.path('data'),
      ADMIN_KEY: adminKey,
      NODE_OPTIONS: `--import ${module}`,
    },
  });
});
afterAll(async () => {
  await product.stop();
  await database.drop();
  await folder.remove();
});

function jump(milliseconds: number): void {
  writeFileSync(folder.path('offset'), String(milliseconds));
}

const year = 365 * 24 * 3_600_000;
let turn = 0;

/** A read, a write, an import; and that what is said of the minute is of a minute. */
async function works(): Promise<void> {
  turn += 1;
  const read = await fetch(`${product.url}/graphql?query={datasets{totalCount}}`);
  expect(read.status).toBe(200);
  expect(Number(read.headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
  expect(Number(read.headers.get('ratelimit-reset'))).toBeGreaterThanOrEqual(0);
  expect(Number(read.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
  const page = `/professions/23-1011`;
  const froze = `mutation { figureCreate(input: { page: "${page}", figure: "wages" }) { figure { id } } }`;
  const figure = await graphqlAt<{ figureCreate: { figure: { id: string } } }>(product.url, froze);
  expect(figure.data?.figureCreate.figure.id).toMatch(/^[0-9a-f]{20}$/);
  const rows = Array.from({ length: 30 }, (_, row) => `w${row},${turn + row}`).join('\n');
  const imported = await fetch(`${product.url}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}` },
    body: form({ dataset: 'timely', expert: 'who', units: 'n' }, `who,n\n${rows}\n`),
  });
  expect(await imported.json()).toMatchObject({ outcome: 'LOADED', release: { number: turn } });
}

test('a wall clock that jumps a year ahead, back again and a year behind stops nothing and loses nothing', async () => {
  for (const offset of [0, year, 0, -year, 3_600_000, -1000]) {
    jump(offset);
    await works();
  }
  expect(product.runs()).toBe(true);
  expect((await verify(database.pool)).filter(({ different }) => different > 0)).toEqual([]);
}, 120_000);
