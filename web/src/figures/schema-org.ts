import type { FrozenFigure } from '../lib/api/figure.ts';
import type { Edition } from '../lib/i18n/edition.ts';
import type { Picture } from '../lib/pictures/picture.ts';

/** A figure as schema.org's Dataset, which search engines for data read. */
export function datasetOf(figure: FrozenFigure, picture: Picture, { locale }: Edition): object {
  const { standing, finding, description, measure } = picture;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': figure.address,
    url: figure.address,
    identifier: figure.id,
    name: finding,
    description: `${description} ${measure}.`,
    inLanguage: locale,
    dateCreated: figure.createdAt,
    version: figure.releases.map(({ dataset, number }) => `${dataset} ${number}`).join('; '),
    license: standing.licences?.[0],
    creator: { '@type': 'Organization', name: 'Tacit' },
    isBasedOn: standing.sources.map(({ label }) => label),
    measurementTechnique: standing.method,
    distribution: figure.files.map(({ address, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentUrl: address,
    })),
  };
}
