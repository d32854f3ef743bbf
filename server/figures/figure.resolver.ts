import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { TacitError } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { Cost } from '../graphql/cost/cost-hint.ts';
import { inLocale, LocaleArg, type Locale } from '../graphql/locale.ts';
import type { UserErrorType } from '../graphql/user-error.type.ts';
import { createFigure } from './create-figure.ts';
import {
  FigureCreateInput,
  FigureCreatePayload,
  FigureTableType,
  FigureType,
  NewerFigureType,
} from './figure.type.ts';
import { newerOf } from './newer-figure.ts';
import { readFigureFor } from './read-figure.ts';
import type { FigureWords } from './picture-maker.ts';

const faultsOfTheAsker = new Set(['BAD_USER_INPUT', 'NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'FORBIDDEN']);

@Resolver(() => FigureType)
export class FigureResolver {
  @Query(() => FigureType, {
    nullable: true,
    description: 'A frozen figure; null when there is none of that id.',
  })
  async figure(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Its id, as in its address.' }) id: string,
  ): Promise<FigureType | null> {
    const frozen = await readFigureFor(context, id);
    return frozen && FigureType.of(frozen);
  }

  @Cost({ weight: 500 })
  @Mutation(() => FigureCreatePayload, {
    description: 'Freezes a figure of a page as it is now; asked twice it gives the same figure.',
  })
  async figureCreate(
    @Ctx() context: Context,
    @Arg('input', () => FigureCreateInput, { description: 'Which figure.' })
    { page, figure }: FigureCreateInput,
  ): Promise<FigureCreatePayload> {
    try {
      const made = await createFigure(context, page, figure);
      return { figure: FigureType.of(made.figure), created: made.created, userErrors: [] };
    } catch (problem) {
      if (!(problem instanceof TacitError) || !faultsOfTheAsker.has(problem.code)) throw problem;
      const field = ['input', problem.message.includes('no figure') ? 'figure' : 'page'];
      const error: UserErrorType = { code: problem.code, field, message: problem.message };
      return { figure: null, created: false, userErrors: [error] };
    }
  }

  @FieldResolver(() => String, { description: 'What it shows, as a sentence.' })
  finding(@Root() figure: FigureType, @LocaleArg() locale: Locale): string {
    return wordsIn(figure, locale).finding;
  }

  @FieldResolver(() => String, { description: 'The measure and its unit.' })
  measure(@Root() figure: FigureType, @LocaleArg() locale: Locale): string {
    return wordsIn(figure, locale).measure;
  }

  @FieldResolver(() => String, { description: 'The finding with its numbers, for who does not see it.' })
  description(@Root() figure: FigureType, @LocaleArg() locale: Locale): string {
    return wordsIn(figure, locale).description;
  }

  @FieldResolver(() => [String], { description: 'What to know when reading it.' })
  notes(@Root() figure: FigureType, @LocaleArg() locale: Locale): string[] {
    return wordsIn(figure, locale).notes.map(({ text }) => text);
  }

  @FieldResolver(() => [FigureTableType], { description: 'Its data.' })
  tables(@Root() figure: FigureType, @LocaleArg() locale: Locale): FigureTableType[] {
    return wordsIn(figure, locale).tables.map((table) => FigureTableType.of(table));
  }

  @Cost({ weight: 500 })
  @FieldResolver(() => NewerFigureType, {
    nullable: true,
    description:
      'What its page shows now, where that is something else; null where nothing changed, or the page is gone.',
  })
  async newer(@Ctx() context: Context, @Root() { frozen }: FigureType): Promise<NewerFigureType | null> {
    const newer = await newerOf(context, frozen);
    if (!newer) return null;
    const { headline, releases, words } = newer.current;
    return {
      moved: newer.moved,
      headline: headline && { value: headline.value, low: headline.low ?? null, high: headline.high ?? null },
      releases,
      findings: { en: words.en.finding, fr: words.fr.finding },
    };
  }
}

@Resolver(() => NewerFigureType)
export class NewerFigureResolver {
  @FieldResolver(() => String, { description: 'The finding now.' })
  finding(@Root() { findings }: NewerFigureType, @LocaleArg() locale: Locale): string {
    return inLocale(locale, findings.en, findings.fr);
  }
}

function wordsIn({ frozen: { words } }: FigureType, locale: Locale): FigureWords {
  switch (locale) {
    case 'FR' as Locale:
      return words.fr;
    default:
      return words.en;
  }
}
