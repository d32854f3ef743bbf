import { parse as parseCsv } from 'csv-parse/sync';
import { decode } from 'fast-png';
import { XMLValidator } from 'fast-xml-parser';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from './open-files.ts';
import { openSite, type Site } from '../support/site.ts';

// Every file is opened with another library than the one that wrote it.

interface Made {
  id: string;
  finding: string;
  french: string;
  tables: { key: string; columns: { key: string }[]; rows: (string | number | null)[][] }[];
}

let site: Site;
let made: Made;
const get = (path: string) => fetch(site.url + path);
const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
const amounts = () => made.tables[0]!;

beforeAll(async () => {
  site = await openSite();
  made = await freeze('/market?amounts=valuation', 'amounts');
});
afterAll(() => site?.close());

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const answer = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join());
  return data;
}

async function freeze(page: string, figure: string): Promise<Made> {
  const { figureCreate } = await ask<{ figureCreate: { figure: Made } }>(
    `mutation ($input: FigureCreateInput!) { figureCreate(input: $input) { figure {
      id finding french: finding(locale: FR) tables { key columns { key } rows }
    } } }`,
    { input: { page, figure } },
  );
  return figureCreate.figure;
}

describe('a figure in vectors', () => {
  test.each(['en', 'fr'] as const)('is one well-formed SVG with its words inside: %s', async (language) => {
    const svg = await (await get(`${language === 'fr' ? '/fr' : ''}/figures/${made.id}.svg`)).text();
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain(`lang="${language}"`);
    expect(svg.replace(/<[^>]+>/g, ' ')).toContain(
      (language === 'fr' ? made.french : made.finding).slice(0, 24),
    );
    expect(svg).toContain(`/figures/${made.id}`);
    expect(svg).not.toContain('var(--');
  });

  test('is a PDF of text that can be read, with its fonts embedded and its title set', async () => {
    const pdf = await getDocumentProxy(await bytes(`/fr/figures/${made.id}.pdf`));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain('Scale AI');
    expect(text).toContain(made.id);
    const { info } = await getMeta(pdf);
    expect(info['Title']).toBe(made.french);
    expect(info['Language']).toBe('fr');
  });
});

describe('a figure in pixels', () => {
  test.each([
    ['1:1', 1080, 1080],
    ['16:9', 1280, 720],
    ['9:16', 1080, 1920],
  ])('has the size that its shape has: %s', async (shape, width, height) => {
    const image = decode(await bytes(`/figures/${made.id}.png?scale=1&shape=${shape}`));
    expect([image.width, image.height]).toEqual([width, height]);
  });

  test('holds paper, ink and accent: text and marks were drawn', async () => {
    const { data, channels } = decode(await bytes(`/figures/${made.id}.png?scale=2`));
    const count = (near: readonly number[]) => {
      let found = 0;
      for (let at = 0; at < data.length; at += channels)
        if (near.every((value, channel) => Math.abs(data[at + channel]! - value) < 24)) found += 1;
      return found / (data.length / channels);
    };
    expect(count([0xfb, 0xf8, 0xf1])).toBeGreaterThan(0.8);
    expect(count([0x1b, 0x1a, 0x17])).toBeGreaterThan(0.002);
    expect(count([0xc2, 0x3a, 0x1b])).toBeGreaterThan(0.0005);
  });

  test('is dark on dark paper', async () => {
    const { data } = decode(await bytes(`/figures/${made.id}.png?scale=1&theme=dark`));
    expect(data[0]!).toBeLessThan(60);
  });

  test.each([
    ['scale=9', 'scale'],
    ['shape=round', 'shape'],
    ['theme=pink', 'theme'],
  ])('is refused beyond what there is, with the reason: %s', async (query, name) => {
    const answer = await get(`/figures/${made.id}.png?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(name);
  });

  test('comes as a band for the lower third of a screen', async () => {
    const { width, height, data, channels } = decode(await bytes(`/fr/figures/${made.id}.lower-third.png`));
    expect([width, height]).toEqual([1920, 1080]);
    const alpha = (x: number, y: number) => data[(y * width + x) * channels + 3];
    expect(alpha(960, 200)).toBe(0);
    expect(alpha(960, 1000)).toBeGreaterThan(200);
  });
});

describe('a figure as data', () => {
  test('is CSV as RFC 4180 has it, described by a CSVW file', async () => {
    const answer = await get(`/figures/${made.id}.csv`);
    const text = await answer.text();
    expect(text.split('\r\n').length).toBe(amounts().rows.length + 2);
    const rows = parseCsv<Record<string, string>>(text, { columns: true });
    expect(rows.map((row) => Number(row['value']))).toEqual(amounts().rows.map((row) => row[3]));
    const [, description] = /<([^>]+)>; rel="describedby"/.exec(answer.headers.get('link') ?? '') ?? [];
    const described = (await (await get(description!)).json()) as Described;
    expect(described.tableSchema.columns.map(({ name }) => name)).toEqual(
      amounts().columns.map(({ key }) => key),
    );
    expect(described['dc:title']).toBe(made.finding);
  });

  test('is a workbook whose numbers are numbers, with a sheet that says what it is', async () => {
    const book = Buffer.from(await bytes(`/fr/figures/${made.id}.xlsx`));
    const sheets = await readWorkbook(book);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]!.data.slice(1).map((row) => row[3])).toEqual(amounts().rows.map((row) => row[3]));
    const about = Object.fromEntries(sheets[1]!.data.map(([label, value]) => [String(label), String(value)]));
    expect(about['Titre']).toBe(made.french);
    expect(about['Adresse permanente']).toContain(`/fr/figures/${made.id}`);
  });

  test('is Parquet with its provenance in the file', async () => {
    const file = (await bytes(`/figures/${made.id}.parquet`)).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.map((row) => row['value'])).toEqual(amounts().rows.map((row) => row[3]));
    const facts = new Map(parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(facts.get('tacit.title')).toBe(made.finding);
    expect(facts.get('tacit.licences')).toBe('CC-BY-4.0');
  });

  test('is JSON with rows, spec, provenance, query and a Vega-Lite picture', async () => {
    const figure = (await (await get(`/figures/${made.id}.json`)).json()) as Record<string, never>;
    expect(figure).toMatchObject({
      id: made.id,
      spec: { page: '/market', figure: 'amounts' },
      facts: { title: made.finding },
      vegaLite: { encoding: { y: { field: 'value' } } },
    });
    expect(figure['tables']).toHaveLength(1);
  });

  test('is one zip with everything, a README and a data package', async () => {
    const names = await namesIn(Buffer.from(await bytes(`/fr/figures/${made.id}.zip`)));
    expect(names).toEqual([
      'README.txt',
      'data/amounts.csv',
      'data/amounts.csv-metadata.json',
      'datapackage.json',
      'figure.json',
      'figure.parquet',
      'figure.pdf',
      'figure.png',
      'figure.svg',
      'figure.xlsx',
    ]);
  });

  test.each([
    ['en', '', '/pay'],
    ['fr', '/fr', '/experts'],
  ])('of a whole page comes in one zip, a folder a figure: %s', async (language, prefix, page) => {
    const html = await (await get(prefix + page)).text();
    const figures = [...html.matchAll(/name="figure" value="([^"]+)"/g)].map(([, name]) => name!);
    expect(figures).toHaveLength(2);
    const files = await filesIn(Buffer.from(await bytes(`${prefix}/page.zip?page=${page}`)));
    for (const figure of figures) {
      expect(files.get(`${figure}/figure.svg`)?.toString()).toContain(`lang="${language}"`);
      const data = [...files.keys()].filter((name) => name.startsWith(`${figure}/data/`));
      expect(data.some((name) => name.endsWith('.csv'))).toBe(true);
    }
  });
});

interface Described {
  'dc:title': string;
  tableSchema: { columns: { name: string }[] };
}

async function namesIn(zip: Buffer): Promise<string[]> {
  return [...(await filesIn(zip)).keys()].sort();
}
