import { sql, type RawBuilder } from 'kysely';
import type { FieldNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { selectionsBelow } from '../../graphql/cost/selection.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import { pageRequest, type PageArguments, type PageRequest } from '../../graphql/paging/page-arguments.ts';
import { pageRows } from '../../graphql/paging/read-page.ts';
import { NotOurs } from '../not-ours.ts';
import { Row, type Arguments, type Sql } from '../nouns/noun.ts';
import type { Compiler, Counted, Joins, Written } from './compiler.ts';
import { countMark, objectOf, textOf, type Pieces } from './json.ts';
import { betweenCursors, cursorOf } from './keyset.ts';
import { addPoints, noPoints, pointsOf, pointsOfRows, type Points } from './points.ts';
import { nounOf, objectTypeOf } from './types-of.ts';

export interface PageAsked {
  listing: Listing<{ id: number }>;
  given: Arguments;
  /** The place of these arguments among all. */
  index: number;
  /** Which of the listed rows belong to the list. */
  condition: RawBuilder<boolean>;
  /** Is there one such list in the answer, so that its length is one number? */
  countable: boolean;
  tally: Counted['tally'];
}

/** A select of one row: `json`, the connection's text, and `points`, what is in it. */
export interface WrittenPage {
  select: Sql;
}

/** The select that makes a connection: its page of rows, and of these the text. */
export async function pageOf(
  compiler: Compiler,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  { listing, given, index, condition, countable, tally }: PageAsked,
): Promise<WrittenPage> {
  const request: PageRequest = { ...pageRequest(given as PageArguments), after: null, before: null };
  const page = new Row(compiler.alias());
  const onPage = sql`${page.of('place')} <= ${sql.lit(request.size)}`;
  const joins: Joins = [];
  const points = noPoints();
  const fields: { key: string; pieces: Pieces }[] = [];
  let readsRows = false;
  let isCounted = false;
  for (const [key, nodes] of compiler.fields(type, selections)) {
    const name = nodes[0]?.name.value;
    switch (name) {
      case '__typename':
        fields.push({ key, pieces: [`"${type.name}"`] });
        break;
      case 'totalCount':
        if (!countable) throw new NotOurs('the length of a nested list', true);
        if (!isCounted) compiler.counts.push({ rows: listing.rows, condition, tally });
        isCounted = true;
        points.sure += 1;
        fields.push({ key, pieces: [countMark(compiler.counts.length - 1)] });
        break;
      case 'nodes':
      case 'edges': {
        readsRows = true;
        const row = await (name === 'nodes' ? writeNode : writeEdge)(compiler, type, nodes, {
          page,
          joins,
          listing,
        });
        const order = sql.raw(request.fromEnd ? 'desc' : 'asc');
        const texts = sql`string_agg(${textOf(row.pieces)}, ',' order by ${page.of('place')} ${order}) filter (where ${onPage})`;
        fields.push({ key, pieces: ['[', texts, ']'] });
        addPoints(points, pointsOfRows(row.points, onPage));
        break;
      }
      case 'pageInfo':
        readsRows = true;
        fields.push({ key, pieces: writePageInfo(compiler, type, nodes, { page, request, given, listing }) });
        break;
      default:
        throw new NotOurs(`${type.name}.${name}`, true);
    }
  }
  const written = sql`select ${textOf(objectOf(fields))} as json, ${pointsOf(points)} as points`;
  // A cursor that is none is refused also where no row is asked for, and then nothing here reads it.
  if (!readsRows && (given['after'] != null || given['before'] != null))
    throw new NotOurs('cursors of no rows');
  if (!readsRows) return { select: written };
  const rows = pageRows(
    listing,
    request,
    sql<boolean>`${condition} and ${betweenCursors(listing.order, given, index)}`,
  );
  return {
    // Whatever is written of the rows is one text: also when nothing is that takes them together.
    select: sql`${written}
      from (select listed.*, row_number() over () as place, count(*) over () as found from (${rows}) listed) as ${sql.ref(page.alias)}
      ${sql.join(joins, sql` `)} having count(*) >= 0`,
  };
}

interface Rows {
  page: Row;
  joins: Joins;
  listing: Listing<{ id: number }>;
}

async function writeNode(
  compiler: Compiler,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  { page, joins }: Pick<Rows, 'page' | 'joins'>,
): Promise<Written> {
  const { field } = compiler.asked(type, nodes);
  const { pieces, points } = await compiler.object(
    nounOf(field),
    objectTypeOf(field),
    selectionsBelow(nodes),
    page,
    joins,
  );
  points.sure += 1;
  return { pieces, points };
}

/** An edge costs nothing of its own. */
async function writeEdge(
  compiler: Compiler,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  { page, joins, listing }: Rows,
): Promise<Written> {
  const edge = objectTypeOf(compiler.asked(type, nodes).field);
  const points: Points = noPoints();
  const fields: { key: string; pieces: Pieces }[] = [];
  for (const [key, below] of compiler.fields(edge, selectionsBelow(nodes))) {
    switch (below[0]?.name.value) {
      case '__typename':
        fields.push({ key, pieces: [`"${edge.name}"`] });
        break;
      case 'cursor':
        fields.push({ key, pieces: [cursorOf(listing.order, page)] });
        break;
      case 'node': {
        const node = await writeNode(compiler, edge, below, { page, joins });
        fields.push({ key, pieces: node.pieces });
        addPoints(points, node.points);
        break;
      }
      default:
        throw new NotOurs(`${edge.name}.${below[0]?.name.value}`, true);
    }
  }
  return { pieces: objectOf(fields), points };
}

function writePageInfo(
  compiler: Compiler,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  {
    page,
    request: { fromEnd, size },
    given,
    listing,
  }: { page: Row; request: PageRequest; given: Arguments; listing: Listing<{ id: number }> },
): Pieces {
  const info = objectTypeOf(compiler.asked(type, nodes).field);
  const more = sql`to_json(count(*) > ${sql.lit(size)})`;
  const farthest = sql`least(${page.of('found')}, ${sql.lit(size)})`;
  const cursorAt = (place: Sql): Sql =>
    sql`coalesce(max(${cursorOf(listing.order, page)}) filter (where ${page.of('place')} = ${place}), 'null')`;
  const fields: { key: string; pieces: Pieces }[] = [];
  for (const [key, below] of compiler.fields(info, selectionsBelow(nodes))) {
    const pieces = ((): Pieces => {
      switch (below[0]?.name.value) {
        case '__typename':
          return [`"${info.name}"`];
        case 'hasNextPage':
          return [fromEnd ? String(given['before'] != null) : more];
        case 'hasPreviousPage':
          return [fromEnd ? more : String(given['after'] != null)];
        case 'startCursor':
          return [cursorAt(fromEnd ? farthest : sql`1`)];
        case 'endCursor':
          return [cursorAt(fromEnd ? sql`1` : farthest)];
        default:
          throw new NotOurs(`${info.name}.${below[0]?.name.value}`, true);
      }
    })();
    fields.push({ key, pieces });
  }
  return objectOf(fields);
}
