import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { OrganisationType } from '../../market/organisations/organisation.type.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { SectorType } from '../../market/sectors/sector.type.ts';
import { PayGroupType } from './pay-group.type.ts';
import { PayGrouping } from './pay-grouping.enum.ts';

@Resolver(() => PayGroupType)
export class PayGroupResolver {
  @FieldResolver(() => String, {
    description:
      'What tells the groups apart: a SOC code, the slug of a sector or platform, a country code or a year; "unknown" where the sources do not state it.',
  })
  async key(@Ctx() context: Context, @Root() group: PayGroupType): Promise<string> {
    const profession = await this.profession(context, group);
    const sectorOrPlatform = (await this.sector(context, group)) ?? (await this.platform(context, group));
    return profession?.socCode ?? sectorOrPlatform?.slug ?? group.country ?? String(group.year ?? 'unknown');
  }

  @FieldResolver(() => String, { description: 'Its name, for people.' })
  async label(
    @Ctx() context: Context,
    @Root() group: PayGroupType,
    @LocaleArg() locale: Locale,
  ): Promise<string> {
    switch (group.by) {
      case PayGrouping.PROFESSION:
        return (
          (await this.profession(context, group))?.title(locale) ??
          inLocale(locale, 'No single occupation', 'Sans profession précise')
        );
      case PayGrouping.SECTOR:
        return (await this.sector(context, group))?.name(locale) ?? '';
      case PayGrouping.PLATFORM:
        return (await this.platform(context, group))?.name ?? '';
      case PayGrouping.COUNTRY:
        return group.country === null
          ? inLocale(locale, 'No country stated', 'Pays non précisé')
          : countryName(group.country, locale);
      case PayGrouping.YEAR:
        return group.year === null ? inLocale(locale, 'Undated', 'Sans date') : String(group.year);
      default:
        return group.by satisfies never;
    }
  }

  @FieldResolver(() => ProfessionType, {
    nullable: true,
    description: 'The occupation; null where none was matched.',
  })
  async profession(@Ctx() { loaders }: Context, @Root() group: PayGroupType): Promise<ProfessionType | null> {
    return loaders.one(ProfessionType, group.idOf(PayGrouping.PROFESSION));
  }

  @FieldResolver(() => SectorType, { nullable: true, description: 'The sector.' })
  async sector(@Ctx() { loaders }: Context, @Root() group: PayGroupType): Promise<SectorType | null> {
    return loaders.one(SectorType, group.idOf(PayGrouping.SECTOR));
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The platform, or the group of platforms.',
  })
  async platform(@Ctx() { loaders }: Context, @Root() group: PayGroupType): Promise<OrganisationType | null> {
    return loaders.one(OrganisationType, group.idOf(PayGrouping.PLATFORM));
  }
}

function countryName(code: string, locale: Locale): string {
  const names = new Intl.DisplayNames(inLocale(locale, 'en-GB', 'fr'), { type: 'region' });
  return names.of(code) ?? code;
}
