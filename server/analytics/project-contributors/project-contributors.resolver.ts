import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { ProjectType } from '../../market/projects/project.type.ts';
import { contributorsOf } from './answer.ts';

@Resolver(() => ProjectType)
export class ProjectContributorsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many experts contributed to it; null where no ledger tells, and where a protected one withholds it. To whom may not read its rows a protected ledger gives it rounded down to tens.',
  })
  async contributors(@Ctx() context: Context, @Root() project: ProjectType): Promise<number | null> {
    return contributorsOf(context, project);
  }
}
