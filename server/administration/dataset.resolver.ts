import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reject } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { findNode } from '../graphql/find-node.ts';
import { asUserErrors } from '../graphql/user-error.type.ts';
import { eraseExpert } from '../imports/ledger/erase-expert.ts';
import { restoreDataset, retireDataset } from '../imports/ledger/retire-dataset.ts';
import { DatasetType } from '../market/datasets/dataset.type.ts';
import { ExpertType } from '../market/experts/expert.type.ts';
import { DatasetRetirePayload, ExpertEraseInput, ExpertErasePayload } from './dataset.payloads.ts';
import { requireAdmin } from './require-admin.ts';

const needs = 'Needs a key with the scope "admin".';

@Resolver()
export class DatasetAdministrationResolver {
  @Mutation(() => DatasetRetirePayload, {
    description: `Retires a dataset: no longer listed, takes no releases, still read by its slug. ${needs}`,
  })
  datasetRetire(
    @Ctx() context: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<DatasetRetirePayload> {
    return setRetired(context, slug, retireDataset);
  }

  @Mutation(() => DatasetRetirePayload, { description: `Takes a retired dataset back into use. ${needs}` })
  datasetRestore(
    @Ctx() context: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<DatasetRetirePayload> {
    return setRetired(context, slug, restoreDataset);
  }

  @Mutation(() => ExpertErasePayload, {
    description: `Erases a person: every row goes from every release, and totals move. It cannot be undone. ${needs}`,
  })
  async expertErase(
    @Ctx() context: Context,
    @Arg('input', () => ExpertEraseInput, { description: 'Whom.' })
    { expert: id, reason, dryRun }: ExpertEraseInput,
  ): Promise<ExpertErasePayload> {
    const actor = requireAdmin(context);
    try {
      const expert =
        (await findNode(context, ExpertType, 'Expert', id)) ??
        reject('NOT_FOUND', 'There is no expert of that id.');
      const { slug } = await context.loaders.the(DatasetType, expert.datasetId);
      const erased = await eraseExpert(context.pool, {
        slug,
        expert: expert.pseudonym,
        reason: reason ?? '',
        dryRun: dryRun ?? false,
        actor,
      });
      // Files that were exported of it go now, not when this server looks next.
      if (!dryRun) await context.bulk?.sweep();
      return { ...erased, userErrors: [] };
    } catch (error) {
      return { rows: null, releases: [], userErrors: asUserErrors(error, 'input', 'expert') };
    }
  }
}

async function setRetired(
  context: Context,
  slug: string,
  set: typeof retireDataset,
): Promise<DatasetRetirePayload> {
  const actor = requireAdmin(context);
  try {
    return { retiredAt: await set(context.pool, slug, actor), userErrors: [] };
  } catch (error) {
    return { retiredAt: null, userErrors: asUserErrors(error, 'slug') };
  }
}
