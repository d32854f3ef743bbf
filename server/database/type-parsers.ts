import pg from 'pg';

/** OIDs of PostgreSQL's built-in types that arrive as text and leave here as what the code works with. */
const int8 = 20;
const numeric = 1700;
const date = 1082;

/** Reads a bigint as a number; beyond 2^53 it would be another number, so that throws. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond the safe integers`);
  return value;
}

/** The one place where PostgreSQL's text becomes JavaScript: bigint and numeric → number, date → 'YYYY-MM-DD'. */
export function typeParsers(): pg.CustomTypesConfig {
  const overrides = new pg.TypeOverrides();
  overrides.setTypeParser(int8, parseBigint);
  overrides.setTypeParser(numeric, Number);
  overrides.setTypeParser(date, (text: string) => text);
  return overrides;
}
