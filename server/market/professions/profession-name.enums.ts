import { registerEnumType } from 'type-graphql';

/** In the order of weight. */
export enum NameKind {
  EVERYDAY = 'EVERYDAY',
  TITLE = 'TITLE',
  REPORTED = 'REPORTED',
}

registerEnumType(NameKind, {
  name: 'ProfessionNameKind',
  description: 'Where a name of a profession comes from.',
  valuesConfig: {
    EVERYDAY: { description: 'What people say: banker, doctor, prof. Composed by Tacit.' },
    TITLE: { description: 'The title of the classification, in English or French.' },
    REPORTED: { description: 'A job title that workers reported to O*NET.' },
  },
});

/** Nearest first. */
export enum NameMatch {
  EXACT = 'EXACT',
  BEGINS = 'BEGINS',
  WORDS = 'WORDS',
  PARTS = 'PARTS',
  SIMILAR = 'SIMILAR',
}

registerEnumType(NameMatch, {
  name: 'NameMatch',
  description: 'How near a name comes to what was asked; case, accents, plurals and French feminines aside.',
  valuesConfig: {
    EXACT: { description: 'It is what was asked.' },
    BEGINS: { description: 'It begins with what was asked.' },
    WORDS: { description: 'It holds every word that was asked.' },
    PARTS: { description: 'It holds words that begin as what was asked.' },
    SIMILAR: { description: 'It differs by a letter or two; only where nothing comes nearer.' },
  },
});
