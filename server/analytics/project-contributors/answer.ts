import { coarse } from '../../disclosure/index.ts';
import { mayRead } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { ProjectType } from '../../market/projects/project.type.ts';
import { ledgerScope } from '../earning-filter/index.ts';
import { tellOn } from '../guard/index.ts';
import { countContributors } from './project-contributors.sql.ts';

/** How many experts contributed to a project; to whom may not read the rows, what disclosure control lets out. */
export async function contributorsOf(context: Context, project: ProjectType): Promise<number | null> {
  const { kysely, loaders, versions, access } = context;
  const counts = loaders.batch('project contributors', async (ids: readonly number[]) =>
    countContributors(kysely, [...(await versions.all()).values()], ids),
  );
  const count = await counts.load(project.rowId);
  const known = (await versions.all()).get(project.datasetId);
  if (count === null || known === undefined || mayRead(access, known)) return count;
  const dataset = await loaders.the(DatasetType, project.datasetId);
  const scope = await ledgerScope(context, dataset, { project: [project.id] });
  const verdict = await tellOn(context, scope, { measure: Measure.UNITS, currency: null });
  return verdict === null ? coarse(count) : null;
}
