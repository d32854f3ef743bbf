import type { Edition } from '../i18n/edition.ts';
import { conversionPictures } from './conversion/index.ts';
import { expertPictures, expertsPictures, matchPictures } from './experts/index.ts';
import { concentrationPictures } from './concentration/index.ts';
import { claimPictures, frontPictures } from './claims/index.ts';
import { knowHowPictures } from './know-how/index.ts';
import { marketPictures } from './market/index.ts';
import { organisationPictures } from './organisations/index.ts';
import { knownPictures } from './organisations/known.ts';
import { payPictures } from './pay/index.ts';
import { picturePaths } from './picture-paths.ts';
import type { Picture } from './picture.ts';
import { projectPictures, projectsPictures } from './projects/index.ts';
import { standAlone } from './stand-alone.ts';
import { professionPictures } from './professions/index.ts';

/** A page that has figures, and the figures that follow from its data. */
export interface PicturePage {
  /** Its path without the language; named groups are its parameters. */
  path: RegExp;
  pictures: (words: Edition, data: unknown) => readonly Picture[];
}

function page<Data>(path: RegExp, pictures: (words: Edition, data: Data) => readonly Picture[]): PicturePage {
  return { path, pictures: (words, data) => pictures(words, data as Data) };
}

/** Every page whose figures can be cited, exported and embedded, with the data of its load. */
export const picturePages = {
  experts: page(picturePaths.experts, expertsPictures),
  match: page(picturePaths.match, matchPictures),
  expert: page(picturePaths.expert, expertPictures),
  projects: page(picturePaths.projects, projectsPictures),
  project: page(picturePaths.project, projectPictures),
  concentration: page(picturePaths.concentration, concentrationPictures),
  conversion: page(picturePaths.conversion, conversionPictures),
  claims: page(picturePaths.claims, frontPictures),
  claim: page(picturePaths.claim, claimPictures),
  knowHow: page(picturePaths.knowHow, knowHowPictures),
  organisation: page(picturePaths.organisation, organisationPictures),
  organisations: page(picturePaths.organisations, knownPictures),
  market: page(picturePaths.market, marketPictures),
  pay: page(picturePaths.pay, payPictures),
  profession: page(picturePaths.profession, professionPictures),
} as const satisfies Record<keyof typeof picturePaths, PicturePage>;

/** The page of a path. */
export function picturePageAt(
  path: string,
): [name: keyof typeof picturePages, page: PicturePage] | undefined {
  return (Object.entries(picturePages) as [keyof typeof picturePages, PicturePage][]).find(([, one]) =>
    one.path.test(path),
  );
}

/** The figure of that name among a page's, as it stands alone; undefined where it has none. */
export function pictureOf(
  address: string,
  data: unknown,
  words: Edition,
  figure: string,
): Picture | undefined {
  const [path = ''] = address.split('?');
  const picture = picturePageAt(path)?.[1]
    .pictures(words, data)
    .find(({ id }) => id === figure);
  return picture && standAlone(words, picture);
}
