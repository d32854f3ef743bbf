import { error } from '@sveltejs/kit';
import { lentImports } from '../../lib/imports/lent.ts';
import type { PageServerLoad } from './$types';

/** Whether a key is asked for, and the report that the address names: a form without JavaScript leads here. */
export const load: PageServerLoad = ({ url }) => {
  const imports = lentImports();
  if (!imports) error(503, 'The importer is not running in this process.', { code: 'SERVICE_UNAVAILABLE' });
  const id = url.searchParams.get('report');
  const found = id ? imports.report(id) : undefined;
  return {
    needsKey: imports.needsKey(),
    maxUploadBytes: imports.maxUploadBytes,
    report: found ?? null,
    isReportGone: id !== null && found === undefined,
  };
};
