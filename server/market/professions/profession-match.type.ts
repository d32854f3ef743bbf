import { Field, ObjectType } from 'type-graphql';
import type { NameHit } from './rank-names.ts';
import { NameKind, NameMatch } from './profession-name.enums.ts';

@ObjectType('ProfessionMatch', {
  description: 'A profession that a search found, and by which of its names.',
})
export class ProfessionMatchType {
  professionId!: number;

  @Field(() => String, { description: 'The name that it was found by, as written.' })
  name!: string;

  @Field(() => String, { description: 'The language of that name, as BCP 47: en or fr.' })
  language!: string;

  @Field(() => NameKind, { description: 'Where the name comes from.' })
  kind!: NameKind;

  @Field(() => NameMatch, { description: 'How near it comes to what was asked.' })
  match!: NameMatch;

  /** The type of a hit. */
  static of({ name, match }: NameHit): ProfessionMatchType {
    const { professionId, text, language, kind } = name;
    return Object.assign(new ProfessionMatchType(), { professionId, name: text, language, kind, match });
  }
}
