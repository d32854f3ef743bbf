import type { Edition } from '../i18n/edition.ts';
import type { Picture } from './picture.ts';

/** A picture that left its page: its finding says whom it is about, where the page's heading did. */
export function standAlone({ t }: Edition, picture: Picture): Picture {
  const { subject, finding } = picture;
  if (subject === undefined) return picture;
  return { ...picture, finding: t('figure.subject', { subject, finding: continued(finding) }) };
}

/** A sentence after a colon: without its capital, unless that is the whole of a word. */
const continued = (sentence: string): string =>
  /^\p{Lu}\p{Ll}/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
