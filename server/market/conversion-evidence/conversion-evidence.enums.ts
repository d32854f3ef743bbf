import { registerEnumType } from 'type-graphql';

export enum EvidenceKind {
  BENCHMARK = 'BENCHMARK',
  RECRUITMENT = 'RECRUITMENT',
  PROGRAMME = 'PROGRAMME',
}

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What shows that the know-how of a profession is being written down.',
  valuesConfig: {
    BENCHMARK: { description: 'A benchmark of its tasks.' },
    RECRUITMENT: { description: 'Paid recruitment of its members.' },
    PROGRAMME: { description: 'A programme that turns its work into training data.' },
  },
});

export enum EvidenceScope {
  BY_PROFESSION = 'BY_PROFESSION',
  SINGLE_PROFESSION = 'SINGLE_PROFESSION',
  BENCHMARK_TOTAL = 'BENCHMARK_TOTAL',
}

registerEnumType(EvidenceScope, {
  name: 'EvidenceScope',
  description: 'What the counts of a row of evidence cover; totals are not added to their parts.',
  valuesConfig: {
    BY_PROFESSION: { description: "One profession's part of a benchmark of several." },
    SINGLE_PROFESSION: { description: 'A benchmark of one profession.' },
    BENCHMARK_TOTAL: { description: 'The whole of a benchmark of several professions.' },
  },
});

export enum Verification {
  PRIMARY = 'PRIMARY',
  SECONDARY = 'SECONDARY',
}

registerEnumType(Verification, {
  name: 'Verification',
  description: 'What a row of evidence was checked against.',
  valuesConfig: {
    PRIMARY: { description: 'What its authors published.' },
    SECONDARY: { description: 'What others report of it.' },
  },
});

export enum EvidencePayBasis {
  HOUR = 'HOUR',
  HOUR_ADVERTISED_MEAN = 'HOUR_ADVERTISED_MEAN',
  HOUR_ESTIMATED_MEAN = 'HOUR_ESTIMATED_MEAN',
  HOUR_MAXIMUM = 'HOUR_MAXIMUM',
  COMPUTED_PER_ITEM = 'COMPUTED_PER_ITEM',
  CONTRACT_VALUE = 'CONTRACT_VALUE',
  PRIZE_POOL = 'PRIZE_POOL',
  PROGRAMME_COST = 'PROGRAMME_COST',
  PROJECT_VALUE = 'PROJECT_VALUE',
}

registerEnumType(EvidencePayBasis, {
  name: 'EvidencePayBasis',
  description: 'What the money in a row of evidence is; only rates of an hour are rates of pay.',
  valuesConfig: {
    HOUR: { description: 'Paid for an hour.' },
    HOUR_ADVERTISED_MEAN: { description: 'The mean of advertised hourly rates.' },
    HOUR_ESTIMATED_MEAN: { description: 'An estimate of the mean hourly rate.' },
    HOUR_MAXIMUM: { description: 'The highest hourly rate.' },
    COMPUTED_PER_ITEM: {
      description: 'The value of one item, computed from time and market wages; not paid.',
    },
    CONTRACT_VALUE: { description: 'The value of the contracts that the items were taken from.' },
    PRIZE_POOL: { description: 'All prizes together.' },
    PROGRAMME_COST: { description: 'What the programme cost in all.' },
    PROJECT_VALUE: { description: 'The value of the projects that the items were taken from.' },
  },
});
