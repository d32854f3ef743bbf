import { runningWeights, type RunningWeights } from './draws.ts';

/** Where experts live, and how much more often those who cost more do. An assumption: nobody has published it. */
export const countries = [
  { code: 'US', share: 52, tilt: 0.35 },
  { code: 'GB', share: 9, tilt: 0.1 },
  { code: 'IN', share: 12, tilt: -0.6 },
  { code: 'CA', share: 6, tilt: 0.1 },
  { code: 'DE', share: 3, tilt: 0.2 },
  { code: 'FR', share: 3, tilt: 0.1 },
  { code: 'BR', share: 4, tilt: -0.4 },
  { code: 'PH', share: 4, tilt: -0.7 },
  { code: 'KE', share: 3, tilt: -0.7 },
  { code: 'AU', share: 2, tilt: 0.2 },
  { code: 'PL', share: 2, tilt: -0.1 },
] as const;

/** From the least to the most experienced, with where each ends on a standard normal scale. */
export const seniorities = [
  { seniority: 'JUNIOR', below: -0.67 },
  { seniority: 'MID', below: 0.25 },
  { seniority: 'SENIOR', below: 1.2 },
  { seniority: 'PRINCIPAL', below: Infinity },
] as const;

export type Seniority = (typeof seniorities)[number]['seniority'];
export type FormerEmployer =
  | 'BANK'
  | 'CONSULTANCY'
  | 'LAW_FIRM'
  | 'HOSPITAL'
  | 'TECHNOLOGY'
  | 'INDUSTRY'
  | 'UNIVERSITY'
  | 'SCHOOL'
  | 'MEDIA'
  | 'GOVERNMENT'
  | 'SELF_EMPLOYED';

/** Where the know-how of a sector was learnt, the most usual first. An assumption as well. */
const employersBySector: Record<string, readonly FormerEmployer[]> = {
  finance: ['BANK', 'CONSULTANCY', 'INDUSTRY', 'SELF_EMPLOYED'],
  consulting: ['CONSULTANCY', 'INDUSTRY', 'BANK', 'SELF_EMPLOYED'],
  law: ['LAW_FIRM', 'GOVERNMENT', 'INDUSTRY', 'SELF_EMPLOYED'],
  'medicine-health': ['HOSPITAL', 'UNIVERSITY', 'INDUSTRY', 'SELF_EMPLOYED'],
  'software-data': ['TECHNOLOGY', 'INDUSTRY', 'UNIVERSITY', 'SELF_EMPLOYED'],
  engineering: ['INDUSTRY', 'TECHNOLOGY', 'UNIVERSITY', 'SELF_EMPLOYED'],
  'science-mathematics': ['UNIVERSITY', 'INDUSTRY', 'GOVERNMENT', 'SCHOOL'],
  education: ['SCHOOL', 'UNIVERSITY', 'GOVERNMENT', 'SELF_EMPLOYED'],
  'media-arts': ['MEDIA', 'SELF_EMPLOYED', 'TECHNOLOGY', 'UNIVERSITY'],
  'language-translation': ['SELF_EMPLOYED', 'UNIVERSITY', 'GOVERNMENT', 'MEDIA'],
  'public-policy': ['GOVERNMENT', 'UNIVERSITY', 'CONSULTANCY', 'LAW_FIRM'],
};
const anyEmployer: readonly FormerEmployer[] = ['INDUSTRY', 'SELF_EMPLOYED', 'TECHNOLOGY', 'GOVERNMENT'];

/** The kinds of employer that experts of a sector come from. */
export function formerEmployersOf(sector: string): readonly FormerEmployer[] {
  return employersBySector[sector] ?? anyEmployer;
}

/** How often each of those occurs. */
export const employerWeights: RunningWeights = runningWeights([55, 20, 15, 10]);
