import type { PublicRecord } from '../api/common.ts';
import type { Standing } from '../pictures/picture.ts';

/** What a footer says of figures made of the published facts: dataset, release and licence. */
export function recorded(
  record: PublicRecord | null,
): Pick<Standing, 'datasets' | 'release' | 'releases' | 'licences'> {
  if (!record) return {};
  return {
    datasets: [record.title],
    release: record.release?.number,
    releases: record.release ? [{ dataset: 'public-record', number: record.release.number }] : [],
    licences: record.licence ? [record.licence] : [],
  };
}
