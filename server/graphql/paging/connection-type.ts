import 'reflect-metadata';
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { EdgeFields, PageInfoFields } from './page.ts';

@ObjectType('PageInfo', { description: 'Where a page stands in its list (Relay).' })
export class PageInfo implements PageInfoFields {
  @Field(() => Boolean, { description: 'Is there a page after this one?' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Is there a page before this one?' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first row here; null when there is none.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row here; null when there is none.',
  })
  endCursor!: string | null;
}

/** The Relay connection of a type, `<noun>Connection`, and its edge. */
export function connectionType<Item extends object>(noun: string, item: () => ClassType<Item>): ClassType {
  @ObjectType(`${noun}Edge`, { description: `A row of a list of type ${noun} and its place in it.` })
  class Edge implements EdgeFields<Item> {
    @Field(() => item(), { description: 'The row.' })
    node!: Item;

    @Field(() => String, { description: 'Its place in the list, for after and before.' })
    cursor!: string;
  }

  @ObjectType(`${noun}Connection`, { description: `A page of a list of type ${noun}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => [item()], { description: 'The rows of this page.' })
    nodes!: Item[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has; counted only when asked for.' })
    totalCount!: number;
  }
  return Connection;
}
