import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { TacitError } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { Cost } from '../graphql/cost/cost-hint.ts';
import { fill } from '../graphql/node.ts';
import { inLocale, LocaleArg, type Locale } from '../graphql/locale.ts';
import { citationsOf } from './cite.ts';
import { createFigure } from './create-figure.ts';
import { keptInstead, withDrawn } from './drawn-figure.ts';
import { addressOf } from './files/file-format.ts';
import { fileFormats } from './files/index.ts';
import { readFrozenData } from './figures.sql.ts';
import {
  FigureCitationsType,
  FigureCreateInput,
  FigureCreatePayload,
  FigureFileType,
  FigureKeptType,
  FigureScriptType,
  FigureTableType,
  FigureType,
  NewerFigureType,
} from './figure.type.ts';
import { frameOf } from './oembed.ts';
import { newerOf } from './newer-figure.ts';
import type { UserErrorType } from '../graphql/user-error.type.ts';
import { readFigureFor } from './read-figure.ts';
import type { FigureWords, Language } from './picture-maker.ts';

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

  @FieldResolver(() => String, { description: 'Where it lives for good.' })
  address(@Ctx() { origin }: Context, @Root() figure: FigureType, @LocaleArg() locale: Locale): string {
    return addressOf(figure, languageOf(locale), origin);
  }

  @FieldResolver(() => FigureCitationsType, { description: 'How to cite it.' })
  citations(
    @Ctx() { origin }: Context,
    @Root() { frozen }: FigureType,
    @LocaleArg() locale: Locale,
  ): FigureCitationsType {
    return citationsOf(frozen, languageOf(locale), origin);
  }

  @FieldResolver(() => [FigureFileType], { description: 'Every file that it can be taken as.' })
  files(
    @Ctx() { origin }: Context,
    @Root() figure: FigureType,
    @LocaleArg() locale: Locale,
  ): FigureFileType[] {
    const address = addressOf(figure, languageOf(locale), origin);
    return [...fileFormats.values()].map(({ extension, mediaType }) => ({
      extension,
      mediaType: mediaType.split(';')[0]!,
      address: `${address}.${extension}`,
    }));
  }

  @FieldResolver(() => String, { description: 'The HTML that shows it in another page.' })
  embed(@Ctx() { origin }: Context, @Root() { frozen }: FigureType, @LocaleArg() locale: Locale): string {
    return frameOf(frozen, languageOf(locale), origin, '100%', 640);
  }

  @Cost({ weight: 50 })
  @FieldResolver(() => FigureScriptType, { description: 'What to say of it on the air.' })
  async script(
    @Ctx() context: Context,
    @Root() { frozen }: FigureType,
    @LocaleArg() locale: Locale,
  ): Promise<FigureScriptType> {
    const { sentence, twenty, exact } = await withDrawn(context, frozen, languageOf(locale), (drawn) =>
      drawn.script(),
    );
    return { sentence, twentySeconds: twenty, exact };
  }

  @Cost({ weight: 50 })
  @FieldResolver(() => GraphQLJSON, {
    description: 'What it is drawn from: the answer of the API to its page, as it was when it was frozen.',
  })
  async data(
    @Ctx() { primary }: Context,
    @Root() { id }: FigureType,
    @LocaleArg() locale: Locale,
  ): Promise<unknown> {
    return readFrozenData(primary, id, languageOf(locale));
  }

  @Cost({ weight: 150 })
  @FieldResolver(() => FigureKeptType, {
    nullable: true,
    description:
      'What is shown of it where the pages no longer draw it from its data, which are of a former version; null as long as they do.',
  })
  async kept(
    @Ctx() context: Context,
    @Root() { frozen }: FigureType,
    @LocaleArg() locale: Locale,
  ): Promise<FigureKeptType | null> {
    const language = languageOf(locale);
    const kept = await keptInstead(context, frozen, language);
    return kept && fill(new FigureKeptType(), { ...kept, words: frozen.words[language] });
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

const wordsIn = ({ frozen: { words } }: FigureType, locale: Locale): FigureWords => words[languageOf(locale)];

const languageOf = (locale: Locale): Language => inLocale<Language>(locale, 'en', 'fr');
