import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything that can be asked for again by its id.' })
export abstract class Node {
  @Field(() => ID, { description: 'The opaque global id of this thing, stable across releases.' })
  id!: string;
}

type FieldsOf<T> = { [Key in keyof T as T[Key] extends (...args: never[]) => unknown ? never : Key]: T[Key] };

/** Gives a new instance of a GraphQL type all of its fields, so that none is forgotten. */
export function fill<T extends object>(instance: T, fields: FieldsOf<T>): T {
  return Object.assign(instance, fields);
}
