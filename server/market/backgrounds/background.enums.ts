import { registerEnumType } from 'type-graphql';

export enum BackgroundKind {
  FORMER_EMPLOYER = 'FORMER_EMPLOYER',
  LICENCE = 'LICENCE',
  DOCTORATE = 'DOCTORATE',
  MASTERS = 'MASTERS',
  DEGREE = 'DEGREE',
  EXPERIENCE = 'EXPERIENCE',
}

registerEnumType(BackgroundKind, {
  name: 'BackgroundKind',
  description: 'What vouches for what somebody knows.',
  valuesConfig: {
    FORMER_EMPLOYER: { description: 'Where they worked before.' },
    LICENCE: { description: 'A licence to practise, or the degree that leads to one (JD, MD).' },
    DOCTORATE: { description: 'A doctorate, or work towards one.' },
    MASTERS: { description: 'A master’s or another graduate degree.' },
    DEGREE: { description: 'A first degree.' },
    EXPERIENCE: { description: 'Years in the profession.' },
  },
});

export enum YearsBasis {
  MINIMUM = 'MINIMUM',
  MEAN = 'MEAN',
}

registerEnumType(YearsBasis, {
  name: 'YearsBasis',
  description: 'What published years of experience are.',
  valuesConfig: {
    MINIMUM: { description: 'The least that is asked for.' },
    MEAN: { description: 'The mean of those who took part.' },
  },
});
