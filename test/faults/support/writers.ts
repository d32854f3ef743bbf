import { form } from '../../http/import-service.ts';
import { graphqlAt, type Told } from './requests.ts';

/** What the server has said that it keeps. */
export interface Acknowledged {
  /** Checksums of frozen figures by id. */
  figures: Map<string, string>;
  /** By dataset, the rows and units of its newest release that was acknowledged. */
  ledgers: Map<string, { release: number; rows: number; units: number }>;
  /** How many releases in all. */
  releases: number;
  /** Numbers of API keys. */
  keys: Set<number>;
}

export interface Writers {
  acknowledged: Acknowledged;
  /** What was answered instead, by status and code; a cut connection is "cut". */
  refused: Map<string, number>;
  /** Ends the traffic once what is under way has been answered. */
  stop(): Promise<void>;
}

const freeze = `mutation ($page: String!) { figureCreate(input: { page: $page, figure: "wages" }) {
  figure { id checksum } userErrors { code message } } }`;
const makeKey = `mutation ($name: String!) { keyCreate(input: { name: $name, scope: READ }) {
  apiKey { number } userErrors { code message } } }`;

/** Freezes figures, makes keys and imports ledgers, all at the same time, and remembers what was acknowledged. */
export function beginWriting(
  url: () => string,
  adminKey: string,
  professions: readonly string[],
  acknowledged: Acknowledged,
): Writers {
  const refused = new Map<string, number>();
  let going = true;
  let turn = acknowledged.figures.size;
  const note = ({ status, code }: Told): void => {
    const what = status === 0 ? 'cut' : `${status} ${code ?? ''}`;
    refused.set(what, (refused.get(what) ?? 0) + 1);
  };

  const figures = async (): Promise<void> => {
    const page = `/professions/${professions[turn++ % professions.length]}`;
    const told = await graphqlAt<{ figureCreate: { figure: { id: string; checksum: string } | null } }>(
      url(),
      freeze,
      { page },
      // Strangers may make only so many in a day.
      adminKey,
    );
    const figure = told.data?.figureCreate?.figure;
    if (figure) acknowledged.figures.set(figure.id, figure.checksum);
    else note(told);
  };
  const keys = async (): Promise<void> => {
    const told = await graphqlAt<{ keyCreate: { apiKey: { number: number } | null } }>(
      url(),
      makeKey,
      { name: `key ${acknowledged.keys.size}` },
      adminKey,
    );
    const number = told.data?.keyCreate?.apiKey?.number;
    if (number !== undefined) acknowledged.keys.add(number);
    else note(told);
  };
  let ledger = 0;
  const imports = async (): Promise<void> => {
    // Two ledgers grow by release; the numbers of each file follow from its release.
    const slug = `kept-${ledger++ % 2}`;
    const rows = 300 + 20 * ((acknowledged.ledgers.get(slug)?.release ?? 0) + 1) + (ledger % 7);
    const text = Array.from({ length: rows }, (_, row) => `w${row % 40},p${row % 5},${1 + (row % 9)}`);
    const units = text.reduce((sum, line) => sum + Number(line.split(',')[2]), 0);
    try {
      const answer = await fetch(`${url()}/import`, {
        method: 'POST',
        headers: { authorization: `Bearer ${adminKey}` },
        body: form(
          { dataset: slug, expert: 'who', project: 'what', units: 'n' },
          `who,what,n\n${text.join('\n')}\n`,
        ),
      });
      const body = (await answer.json()) as {
        outcome?: string;
        release?: { number: number };
        error?: { code: string };
      };
      if (body.outcome === 'LOADED') {
        acknowledged.ledgers.set(slug, { release: body.release!.number, rows, units });
        acknowledged.releases += 1;
      } else if (body.outcome === undefined) note({ status: answer.status, code: body.error?.code });
    } catch {
      note({ status: 0 });
    }
  };
  const repeat = async (work: () => Promise<void>): Promise<void> => {
    while (going) {
      await work();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const all = Promise.all([repeat(figures), repeat(figures), repeat(keys), repeat(imports)]);
  return {
    acknowledged,
    refused,
    stop: async () => {
      going = false;
      await all;
    },
  };
}

/** Nothing yet. */
export function nothing(): Acknowledged {
  return { figures: new Map(), ledgers: new Map(), keys: new Set(), releases: 0 };
}
