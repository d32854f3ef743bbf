import 'reflect-metadata';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from './order-direction.ts';

export interface OrderBy<Fields extends string> {
  field: Fields;
  direction: OrderDirection;
}

/** The input object `{ field, direction }` of one noun, and the enum of its fields. */
export function orderInput<Fields extends Record<string, string>>(
  noun: string,
  fields: Fields,
  descriptions: Record<keyof Fields, string>,
): new () => OrderBy<Fields[keyof Fields]> {
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(descriptions).map(([name, description]) => [name, { description }]),
  ) as { [Name in keyof Fields]: { description: string } };
  registerEnumType(fields, {
    name: `${noun}OrderField`,
    description: `What a list of type ${noun} can be ordered by.`,
    valuesConfig,
  });

  @InputType(`${noun}Order`, { description: `The order of a list of type ${noun}; ties are broken by age.` })
  class Order implements OrderBy<Fields[keyof Fields]> {
    @Field(() => fields, { description: 'What to order by.' })
    field!: Fields[keyof Fields];

    @Field(() => OrderDirection, {
      defaultValue: OrderDirection.ASC,
      description: 'Which end comes first.',
    })
    direction!: OrderDirection;
  }
  return Order;
}
