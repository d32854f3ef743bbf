import { registerEnumType } from 'type-graphql';

export enum PositionRole {
  PLATFORM = 'PLATFORM',
  LABORATORY = 'LABORATORY',
  BENCHMARK_MAKER = 'BENCHMARK_MAKER',
  LAWYER = 'LAWYER',
  WORKER = 'WORKER',
}

registerEnumType(PositionRole, {
  name: 'PositionRole',
  description: 'As what somebody takes a position.',
  valuesConfig: {
    PLATFORM: { description: 'A platform, which finds and pays experts.' },
    LABORATORY: { description: 'A laboratory, which buys what they make.' },
    BENCHMARK_MAKER: { description: 'A maker of benchmarks.' },
    LAWYER: { description: 'A lawyer or law firm.' },
    WORKER: { description: 'Somebody who does the work.' },
  },
});

export enum OwnershipSide {
  PERSON = 'PERSON',
  BOTH = 'BOTH',
  EMPLOYER = 'EMPLOYER',
  BUYER = 'BUYER',
}

registerEnumType(OwnershipSide, {
  name: 'OwnershipSide',
  description: 'Whose a piece of know-how is, by a position that somebody took.',
  valuesConfig: {
    PERSON: { description: 'Theirs who have it in their heads.' },
    BOTH: { description: 'A line is drawn: some is the person’s, some is a firm’s.' },
    EMPLOYER: { description: 'The present or former employer’s, or its customers’.' },
    BUYER: { description: 'Theirs who paid for it to be written down.' },
  },
});
