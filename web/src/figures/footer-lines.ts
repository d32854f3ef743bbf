import type { Edition } from '../lib/i18n/edition.ts';
import type { Picture } from '../lib/pictures/picture.ts';

/** What stands under a picture that left its page: its notes, then where its numbers come from and where it lives. */
export function footerLines({ t, list }: Edition, { notes, standing }: Picture, address: string): string[] {
  const { n, datasets = [], release, method, sources, licences = [] } = standing;
  const facts = [
    n,
    datasets.length > 0 ? t('figure.dataset', { names: list(datasets), count: datasets.length }) : '',
    release ? t('figure.release', { number: release }) : '',
    method ?? '',
    `${t('figure.source', { count: sources.length })} ${sources.map(({ label }) => label).join(', ')}`,
    licences.length > 0 ? t('figure.licence', { names: list(licences), count: licences.length }) : '',
  ];
  return [...notes.map(({ text }) => text), facts.filter(Boolean).join(' · '), `Tacit · ${address}`];
}
