import { sql } from 'kysely';
import type { FieldNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { mayRead, requireReadable } from '../../graphql/access.ts';
import { selectionsBelow } from '../../graphql/cost/selection.ts';
import { NotOurs } from '../not-ours.ts';
import { nouns, queryLists } from '../nouns/query.ts';
import { Row, type Sql } from '../nouns/noun.ts';
import { tallyOf, type Compiler, type Joins } from './compiler.ts';
import { fingerprintSql } from '../answer/snapshots.ts';
import { objectOf, textOf, type Pieces } from './json.ts';
import { pageOf } from './page.ts';
import { pointsOf } from './points.ts';
import { objectTypeOf } from './types-of.ts';

/** The statement of a whole operation: one row of its data as text, and what is in it in points. */
export async function writeRoot(
  compiler: Compiler,
  type: GraphQLObjectType,
  selection: SelectionSetNode,
): Promise<Sql> {
  const selects: { alias: string; select: Sql }[] = [];
  const fields: { key: string; pieces: Pieces }[] = [];
  let sure = 0;
  for (const [key, nodes] of compiler.fields(type, [selection])) {
    if (nodes[0]?.name.value === '__typename') {
      fields.push({ key, pieces: [`"${type.name}"`] });
      continue;
    }
    const row = new Row(compiler.alias());
    selects.push({ alias: row.alias, select: await writeField(compiler, type, nodes) });
    fields.push({ key, pieces: [row.of('json')] });
    sure += 1;
  }
  if (selects.length === 0) throw new NotOurs('no list', true);
  const from = selects.map(({ alias, select }) => sql`(${select}) as ${sql.ref(alias)}`);
  const points = pointsOf({ sure, more: selects.map(({ alias }) => sql.ref(`${alias}.points`)) });
  // What datasets are like at the moment of reading tells whether the versions were the newest.
  const seen = sql`(${sql.raw(fingerprintSql)}) as seen`;
  return sql`select ${textOf(objectOf(fields))} as json, ${points} as points, seen.fingerprint
    from ${sql.join([...from, seen], sql` cross join `)}`;
}

async function writeField(
  compiler: Compiler,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Promise<Sql> {
  const name = nodes[0]?.name.value ?? '';
  const list = Object.hasOwn(queryLists, name) ? queryLists[name] : undefined;
  if (list === undefined && name !== 'dataset') throw new NotOurs(name, true);
  const { field, given, index } = compiler.asked(type, nodes);
  const below = selectionsBelow(nodes);
  if (list === undefined) return writeDataset(compiler, objectTypeOf(field), below, given['slug']);
  const listing = await list.listing(compiler.reader, given);
  const page = await pageOf(compiler, objectTypeOf(field), below, {
    listing,
    given,
    index,
    condition: sql<boolean>`true`,
    countable: true,
    tally: tallyOf(listing),
  });
  return page.select;
}

/** One dataset, and lists of what it holds. */
async function writeDataset(
  compiler: Compiler,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  slug: unknown,
): Promise<Sql> {
  const { access, versions } = compiler.reader;
  const dataset = [...(await versions.all()).values()].find((one) => one.slug === slug);
  // What it means that it is not there, or closed, Apollo says.
  if (dataset === undefined || !mayRead(access, dataset)) throw new NotOurs('a dataset');
  requireReadable(access, dataset);
  const row = new Row(compiler.alias(), dataset.id);
  const joins: Joins = [];
  const { pieces, points } = await compiler.object(nouns['Dataset']!, type, selections, row, joins);
  return sql`select ${textOf(pieces)} as json, ${pointsOf(points)} as points
    from dataset as ${sql.ref(row.alias)} ${sql.join(joins, sql` `)}
    where ${row.of('id')} = ${sql.lit(dataset.id)}`;
}
