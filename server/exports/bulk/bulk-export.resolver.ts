import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { noteAct } from '../../database/audit-log.ts';
import { reject, TacitError } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { asUserErrors } from '../../graphql/user-error.type.ts';
import type { RowFilter } from '../earnings.sql.ts';
import { findLedger } from '../find-ledger.ts';
import { BulkExportPayload, BulkExportType, BulkFilter, BulkFormat } from './bulk-export.type.ts';
import type { BulkJob } from './bulk-job.ts';
import type { BulkJobs } from './bulk-jobs.ts';

@Resolver(() => BulkExportType)
export class BulkExportResolver {
  @Cost({ weight: 1000 })
  @Mutation(() => BulkExportPayload, {
    description:
      'Begins to write a ledger to a file; ask bulkExportJob how far it is. Rows of a protected ledger need a key with the scope "ledger".',
  })
  async bulkExport(
    @Ctx() context: Context,
    @Arg('dataset', () => String, { description: 'The slug of the ledger.' }) slug: string,
    @Arg('format', () => BulkFormat, { description: 'How its rows are written.' }) format: BulkFormat,
    @Arg('filter', () => BulkFilter, { nullable: true, description: 'Which rows; all when not given.' })
    filter: BulkFilter | null,
    @Arg('release', () => Int, {
      nullable: true,
      description: 'As the ledger stood then; the newest when not given.',
    })
    release: number | null,
  ): Promise<BulkExportPayload> {
    try {
      const { access } = context;
      const ledger = await findLedger(context, { slug, release: release ?? undefined, access });
      const job = await jobsOf(context).start(ledger, await rowFilter(context, filter ?? {}), format);
      if (ledger.protected)
        await noteAct(context.pool, {
          actor: access.actor ?? 'this machine',
          act: 'EXPORT',
          dataset: slug,
          detail: `release ${ledger.release} as ${format}`,
        });
      return { job: await told(context, job), userErrors: [] };
    } catch (error) {
      if (error instanceof TacitError && error.code === 'FORBIDDEN') throw error;
      return { job: null, userErrors: asUserErrors(error, 'dataset') };
    }
  }

  @Query(() => BulkExportType, {
    nullable: true,
    description: 'How far an export is, and the address of its file; null an hour after it was done.',
  })
  async bulkExportJob(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<BulkExportType | null> {
    const job = await jobsOf(context).find(id);
    if (!job) return null;
    // The key may have ended since; and an id may have been overheard.
    if (job.dataset.protected && !context.access.mayReadLedgers)
      reject(
        'FORBIDDEN',
        `The dataset "${job.dataset.slug}" is protected: its rows need a key with the scope "ledger".`,
      );
    return told(context, job);
  }
}

function jobsOf({ bulk }: Context): BulkJobs {
  return bulk ?? reject('SERVICE_UNAVAILABLE', 'This server has no folder to write exports into.');
}

async function rowFilter({ kysely }: Context, filter: BulkFilter): Promise<RowFilter> {
  const { sector, profession, from, to } = filter;
  const idsOf = (rows: { id: number }[]): number[] => rows.map(({ id }) => id);
  return {
    ...(sector && {
      sectorIds: idsOf(
        await kysely
          .selectFrom('sector')
          .select('id')
          .where('slug', 'in', ['', ...sector])
          .execute(),
      ),
    }),
    ...(profession && {
      professionIds: idsOf(
        await kysely
          .selectFrom('profession')
          .select('id')
          .where('soc_code', 'in', ['', ...profession])
          .execute(),
      ),
    }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

async function told({ bulk, origin }: Context, job: BulkJob): Promise<BulkExportType> {
  const { id, state, format, rowsWritten, bytes, failure, release, expiresAt } = job;
  const { slug, kind, licence, citation } = job.dataset;
  const path = (await bulk?.address(job)) ?? null;
  return Object.assign(new BulkExportType(), {
    id,
    state,
    dataset: slug,
    release,
    kind,
    licence,
    citation,
    format,
    rowsWritten,
    bytes,
    failure,
    expiresAt,
    address: path && origin + path,
  });
}
