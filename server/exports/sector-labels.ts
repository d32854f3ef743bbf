import type { Database } from '../database/connect.ts';
import { slugify } from '../imports/ledger/resolve-references.ts';

/** What a sector is called in an export, so that an import finds the same one, and its names. */
export interface SectorLabel {
  id: number;
  label: string;
  own: boolean;
  name: { en: string; fr: string };
}

/**
 * The labels of all sectors that a ledger's rows can have: a shared one is called by its slug, one of the ledger's own
 * by its name, or by its part of the slug where the name would lead the importer to another sector.
 */
export async function readSectorLabels(
  { kysely }: Pick<Database, 'kysely'>,
  datasetId: number,
): Promise<SectorLabel[]> {
  const rows = await kysely
    .selectFrom('sector')
    .select(['id', 'slug', 'dataset_id', 'name_en', 'name_fr'])
    .where((where) => where.or([where('dataset_id', 'is', null), where('dataset_id', '=', datasetId)]))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const shared = new Set(
    rows.filter((row) => row.dataset_id === null).flatMap((row) => [row.slug, row.name_en.toLowerCase()]),
  );
  return rows.map(({ id, slug, dataset_id, name_en, name_fr }) => {
    const tail = slug.slice(slug.indexOf('.') + 1);
    const leadsBack = slugify(name_en) === tail && !shared.has(name_en.toLowerCase());
    const own = dataset_id !== null;
    return { id, label: own && leadsBack ? name_en : tail, own, name: { en: name_en, fr: name_fr } };
  });
}
