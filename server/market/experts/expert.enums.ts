import { registerEnumType } from 'type-graphql';

export enum Seniority {
  JUNIOR = 'JUNIOR',
  MID = 'MID',
  SENIOR = 'SENIOR',
  PRINCIPAL = 'PRINCIPAL',
}

registerEnumType(Seniority, {
  name: 'Seniority',
  description: 'How experienced an expert is among those of the same profession.',
  valuesConfig: {
    JUNIOR: { description: 'At the beginning.' },
    MID: { description: 'Works alone.' },
    SENIOR: { description: 'Guides others.' },
    PRINCIPAL: { description: 'Among the most experienced.' },
  },
});

export enum FormerEmployer {
  BANK = 'BANK',
  CONSULTANCY = 'CONSULTANCY',
  LAW_FIRM = 'LAW_FIRM',
  HOSPITAL = 'HOSPITAL',
  TECHNOLOGY = 'TECHNOLOGY',
  INDUSTRY = 'INDUSTRY',
  UNIVERSITY = 'UNIVERSITY',
  SCHOOL = 'SCHOOL',
  MEDIA = 'MEDIA',
  GOVERNMENT = 'GOVERNMENT',
  SELF_EMPLOYED = 'SELF_EMPLOYED',
}

registerEnumType(FormerEmployer, {
  name: 'FormerEmployer',
  description: 'The kind of employer where an expert learnt the profession.',
  valuesConfig: {
    BANK: { description: 'A bank, fund or insurer.' },
    CONSULTANCY: { description: 'A consultancy or accountancy.' },
    LAW_FIRM: { description: 'A law firm.' },
    HOSPITAL: { description: 'A hospital or practice.' },
    TECHNOLOGY: { description: 'A technology company.' },
    INDUSTRY: { description: 'Another company.' },
    UNIVERSITY: { description: 'A university or research institute.' },
    SCHOOL: { description: 'A school.' },
    MEDIA: { description: 'A publisher, broadcaster or studio.' },
    GOVERNMENT: { description: 'A public administration or court.' },
    SELF_EMPLOYED: { description: 'Nobody: self-employed.' },
  },
});
