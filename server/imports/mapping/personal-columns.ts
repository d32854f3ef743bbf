import { holdsAddress } from '../values/personal.ts';
import type { SourceCell } from '../readers/table.ts';
import { normaliseName } from './column-names.ts';

const addressNames = /\b(?:e ?mail|courriel|mail)\b/;
const personNames =
  /^(?:name|full name|first name|last name|surname|family name|given name|display name|real name|nom|nom complet|prenom|nom et prenom|nom de famille|username|user name)$|\b(?:author|committer|worker|user|contributor|expert|participant|annotator|freelancer|contractor|employee|payee|person)(?: full| first| last)?[ .]name\b|\bnom (?:de l |du |de la )?(?:auteur|expert|contributeur|prestataire|participant|salarie)\b/;

/** What a column tells of people: their e-mail addresses, their names, or neither as far as can be seen. */
export function personalKind(column: string, values: readonly SourceCell[]): 'EMAIL' | 'NAME' | null {
  const name = normaliseName(column);
  const texts = values.filter((value) => typeof value === 'string' && value !== '') as string[];
  const addresses = texts.filter(holdsAddress).length;
  if (addressNames.test(name) || (addresses > 0 && addresses * 2 >= texts.length)) return 'EMAIL';
  return personNames.test(name) ? 'NAME' : null;
}
