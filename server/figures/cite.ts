import { addressOf } from './files/file-format.ts';
import type { FrozenFigure } from './figures.sql.ts';
import type { Language } from './picture-maker.ts';

/** How a figure is cited. */
export interface Citations {
  apa: string;
  chicago: string;
  bibtex: string;
  cslJson: string;
}

const words = {
  figure: { en: 'Figure', fr: 'Figure' },
  data: { en: 'data', fr: 'données' },
  release: { en: 'release', fr: 'version' },
  frozen: { en: 'Frozen', fr: 'Figée le' },
} as const satisfies Record<string, Record<Language, string>>;

const tags: Record<Language, string> = { en: 'en-GB', fr: 'fr' };

/** A figure as APA (7th), Chicago (17th, bibliography), BibTeX and CSL-JSON cite it; in its language. */
export function citationsOf(figure: FrozenFigure, locale: Language, origin: string): Citations {
  const { id, createdAt, checksum } = figure;
  const { finding, standing } = figure.words[locale];
  const address = addressOf(figure, locale, origin);
  const year = createdAt.getUTCFullYear();
  const day = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(createdAt);
  const data = dataOf(figure, locale);
  const title = finding.replace(/\.$/, '');
  const [open, close] = locale === 'fr' ? ['« ', ' »'] : ['“', '”'];
  return {
    apa: `Tacit. (${year}). ${title} [${words.figure[locale]}${data && `; ${words.data[locale]}: ${data}`}]. ${address}`,
    chicago: `Tacit. ${open}${title}.${close} ${words.figure[locale]}${data && `, ${words.data[locale]}: ${data}`}. ${words.frozen[locale]} ${day}. ${address}.`,
    bibtex: [
      `@misc{tacit-${id},`,
      `  author = {{Tacit}},`,
      `  title = {{${bibtexText(title)}}},`,
      `  year = {${year}},`,
      `  month = {${createdAt.getUTCMonth() + 1}},`,
      `  howpublished = {\\url{${address}}},`,
      `  note = {${bibtexText([data, ...(standing.licences ?? []), `SHA-256 ${checksum}`].filter(Boolean).join('; '))}}`,
      `}`,
    ].join('\n'),
    cslJson: JSON.stringify(
      [
        {
          id: `tacit-${id}`,
          type: 'figure',
          title,
          author: [{ literal: 'Tacit' }],
          publisher: 'Tacit',
          issued: { 'date-parts': [[year, createdAt.getUTCMonth() + 1, createdAt.getUTCDate()]] },
          URL: address,
          language: locale,
          note: data,
        },
      ],
      null,
      2,
    ),
  };
}

function dataOf({ releases, words: said }: FrozenFigure, locale: Language): string {
  const [only] = releases;
  const names = (said[locale].standing.datasets ?? []).join('; ');
  return only && releases.length === 1 ? `${names}, ${words.release[locale]} ${only.number}` : names;
}

const bibtexSigns: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text as BibTeX takes it: what TeX would read as a command is escaped. */
export function bibtexText(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => bibtexSigns[sign] ?? `\\${sign}`);
}
