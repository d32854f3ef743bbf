import type { Edition } from '../../i18n/edition.ts';
import type { Listed } from './listed.ts';

/** What a list of projects says of which nobody tells the contributors: who staffs most of them. */
export function publishedFinding(
  { t, exact }: Edition,
  { projects, totalCount, turned, ledger }: Listed,
): string {
  if (ledger && totalCount > 0)
    return t('projects.finding_kept', {
      ledger: ledger.title,
      count: totalCount,
      shown: exact(totalCount),
    });
  const plain = t('projects.finding_published_plain', { count: totalCount, shown: exact(totalCount) });
  if (turned || projects.length < totalCount) return plain;
  const staffed = Map.groupBy(
    projects.filter(({ platform }) => platform !== null),
    ({ platform }) => platform!.name,
  );
  const [top, second] = [...staffed].toSorted(([, a], [, b]) => b.length - a.length);
  if (!top || top[1].length < 2 || top[1].length === second?.[1].length) return plain;
  return t('projects.finding_published', {
    count: totalCount,
    shown: exact(totalCount),
    name: top[0],
    k: exact(top[1].length),
  });
}
