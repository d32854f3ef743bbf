import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { Locale, LocaleArg } from '../../graphql/locale.ts';
import { askedName } from './asked-name.ts';
import { ProfessionMatchType } from './profession-match.type.ts';
import { NameKind } from './profession-name.enums.ts';
import { knownNames } from './profession-name.reads.ts';
import { ProfessionType } from './profession.type.ts';
import { rankNames, type KnownName } from './rank-names.ts';

@Resolver(() => ProfessionMatchType)
export class ProfessionSearchResolver {
  @Cost({ size: { argument: 'first', most: 100 }, weight: 20 })
  @Query(() => [ProfessionMatchType], {
    description:
      'The professions that a text names, best first: everyday names such as banker or médecin, titles in English and French, job titles that workers report, SOC codes. Case, accents, plurals and slips of the pen do not matter.',
  })
  async searchProfessions(
    @Ctx() { em, kysely }: Context,
    @Arg('text', () => String, { description: 'What is looked for, up to 200 characters.' }) text: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' }) first: number,
  ): Promise<ProfessionMatchType[]> {
    if (first < 1 || first > 100) reject('BAD_USER_INPUT', `first is ${first}; it must be from 1 to 100.`);
    const names = await knownNames(em.getDriver(), kysely);
    return rankNames(names, askedName('text', text))
      .slice(0, first)
      .map((hit) => ProfessionMatchType.of(hit));
  }

  @FieldResolver(() => ProfessionType, { description: 'The profession.' })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() { professionId }: ProfessionMatchType,
  ): Promise<ProfessionType> {
    return loaders.the(ProfessionType, professionId);
  }
}

/** The names of a profession, looked up once with those of every other profession asked about. */
function namesOf({ em, kysely, loaders }: Context, rowId: number): Promise<KnownName[]> {
  const names = loaders.batch('profession names', async (ids: readonly number[]) => {
    const all = await knownNames(em.getDriver(), kysely);
    const byProfession = Map.groupBy(all, ({ professionId }) => professionId);
    return ids.map((id) => byProfession.get(id) ?? []);
  });
  return names.load(rowId);
}

@Resolver(() => ProfessionType)
export class ProfessionNamesResolver {
  @FieldResolver(() => [String], {
    description:
      'What it is also called: everyday names first, then the job titles that workers report (in English only).',
  })
  async names(
    @Ctx() context: Context,
    @Root() { rowId }: ProfessionType,
    @LocaleArg() locale: Locale,
  ): Promise<string[]> {
    const language = locale === Locale.FR ? 'fr' : 'en';
    const own = (await namesOf(context, rowId)).filter(
      (name) => name.language === language && name.kind !== NameKind.TITLE,
    );
    return own
      .toSorted(
        (a, b) =>
          Number(a.kind === NameKind.REPORTED) - Number(b.kind === NameKind.REPORTED) ||
          a.position - b.position,
      )
      .map(({ text }) => text);
  }
}
