import { registerEnumType } from 'type-graphql';

export enum MatchCriterion {
  PROFESSION = 'PROFESSION',
  SECTOR = 'SECTOR',
  SENIORITY = 'SENIORITY',
  COUNTRY = 'COUNTRY',
  RATE = 'RATE',
  IMPROVEMENT = 'IMPROVEMENT',
  AVAILABILITY = 'AVAILABILITY',
}

/** The criteria in the order that reasons are given in. */
export const criteria = Object.values(MatchCriterion);

registerEnumType(MatchCriterion, {
  name: 'MatchCriterion',
  description: 'By what an expert is compared with what a project asks for.',
  valuesConfig: {
    PROFESSION: {
      description:
        'Is, or has worked as, the profession asked for: 1; one of the same minor group of the SOC (23-1): 0.5; of the same major group (23): 0.25; else 0.',
    },
    SECTOR: { description: 'The share of the expert’s earnings that lie in the sectors asked for.' },
    SENIORITY: { description: 'At least the seniority asked for: 1; each step short of it takes a third.' },
    COUNTRY: { description: 'In one of the countries asked for: 1, else 0.' },
    RATE: {
      description:
        'What an hour has cost so far, money over hours: up to the ceiling 1, then falling evenly to 0 at twice the ceiling.',
    },
    IMPROVEMENT: {
      description:
        'Past improvement an hour, as the share of the other candidates who have less; those who have the same count half.',
    },
    AVAILABILITY: {
      description:
        'How recently the expert has worked: 1 in the newest quarter of the ledger, half of it a quarter before, and so on.',
    },
  },
});
