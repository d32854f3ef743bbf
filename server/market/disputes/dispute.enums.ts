import { registerEnumType } from 'type-graphql';

export enum DisputeKind {
  TRADE_SECRETS = 'TRADE_SECRETS',
  OWNERSHIP = 'OWNERSHIP',
  PERSONAL_DATA = 'PERSONAL_DATA',
  EMPLOYMENT = 'EMPLOYMENT',
  ORGANISING = 'ORGANISING',
}

registerEnumType(DisputeKind, {
  name: 'DisputeKind',
  description: 'What a dispute is about.',
  valuesConfig: {
    TRADE_SECRETS: { description: 'Papers and data that a firm holds to be its secret.' },
    OWNERSHIP: { description: 'To whom belongs what experts know, bring along or make.' },
    PERSONAL_DATA: { description: 'What is kept of the people who do the work.' },
    EMPLOYMENT: { description: 'Whether they are employees, and what they are paid.' },
    ORGANISING: { description: 'Workers who act together, and what follows.' },
  },
});

export enum DisputeState {
  OPEN = 'OPEN',
  SETTLED = 'SETTLED',
  DROPPED = 'DROPPED',
  ANSWERED = 'ANSWERED',
}

registerEnumType(DisputeState, {
  name: 'DisputeState',
  description: 'How far a dispute has come, as far as published.',
  valuesConfig: {
    OPEN: { description: 'No end has been published.' },
    SETTLED: { description: 'The parties agreed.' },
    DROPPED: { description: 'Closed without a finding.' },
    ANSWERED: { description: 'The other side gave way, or owned up to it, without a court.' },
  },
});
