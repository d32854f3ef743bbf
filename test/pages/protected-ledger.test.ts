import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../server/cli/import.ts';
import { openFolder, type Folder } from '../imports/support.ts';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
let folder: Folder;
beforeAll(async () => {
  [site, folder] = await Promise.all([openSite(), openFolder()]);
  await release('payouts', 60);
  await release('payouts', 63);
  await release('tiny', 4);
  await release('small', 12);
  await release('none', 0);
});
afterAll(async () => {
  await site.close();
  await folder.remove();
});

/** Imports a protected ledger of so many people, the same ones first, as its next release. */
async function release(slug: string, people: number): Promise<void> {
  const rows = Array.from(
    { length: people },
    (_, i) => `p${i},${5 + ((i * 7) % 11)},2025-0${1 + (i % 6)}-03`,
  );
  const file = await folder.write(`${slug}-${people}.csv`, ['who,n,day', ...rows, ''].join('\n'));
  const environment = { DATABASE_URL: site.databaseUrl, DATA_DIR: folder.path('data') };
  const options = ['--dataset', slug, '--title', `Ledger ${slug}`, '--expert', 'who', '--units', 'n'];
  const argv = [file, ...options, '--date', 'day'];
  let said = '';
  const say = (text: string) => void (said += text);
  const code = await run(argv, { environment, out: say, err: say });
  if (people > 0) expect(code, said).toBe(0);
}

async function read(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(site.url + path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  return {
    status: response.status,
    text: html.replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/\s+/g, ' '),
  };
}

describe('a protected ledger whose newest release changed three people', () => {
  test('shows the release before it, and says so in both languages', async () => {
    const english = await read('/concentration?ledger=payouts');
    expect(english.status).toBe(200);
    expect(english.text).toContain('release 2 changes too few people');
    expect(english.text).toContain('figures of release 1');
    expect(english.text).toContain('n = 60 contributors');
    const french = await read('/fr/concentration?ledger=payouts');
    expect(french.status).toBe(200);
    expect(french.text).toContain('la version 2 modifie les données de trop peu de personnes');
    expect(french.text).toContain('60');
  });

  test('does so too beside another ledger', async () => {
    const { status, text } = await read('/concentration?compare=payouts');
    expect(status).toBe(200);
    expect(text).toContain('Ledger payouts: release 2 changes too few people');
  });
});

describe('the page of a ledger of a few people', () => {
  test('says why it shows nothing, and how many it takes', async () => {
    const { status, text } = await read('/concentration?ledger=tiny');
    expect(status).toBe(200);
    expect(text).toContain('fewer than 10 contributors');
    expect((await read('/fr/concentration?ledger=tiny')).status).toBe(200);
  });

  test('shows what twelve people allow', async () => {
    const { status, text } = await read('/concentration?ledger=small');
    expect(status).toBe(200);
    expect(text).toContain('n = 12 contributors');
    expect(text).not.toContain('no figure can be shown');
  });
});
