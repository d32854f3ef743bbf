import { registerEnumType } from 'type-graphql';

export enum DatasetKind {
  PUBLISHED = 'PUBLISHED',
  LEDGER = 'LEDGER',
  SIMULATED = 'SIMULATED',
}

registerEnumType(DatasetKind, {
  name: 'DatasetKind',
  description: 'Where the numbers of a dataset come from.',
  valuesConfig: {
    PUBLISHED: { description: 'Cited sources say so.' },
    LEDGER: { description: 'Computed from an imported ledger: who, on which project, when, how much.' },
    SIMULATED: { description: 'Generated from parameters that it states; never a finding about the world.' },
  },
});

export enum Allotment {
  OPEN = 'OPEN',
  CAPPED = 'CAPPED',
  ASSIGNED = 'ASSIGNED',
}

registerEnumType(Allotment, {
  name: 'Allotment',
  description: 'How work was given out in a ledger; capped and assigned ledgers serve as controls.',
  valuesConfig: {
    OPEN: { description: 'Anyone took as much as they liked.' },
    CAPPED: { description: 'Each contributor could take only so much.' },
    ASSIGNED: { description: 'Work was assigned to a chosen staff.' },
  },
});

export enum Measure {
  AMOUNT = 'AMOUNT',
  HOURS = 'HOURS',
  UNITS = 'UNITS',
  IMPROVEMENT = 'IMPROVEMENT',
}

registerEnumType(Measure, {
  name: 'Measure',
  description: 'What is shared out among contributors.',
  valuesConfig: {
    AMOUNT: { description: 'Money, in one currency.' },
    HOURS: { description: 'Hours of work.' },
    UNITS: { description: 'Accepted pieces of work; what one is, the dataset says.' },
    IMPROVEMENT: { description: "A project's own score of how much the work improved a model." },
  },
});
