import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import type { TurningPoint } from './turning-point.ts';
import { Verdict } from './verdict.enum.ts';

@ObjectType('TurningPoint', { description: 'Data that would turn the verdict on a claim.' })
export class TurningPointType {
  turn!: TurningPoint;

  @Field(() => Verdict, { description: 'What the verdict would then be.' })
  becomes!: Verdict;

  @Field(() => String, { description: 'Which data, at which value.' })
  condition(@LocaleArg() locale: Locale): string {
    const { en, fr } = this.turn.condition;
    return inLocale(locale, en, fr);
  }

  /** The type of a turning point. */
  static of(turn: TurningPoint): TurningPointType {
    return Object.assign(new TurningPointType(), { turn, becomes: turn.becomes });
  }
}
