import { addressOf, type FileRequest } from './files/file-format.ts';
import type { Language } from './picture-maker.ts';

/** One fact about a figure, as its files state it. */
export interface Fact {
  /** Its name in files, the same in every language. */
  key: string;
  label: string;
  value: string;
}

const labels = {
  title: { en: 'Title', fr: 'Titre' },
  measure: { en: 'Measure', fr: 'Mesure' },
  filters: { en: 'Filters', fr: 'Filtres' },
  n: { en: 'Counted', fr: 'Effectif' },
  interval: { en: '95 % interval of the headline', fr: 'Intervalle à 95 % du chiffre principal' },
  datasets: { en: 'Datasets', fr: 'Jeux de données' },
  releases: { en: 'Releases', fr: 'Versions' },
  method: { en: 'Method', fr: 'Méthode' },
  notes: { en: 'Notes', fr: 'Remarques' },
  sources: { en: 'Sources', fr: 'Sources' },
  licences: { en: 'Licences', fr: 'Licences' },
  address: { en: 'Permanent address', fr: 'Adresse permanente' },
  page: { en: 'Taken from', fr: 'Extrait de' },
  frozen: { en: 'Frozen', fr: 'Figé' },
  checksum: { en: 'SHA-256 of the content', fr: 'SHA-256 du contenu' },
  simulated: { en: 'Simulated', fr: 'Simulé' },
} as const satisfies Record<string, Record<Language, string>>;

const words = {
  none: { en: 'none', fr: 'aucun' },
  simulated: { en: 'SIMULATED: invented by a computer', fr: 'SIMULÉ : inventé par un ordinateur' },
} as const;

/** All that a figure's file states of it besides the rows, in the file's language; what it does not have is left out. */
export function factsOf({
  figure,
  locale,
  origin,
}: Pick<FileRequest, 'figure' | 'locale' | 'origin'>): Fact[] {
  const { finding, measure, notes, standing } = figure.words[locale];
  const { headline } = figure;
  const filters = [...new URL(figure.address, origin).searchParams].map(
    ([name, value]) => `${name}=${value}`,
  );
  const prefix = locale === 'fr' ? '/fr' : '';
  const known: Partial<Record<keyof typeof labels, string>> = {
    title: finding,
    measure,
    filters: filters.join(', ') || words.none[locale],
    n: standing.n,
    interval: headline?.low != null && headline.high != null ? `${headline.low}–${headline.high}` : '',
    datasets: (standing.datasets ?? []).join('; '),
    releases: figure.releases.map(({ dataset, number }) => `${dataset} ${number}`).join('; '),
    method: standing.method ?? '',
    notes: notes.map(({ text }) => text).join(' '),
    sources: standing.sources.map(({ label, path }) => `${label} (${origin}${prefix}${path})`).join('; '),
    licences: (standing.licences ?? []).join('; '),
    address: addressOf(figure, locale, origin),
    page: `${origin}${prefix}${figure.address}#${figure.figure}`,
    frozen: figure.createdAt.toISOString(),
    checksum: figure.checksum,
    simulated: figure.simulated ? words.simulated[locale] : '',
  };
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((key) =>
    known[key] ? [{ key, label: labels[key][locale], value: known[key] }] : [],
  );
}
