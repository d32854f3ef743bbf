import type pg from 'pg';

const socCode = /^(\d{2}-\d{4})(?:\.\d{2})?$/;
const mostRemembered = 1000;

/** Finds the SOC code of what a ledger calls a profession. */
export class Professions {
  readonly #codes: ReadonlyMap<string, string>;
  /** Titles that are no profession we know, and how many rows have them. */
  readonly unknown = new Map<string, number>();

  constructor(rows: readonly { soc_code: string; title_en: string; title_fr: string }[]) {
    this.#codes = new Map(
      rows.flatMap(({ soc_code: code, title_en: en, title_fr: fr }) =>
        [code, en, fr].map((name) => [name.toLowerCase(), code] as const),
      ),
    );
  }

  /** The code; null of a title that is not known, which is counted; undefined of a code that is not known. */
  codeOf(text: string): string | null | undefined {
    const match = socCode.exec(text);
    if (match) return this.#codes.get(match[1]!);
    const code = this.#codes.get(text.toLowerCase());
    if (code !== undefined) return code;
    const rows = this.unknown.get(text);
    if (rows !== undefined || this.unknown.size < mostRemembered) this.unknown.set(text, (rows ?? 0) + 1);
    return null;
  }
}

/** The professions that the database knows. */
export async function readProfessions(client: pg.Pool | pg.PoolClient): Promise<Professions> {
  const { rows } = await client.query<{ soc_code: string; title_en: string; title_fr: string }>(
    'select soc_code, title_en, title_fr from profession',
  );
  return new Professions(rows);
}
