import type { LedgerProperties } from '../imports/package/descriptor.ts';
import type { Calibration } from './calibration.ts';
import type { SimulationParameters } from './parameters.ts';

/** What a simulated dataset says of itself: the word on its face, and every parameter that it was made from. */
export function describeMarket(parameters: SimulationParameters, calibration: Calibration): LedgerProperties {
  const { slug, experts, earnings, seed, from, to, laboratories, platforms, projects, topShare } = parameters;
  const given = `--experts ${experts} --earnings ${earnings} --seed ${seed} --from ${from} --to ${to} --laboratories ${laboratories} --platforms ${platforms} --projects ${projects} --top-share ${topShare}`;
  const { averagePay, professions, release } = calibration;
  const pay =
    averagePay === null ? { en: 'none', fr: 'aucune' } : { en: `$${averagePay}`, fr: `${averagePay} $` };
  const percent = Number((topShare * 100).toFixed(1));
  const english = new Intl.NumberFormat('en');
  const french = new Intl.NumberFormat('fr');
  const title = parameters.title;
  return {
    slug,
    title: {
      en: title === undefined ? `SIMULATED market of ${english.format(experts)} experts` : simulated(title),
      fr:
        title === undefined
          ? `Marché simulé (SIMULATED) de ${french.format(experts)} experts`
          : simulated(title),
    },
    about: {
      en: `SIMULATED: nobody here exists and nothing here was paid. A generated market of laboratories, platforms, projects and experts. Calibrated: rates by occupation to the median of published offers (${professions.length} occupations, public record release ${release}), the mix of occupations to the published average pay (${pay.en} an hour), the share of the money that the top tenth of experts hold to ${percent}%, as in the open ledgers. Assumed: countries, seniority, former employers, session lengths, dates and improvement. Parameters: ${given}`,
      fr: `SIMULATED (simulé) : personne ici n’existe et rien n’a été payé. Un marché engendré de laboratoires, plateformes, projets et experts. Calés : les taux par métier sur la médiane des offres publiées (${professions.length} métiers, version ${release} des faits publiés), la répartition des métiers sur la paie moyenne publiée (${pay.fr} de l’heure), la part de l’argent que détient le premier dixième des experts sur ${percent} %, comme dans les registres ouverts. Supposés : pays, ancienneté, anciens employeurs, durée des séances, dates et amélioration. Paramètres : ${given}`,
    },
    kind: 'SIMULATED',
    protected: false,
    unit: { en: 'SIMULATED pieces of work', fr: 'travaux simulés (SIMULATED)' },
    allotment: 'OPEN',
    measures: ['AMOUNT', 'HOURS', 'UNITS', 'IMPROVEMENT'],
    citation: `Tacit, SIMULATED market, ${given}. Not data about the world.`,
    licence: 'CC0-1.0',
    sectorNames: {},
    columns: { expert: 'expert' },
  };
}

function simulated(title: string): string {
  return title.includes('SIMULATED') ? title : `${title} (SIMULATED)`;
}
