import { sql, type RawBuilder } from 'kysely';
import {
  getArgumentValues,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { costHint } from '../../graphql/cost/cost-hint.ts';
import { fieldsOf, selectionsBelow, type Document } from '../../graphql/cost/selection.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import { NotOurs } from '../not-ours.ts';
import { Row, type Arguments, type Field, type Noun, type Reader, type Sql } from '../nouns/noun.ts';
import { faultMark, objectOf, textOf, type Pieces } from './json.ts';
import { addPoints, noPoints, pointsOf, type Points } from './points.ts';
import { pageOf } from './page.ts';
import { nounOf, objectTypeOf } from './types-of.ts';

/** An object of an answer: its text, what it costs, and what has to be joined to its row for both. */
export interface Written {
  pieces: Pieces;
  points: Points;
}

/** A field that takes arguments, where the compiler met it. */
export interface Place {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
}

/** A list of which the length is asked for. */
export interface Counted {
  rows: Listing<{ id: number }>['rows'];
  condition: RawBuilder<boolean>;
  /** The same without reading them, where that can be told. */
  tally: (() => Promise<number | null>) | undefined;
}

/** Where the rows of one select come from beside its own table. */
export type Joins = Sql[];

/** Writes the parts of one document's statement. */
export class Compiler {
  readonly document: Document;
  readonly reader: Reader;
  /** The fields with arguments, as met. */
  readonly places: Place[] = [];
  /** Their arguments. */
  readonly given: Arguments[] = [];
  /** The lists whose lengths are asked for. */
  readonly counts: Counted[] = [];
  #aliases = 0;

  constructor(document: Document, reader: Reader) {
    this.document = document;
    this.reader = reader;
  }

  /** A name for a table or a page that no other has. */
  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }

  /** The fields of an object by the names they are answered under. */
  fields(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    return fieldsOf(this.document, type, selections);
  }

  /** The field that nodes of one name ask for, with its place among those with arguments and what it is given. */
  asked(
    type: GraphQLObjectType,
    [node]: readonly FieldNode[],
  ): { node: FieldNode; field: GraphQLField<unknown, unknown>; given: Arguments; index: number } {
    const field = node && type.getFields()[node.name.value];
    if (node === undefined || field === undefined) throw new NotOurs(node?.name.value);
    if (field.args.length === 0) return { node, field, given: {}, index: -1 };
    const given = getArgumentValues(field, node, this.document.variables);
    this.places.push({ field, node });
    return { node, field, given, index: this.given.push(given) - 1 };
  }

  /** An object made of a row. */
  async object(
    noun: Pick<Noun, 'fields'>,
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    row: Row,
    joins: Joins,
  ): Promise<Written> {
    const points = noPoints();
    const fields: { key: string; pieces: Pieces }[] = [];
    for (const [key, nodes] of this.fields(type, selections)) {
      const written = await this.#field(noun, type, nodes, row, joins);
      fields.push({ key, pieces: written.pieces });
      addPoints(points, written.points);
    }
    return { pieces: objectOf(fields), points };
  }

  async #field(
    noun: Pick<Noun, 'fields'>,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    row: Row,
    joins: Joins,
  ): Promise<Written> {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') return { pieces: [`"${type.name}"`], points: noPoints() };
    const known: Field | undefined = Object.hasOwn(noun.fields, name) ? noun.fields[name] : undefined;
    if (known === undefined) throw new NotOurs(`${type.name}.${name}`, true);
    const { field, given, index } = this.asked(type, nodes);
    const below = selectionsBelow(nodes);
    const points: Points = { sure: costHint(field.extensions).weight ?? 0, more: [] };
    switch (known.kind) {
      case 'leaf': {
        if (field.args.some((argument) => !known.arguments.includes(argument.name)))
          throw new NotOurs(`${type.name}.${name}`, true);
        return { pieces: [known.json(row, given)], points };
      }
      case 'part': {
        const part = await this.object(known, objectTypeOf(field), below, row, joins);
        return present(part, known.present?.(row), points);
      }
      case 'reference': {
        if (field.args.length > 0) throw new NotOurs(`${type.name}.${name}`, true);
        const other = new Row(this.alias());
        const target = known.leaf ?? nounOf(field);
        joins.push(
          sql`left join ${sql.table(target.table)} as ${sql.ref(other.alias)} on ${other.of('id')} = ${row.of(known.column)}`,
        );
        const there = sql`${other.of('id')} is not null`;
        if (known.leaf)
          return present(
            { pieces: [known.leaf.of.json(other, {})], points: noPoints() },
            there,
            points,
            true,
            false,
          );
        const object = await this.object(nounOf(field), objectTypeOf(field), below, other, joins);
        return present(object, there, points, known.required);
      }
      case 'list': {
        const page = new Row(this.alias());
        const parent = row.id === undefined ? sql<number>`${row.of('id')}` : sql<number>`${sql.lit(row.id)}`;
        const shared =
          known.shared === undefined
            ? sql`true`
            : // As a list of one: told as equal, an index of all of a ledger's rows would be in order too, and be read through
              // for the few rows of one parent.
              sql`${sql.ref(`listed.${known.shared}`)} = any(array[${row.of(known.shared)}])`;
        const listing = await known.listing(this.reader, given);
        const belongs = known.belongs?.(parent) ?? sql`true`;
        const connection = await pageOf(this, objectTypeOf(field), below, {
          listing: { rows: listing.rows, order: listing.order },
          given,
          index,
          condition: sql<boolean>`${belongs} and ${shared}`,
          countable: row.id !== undefined,
          tally: tallyOf(listing, row.id),
        });
        joins.push(sql`cross join lateral (${connection.select}) as ${sql.ref(page.alias)}`);
        points.sure += 1;
        points.more.push(page.of('points'));
        return { pieces: [page.of('json')], points };
      }
      default:
        return known satisfies never;
    }
  }
}

/** An object that is there on a condition: null, or a fault, where it is not. */
function present(
  { pieces, points: own }: Written,
  condition: Sql | undefined,
  points: Points,
  required = false,
  counts = true,
): Written {
  if (counts) own.sure += 1;
  if (condition === undefined) {
    addPoints(points, own);
    return { pieces, points };
  }
  const otherwise = sql.lit(required ? faultMark : 'null');
  if (counts) points.more.push(sql`case when ${condition} then ${pointsOf(own)} else 0 end`);
  return {
    pieces: [sql`case when ${condition} then ${textOf(pieces)} else ${otherwise} end`],
    points,
  };
}

/** How long a list is, or what of it lies in one dataset, where it can be told without reading the rows. */
export function tallyOf(
  { tally }: Pick<Listing<{ id: number }>, 'tally'>,
  dataset?: number,
): Counted['tally'] {
  return (
    tally &&
    (async () => {
      const rows = await tally();
      if (rows === null) return null;
      return dataset === undefined
        ? [...rows.values()].reduce((sum, count) => sum + count, 0)
        : (rows.get(dataset) ?? 0);
    })
  );
}
