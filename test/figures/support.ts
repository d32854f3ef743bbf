import { openFolder, type Folder } from '../imports/support.ts';
import { run as runDataset } from '../../server/cli/dataset.ts';
import { run as runImport } from '../../server/cli/import.ts';
import { openSite, type Site } from '../support/site.ts';

/** What the API answers. */
export interface Answer<Data> {
  data: Data;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The product, with commands beside it and questions to it. */
export interface House extends Site {
  folder: Folder;
  /** What a visitor gets; `anonymous` comes from elsewhere, through a proxy, and is nobody's home. */
  get(path: string, from?: 'home' | 'anonymous'): Promise<Response>;
  /** Everything that the API answers. */
  send<Data>(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer<Data>>;
  /** The data of an operation that must succeed. */
  ask<Data>(query: string, variables?: object): Promise<Data>;
  /** Freezes a figure that must be there. */
  freeze(page: string, figure: string): Promise<Frozen>;
  importLedger(...argv: string[]): Promise<void>;
  dataset(...argv: string[]): Promise<void>;
}

/** All that a figure says, in both languages. */
export interface Frozen {
  id: string;
  checksum: string;
  finding: string;
  french: string;
  [field: string]: unknown;
}

export const everything = `id checksum createdAt simulated page figure finding french: finding(locale: FR) measure
  description notes headline { value low high } releases { dataset number } query variables
  tables { key columns { key label kind } rows } tableaux: tables(locale: FR) { key columns { label } rows }`;

/** Starts the product over the seeds, with what tests of figures need beside it. */
export async function openHouse(): Promise<House> {
  const [site, folder] = await Promise.all([openSite(), openFolder()]);
  const environment = { DATABASE_URL: site.databaseUrl, DATA_DIR: folder.path('data') };
  const command = async (run: typeof runImport, argv: string[]) => {
    let said = '';
    const say = (text: string) => void (said += text);
    if ((await run(argv, { environment, out: say, err: say })) !== 0) throw new Error(said);
  };
  const send: House['send'] = async (query, variables = {}, headers = {}) => {
    const answer = await fetch(`${site.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Answer<never>;
  };
  const ask: House['ask'] = async (query, variables) => {
    const { data, errors } = await send<never>(query, variables);
    if (errors) throw new Error(errors.map(({ message }) => message).join());
    return data;
  };
  return {
    ...site,
    folder,
    send,
    ask,
    get: (path, from = 'home') =>
      fetch(site.url + path, from === 'home' ? {} : { headers: { 'x-forwarded-for': '203.0.113.7' } }),
    freeze: async (page, figure) => {
      const { figureCreate } = await ask<{ figureCreate: { figure: Frozen | null; userErrors: object[] } }>(
        `mutation ($input: FigureCreateInput!) {
          figureCreate(input: $input) { figure { ${everything} } userErrors { code message } }
        }`,
        { input: { page, figure } },
      );
      if (!figureCreate.figure) throw new Error(JSON.stringify(figureCreate.userErrors));
      return figureCreate.figure;
    },
    importLedger: (...argv) => command(runImport, argv),
    dataset: (...argv) => command(runDataset, argv),
    close: async () => {
      await site.close();
      await folder.remove();
    },
  };
}
