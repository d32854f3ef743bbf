import type { Edition } from '../i18n/edition.ts';

const units = ['B', 'kB', 'MB', 'GB'] as const;
const unitsInFrench = ['o', 'ko', 'Mo', 'Go'] as const;

/** A size of a file as people say it: 512 MB, 1,2 Go. */
export function sizeInWords({ locale, rounded }: Pick<Edition, 'locale' | 'rounded'>, bytes: number): string {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${rounded(bytes / 1024 ** power)}\u00a0${(locale === 'fr' ? unitsInFrench : units)[power]}`;
}
