import { Ctx, Field, InterfaceType } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { ProjectType } from '../../market/projects/project.type.ts';
import { SectorType } from '../../market/sectors/sector.type.ts';
import { Dimension } from './dimension.ts';
import { periodKey, periodLabel } from './periods.ts';

/** What a group is: the dimension and the value of its column; no dimension where one group stands for all. */
export interface GroupIdentity {
  readonly dimension: Dimension | null;
  /** A row id, quarter or year; 0 for unknown and undated. */
  readonly groupKey: number;
}

@InterfaceType('EarningGroup', {
  description: 'Earnings of one sector, project, profession, quarter or year.',
})
export abstract class EarningGroup {
  group!: GroupIdentity;

  @Field(() => String, {
    description:
      'What tells the groups apart: a slug, project id, SOC code, 2025-Q3 or 2025; "unknown" or "undated" where the ledger does not say, "all" where nothing is grouped.',
  })
  async key(@Ctx() context: Context): Promise<string> {
    if (this.group.dimension === null) return 'all';
    const [sector, project, profession] = await this.#things(context);
    return sector?.slug ?? project?.id ?? profession?.socCode ?? periodKey(this.group) ?? 'unknown';
  }

  @Field(() => String, { description: 'Its name, for people.' })
  async label(@Ctx() context: Context, @LocaleArg() locale: Locale): Promise<string> {
    if (this.group.dimension === null) return inLocale(locale, 'All', 'Tout');
    const [sector, project, profession] = await this.#things(context);
    const name = sector?.name(locale) ?? project?.name ?? profession?.title(locale);
    return name ?? periodLabel(this.group, locale) ?? inLocale(locale, 'Not stated', 'Non précisé');
  }

  @Field(() => SectorType, {
    nullable: true,
    description: 'The sector, where earnings are grouped by it and it is known.',
  })
  async sector(@Ctx() { loaders }: Context): Promise<SectorType | null> {
    return loaders.one(SectorType, this.#rowOf(Dimension.SECTOR));
  }

  @Field(() => ProjectType, {
    nullable: true,
    description: 'The project, where earnings are grouped by it and it is known.',
  })
  async project(@Ctx() { loaders }: Context): Promise<ProjectType | null> {
    return loaders.one(ProjectType, this.#rowOf(Dimension.PROJECT));
  }

  @Field(() => ProfessionType, {
    nullable: true,
    description: 'The profession, where earnings are grouped by it and it is known.',
  })
  async profession(@Ctx() { loaders }: Context): Promise<ProfessionType | null> {
    return loaders.one(ProfessionType, this.#rowOf(Dimension.PROFESSION));
  }

  #things(context: Context): Promise<[SectorType | null, ProjectType | null, ProfessionType | null]> {
    return Promise.all([this.sector(context), this.project(context), this.profession(context)]);
  }

  #rowOf(dimension: Dimension): number | null {
    return this.group.dimension === dimension ? this.group.groupKey : null;
  }
}
