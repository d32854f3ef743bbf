import type { Seniority } from '../../market/experts/expert.enums.ts';
import type { Candidate, Requirements } from './candidate.ts';
import { nearestProfession, stepsShort, type Field } from './criterion-values.ts';
import type { Title } from './known-names.sql.ts';
import { MatchCriterion } from './match-criterion.enum.ts';
import type { Reason } from './matching.measure.ts';
import { noBreaks, writersOf, type Language } from './writers.ts';

/** What a reason is told from. */
export interface Told {
  reason: Reason;
  candidate: Candidate;
  asked: Requirements;
  field: Field;
  currency: string | null;
  titles: ReadonlyMap<string, Title>;
}

const unknown: Record<MatchCriterion, Record<Language, string>> = {
  PROFESSION: { en: 'Profession not known', fr: 'Profession inconnue' },
  SECTOR: { en: 'Sectors of the work not known', fr: 'Secteurs du travail inconnus' },
  SENIORITY: { en: 'Seniority not known', fr: 'Ancienneté inconnue' },
  COUNTRY: { en: 'Country not known', fr: 'Pays inconnu' },
  RATE: { en: 'Hourly rate in this currency not known', fr: 'Taux horaire dans cette monnaie inconnu' },
  IMPROVEMENT: { en: 'Past improvement not known', fr: 'Amélioration passée inconnue' },
  AVAILABILITY: { en: 'Dates of work not known', fr: 'Dates de travail inconnues' },
};

const seniorityNames: Record<Seniority, Record<Language, string>> = {
  JUNIOR: { en: 'Junior', fr: 'Junior' },
  MID: { en: 'Mid-level', fr: 'Confirmé' },
  SENIOR: { en: 'Senior', fr: 'Senior' },
  PRINCIPAL: { en: 'Principal', fr: 'Expert principal' },
};

/** Why a criterion adds what it adds, as a short sentence without a stop. */
export function reasonWords(told: Told, language: Language): string {
  if (told.reason.value === null) {
    const half = { en: 'counts half', fr: 'compte pour moitié' }[language];
    return noBreaks(
      `${unknown[told.reason.criterion][language]}${language === 'fr' ? ' : ' : ': '}${half}`,
      language,
    );
  }
  return noBreaks(knownWords(told, told.reason.value, language), language);
}

function knownWords(told: Told, value: number, language: Language): string {
  const { reason, candidate, asked } = told;
  const french = language === 'fr';
  const { percent, country, money } = writersOf(language);
  switch (reason.criterion) {
    case MatchCriterion.PROFESSION:
      return professionWords(told, value, language);
    case MatchCriterion.SECTOR:
      return french
        ? `${percent(value)} des gains dans les secteurs demandés`
        : `${percent(value)} of the earnings in the sectors asked for`;
    case MatchCriterion.SENIORITY: {
      const name = seniorityNames[candidate.seniority!][language];
      const short = Math.max(0, stepsShort(candidate.seniority!, asked.seniority!));
      if (short === 0) return french ? `${name} : niveau demandé atteint` : `${name}: as senior as asked`;
      if (french) return `${name} : ${short} ${short === 1 ? 'cran' : 'crans'} sous le niveau demandé`;
      return `${name}: ${short} ${short === 1 ? 'step' : 'steps'} short of what is asked`;
    }
    case MatchCriterion.COUNTRY: {
      const name = country(candidate.country!);
      if (value === 1) return french ? `${name} : pays demandé` : `${name}, as asked`;
      return french ? `${name} : pas un pays demandé` : `${name}: not a country asked for`;
    }
    case MatchCriterion.RATE: {
      const [rate, ceiling] = [
        money(candidate.rate!, told.currency!),
        money(asked.ceiling!, told.currency!),
      ] as const;
      if (value === 1)
        return french
          ? `${rate} l’heure, sous le plafond de ${ceiling}`
          : `${rate} an hour, within ${ceiling}`;
      return french ? `${rate} l’heure, plus que ${ceiling}` : `${rate} an hour, above ${ceiling}`;
    }
    case MatchCriterion.IMPROVEMENT:
      return french
        ? `Plus d’amélioration à l’heure que ${percent(value)} des autres`
        : `More improvement an hour than ${percent(value)} of the others`;
    case MatchCriterion.AVAILABILITY:
      return availabilityWords(told, language);
    default:
      return reason.criterion satisfies never;
  }
}

function professionWords({ candidate, asked, titles }: Told, value: number, language: Language): string {
  const { socCode } = nearestProfession(candidate.professions, asked.professions)!;
  const title = titles.get(socCode)?.[language] ?? socCode;
  const french = language === 'fr';
  if (value === 1) return french ? `${title} : profession demandée` : `${title}, as asked`;
  if (value === 0.5) return french ? `${title} : même sous-groupe de métiers` : `${title}: same minor group`;
  if (value > 0) return french ? `${title} : même grand groupe de métiers` : `${title}: same major group`;
  return french ? `${title} : autre profession` : `${title}: another profession`;
}

function availabilityWords({ candidate, field }: Told, language: Language): string {
  const quarter = candidate.lastQuarter!;
  const [year, nth] = [Math.floor(quarter / 4), (quarter % 4) + 1];
  const ago = field.newestQuarter! - quarter;
  if (language === 'fr') {
    const when = `Dernier travail au ${nth}${nth === 1 ? 'er' : 'e'} trimestre ${year}`;
    if (ago === 0) return `${when}, le plus récent du registre`;
    return `${when}, ${ago} ${ago === 1 ? 'trimestre' : 'trimestres'} avant le plus récent`;
  }
  const when = `Last worked in Q${nth} ${year}`;
  if (ago === 0) return `${when}, the newest quarter`;
  return `${when}, ${ago} ${ago === 1 ? 'quarter' : 'quarters'} before the newest`;
}
