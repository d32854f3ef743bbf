import { registerEnumType } from 'type-graphql';

export enum Dimension {
  SECTOR = 'SECTOR',
  PROJECT = 'PROJECT',
  PROFESSION = 'PROFESSION',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}

registerEnumType(Dimension, {
  name: 'Dimension',
  description: 'What the earnings of a ledger can be grouped by.',
  valuesConfig: {
    SECTOR: { description: 'The kind of work.' },
    PROJECT: { description: 'The project.' },
    PROFESSION: { description: 'The profession that the work called for.' },
    QUARTER: { description: 'The quarter of the year.' },
    YEAR: { description: 'The calendar year.' },
  },
});
