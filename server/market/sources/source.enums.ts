import { registerEnumType } from 'type-graphql';

export enum SourceKind {
  PRESS = 'PRESS',
  LISTING = 'LISTING',
  BLOG = 'BLOG',
  COMPANY = 'COMPANY',
  PAPER = 'PAPER',
  FORUM = 'FORUM',
  DATASET = 'DATASET',
  REPOSITORY = 'REPOSITORY',
  UNION = 'UNION',
}

registerEnumType(SourceKind, {
  name: 'SourceKind',
  description: 'What kind of publication a source is.',
  valuesConfig: {
    PRESS: { description: 'A newspaper, magazine or trade press article.' },
    LISTING: { description: 'A job listing or a page of them.' },
    BLOG: { description: 'A blog post or newsletter.' },
    COMPANY: { description: 'What a company says of itself.' },
    PAPER: { description: 'A scholarly or technical paper.' },
    FORUM: { description: 'A discussion among workers.' },
    DATASET: { description: 'A published data set or official statistics.' },
    REPOSITORY: { description: 'A public code repository.' },
    UNION: { description: 'A trade union or workers’ association.' },
  },
});
