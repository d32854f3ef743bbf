import { tablesOf } from './placement.ts';

/** Why a statement does not run on many machines as it does on one; null where it does. */
type Rule = (statement: Statement) => string | null;

interface Statement {
  /** In small letters, without comments, strings and quotes. */
  text: string;
  /** Each select with what it reads, those inside others too. */
  selects: Select[];
}

interface Select {
  /** Its own text, without the selects inside it. */
  own: string;
  /** The names by which its own rows are called. */
  names: Set<string>;
  /** The tables that it reads itself. */
  tables: string[];
  /** All that it reads, inside too. */
  reads: string[];
  /** Whether it stands in an expression, not among the rows that are read. */
  scalar: boolean;
  /** The select around it. */
  around: Select | null;
}

const distributed = tablesOf('DISTRIBUTED');
const isDistributed = (tables: readonly string[]): boolean =>
  tables.some((table) => distributed.includes(table));

const rules: Rule[] = [
  ({ text, selects }) =>
    /\blateral\b/.test(text) && selects.some(({ reads }) => isDistributed(reads)) ? 'LATERAL' : null,
  ({ selects }) =>
    selects.some(
      ({ own, tables }) => /\b(grouping sets|cube ?\(|rollup ?\()/.test(own) && isDistributed(tables),
    )
      ? 'grouping sets over facts, not over what was aggregated before'
      : null,
  ({ selects }) =>
    selects.some((select) => isDistributed(select.reads) && isCorrelated(select))
      ? 'a subquery on facts that depends on the rows around it'
      : null,
  ({ selects }) =>
    selects.some(({ own, tables }) => isDistributed(tables) && isBesideAggregate(own))
      ? 'a scalar subquery beside an aggregate of facts'
      : null,
  ({ text }) => (/\bmerge into\b/.test(text) ? 'MERGE' : null),
  ({ text, selects }) =>
    /\bwith recursive\b/.test(text) && selects.some(({ reads }) => isDistributed(reads))
      ? 'a recursive query on facts'
      : null,
  ({ text }) => (/\bcreate (or replace )?(constraint )?trigger\b/.test(text) ? 'a trigger' : null),
  ({ selects }) =>
    selects.some(({ own, tables }) => /\bfor (no key )?update\b/.test(own) && isDistributed(tables))
      ? 'FOR UPDATE on facts'
      : null,
  ({ text }) =>
    new RegExp(
      `\\bupdate (${distributed.join('|')}) .*\\b(random|clock_timestamp|nextval|gen_random_uuid|timeofday) ?\\(`,
    ).test(text)
      ? 'an UPDATE of facts by a function whose result changes'
      : null,
  ({ selects }) =>
    selects.some(({ own }) => /\boffset (?!0\b)/.test(own)) ? 'OFFSET; pages go by keys' : null,
  ({ selects }) =>
    selects.some(({ own, tables }) => tables.includes('dataset') && /\bversion\b/.test(own)) &&
    selects.some(({ tables }) => isDistributed(tables))
      ? 'the version is read with the facts, not before them'
      : null,
  ({ selects }) =>
    selects.some(({ own, tables }) => isDistributed(tables) && /group by [^§]*\bextract ?\(/.test(own))
      ? 'extract in GROUP BY; the quarter is stored'
      : null,
];

/** What of a statement does not run on many machines, in words; nothing where all of it does. */
export function forbiddenIn(sql: string): string[] {
  const statement = readStatement(sql);
  return rules.map((rule) => rule(statement)).filter((reason) => reason !== null);
}

function isBesideAggregate(own: string): boolean {
  const [list = ''] = own.split(/ from (?!.* from )/);
  return /§scalar/.test(list) && /\b(sum|count|avg|max|min|array_agg) ?\(/.test(list);
}

/** A subquery in an expression that names rows of a select around it. */
function isCorrelated({ own, names, scalar, around }: Select): boolean {
  if (!scalar) return false;
  const outer = new Set<string>();
  for (let at = around; at !== null; at = at.around) for (const name of at.names) outer.add(name);
  return [...own.matchAll(/\b([a-z_]\w*)\.[a-z_]/g)].some(
    ([, name]) => outer.has(name!) && !names.has(name!),
  );
}

function readStatement(sql: string): Statement {
  const text = sql
    .replace(/--[^\n]*/g, ' ')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  const selects: Select[] = [];
  readSelect(text, 0, { scalar: false, around: null }, selects);
  return { text, selects };
}

/** Whether what comes next is read from: after from, join and the like; after a comma where "from" has come before it. */
function standsAmongRows(before: string): boolean {
  if (/(\b(from|join|lateral|materialized|as|union|all|except|intersect)|^)[\s(]*$/.test(before)) return true;
  return /,[\s(]*$/.test(before) && / from (?!.*\bselect\b)/.test(before);
}

/** Reads a select up to the parenthesis that ends it, and those inside it; returns where it ends. */
function readSelect(
  text: string,
  from: number,
  { scalar, around }: Pick<Select, 'scalar' | 'around'>,
  found: Select[],
): number {
  const select: Select = { own: '', names: new Set(), tables: [], reads: [], scalar, around };
  const inside: Select[] = [];
  let depth = 0;
  let at = from;
  for (; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === ')' && depth === 0) break;
    if (letter === ')') depth -= 1;
    if (letter !== '(') select.own += letter;
    else if (/^\(\s*(select|with|values)\b/.test(text.slice(at, at + 12))) {
      const isRows = standsAmongRows(select.own);
      at = readSelect(text, at + 1, { scalar: !isRows, around: select }, inside);
      select.own += isRows ? '§rows ' : '§scalar ';
    } else {
      depth += 1;
      select.own += letter;
    }
  }
  const tables = select.own.matchAll(/\b(?:from|join|update|into) (?:only )?([a-z_]\w*)/g);
  select.tables.push(...[...tables].map(([, table]) => table!));
  for (const table of select.tables) select.names.add(table);
  const called = select.own.matchAll(
    /\b(?:from|join) (?:only )?(?:§rows ?|[a-z_]\w*(?: ?\([^()]*\))?)(?: ?as)? ?([a-z_]\w*)/g,
  );
  for (const [, name] of called) select.names.add(name!);
  select.reads.push(...select.tables, ...inside.flatMap(({ tables: theirs }) => theirs));
  found.push(select, ...inside);
  return at;
}
