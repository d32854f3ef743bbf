import { registerEnumType } from 'type-graphql';

export enum ProjectKind {
  PROJECT = 'PROJECT',
  BENCHMARK = 'BENCHMARK',
  PROGRAMME = 'PROGRAMME',
}

registerEnumType(ProjectKind, {
  name: 'ProjectKind',
  description: 'What experts work on.',
  valuesConfig: {
    PROJECT: { description: 'Data made to order, for training.' },
    BENCHMARK: { description: 'A benchmark that models are measured by.' },
    PROGRAMME: { description: 'A standing programme of several projects.' },
  },
});
