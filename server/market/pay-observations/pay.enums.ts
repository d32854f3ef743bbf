import { registerEnumType } from 'type-graphql';

export enum PayBasis {
  HOUR = 'HOUR',
  TASK = 'TASK',
  PROJECT = 'PROJECT',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}

registerEnumType(PayBasis, {
  name: 'PayBasis',
  description: 'What a rate is paid for. Only hourly rates are compared; others are shown, never converted.',
  valuesConfig: {
    HOUR: { description: 'An hour of work.' },
    TASK: { description: 'A piece of work.' },
    PROJECT: { description: 'A whole project.' },
    MONTH: { description: 'A month.' },
    YEAR: { description: 'A year.' },
  },
});

export enum PayKind {
  JOB_LISTING = 'JOB_LISTING',
  PRESS_REPORT = 'PRESS_REPORT',
  SURVEY = 'SURVEY',
  WORKER_REPORT = 'WORKER_REPORT',
  COMPANY_STATEMENT = 'COMPANY_STATEMENT',
  COURT_FILING = 'COURT_FILING',
}

registerEnumType(PayKind, {
  name: 'PayKind',
  description: 'Who says that this is paid.',
  valuesConfig: {
    JOB_LISTING: { description: 'A job listing offers it.' },
    PRESS_REPORT: { description: 'The press reports it.' },
    SURVEY: { description: 'A survey found it.' },
    WORKER_REPORT: { description: 'Workers say that they were paid it.' },
    COMPANY_STATEMENT: { description: 'The company that pays says so.' },
    COURT_FILING: { description: 'A court filing says so.' },
  },
});

export enum TypicalBasis {
  PUBLISHED = 'PUBLISHED',
  MIDPOINT = 'MIDPOINT',
}

registerEnumType(TypicalBasis, {
  name: 'TypicalBasis',
  description: 'Where the typical rate of a pay observation comes from.',
  valuesConfig: {
    PUBLISHED: { description: 'The source gives it.' },
    MIDPOINT: { description: 'The midpoint of the two-ended range that the source gives.' },
  },
});
