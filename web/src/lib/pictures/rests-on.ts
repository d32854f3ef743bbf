import type { Edition } from '../i18n/edition.ts';
import type { Standing } from './picture.ts';

/** A dataset with the releases of it that a figure rests on. */
export interface Ground {
  slug: string;
  title: string;
  releases: readonly number[];
}

/** What the footer says of the datasets of a figure on several: one release for all of them, or each with its own. */
export function restsOn(
  { t, list }: Edition,
  grounds: readonly Ground[],
): Pick<Standing, 'datasets' | 'release' | 'releases'> {
  const distinct = [...new Map(grounds.map((one) => [one.slug, one])).values()];
  const numbers = new Set(distinct.flatMap(({ releases }) => releases));
  const [only] = numbers;
  return {
    datasets: distinct.map(({ title, releases }) =>
      numbers.size === 1 || releases.length === 0
        ? title
        : `${title} (${list(releases.map((number) => t('figure.release', { number })))})`,
    ),
    ...(numbers.size === 1 && { release: only }),
    releases: distinct.flatMap(({ slug, releases }) => releases.map((number) => ({ dataset: slug, number }))),
  };
}
