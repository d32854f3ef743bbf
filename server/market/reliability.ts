import { registerEnumType } from 'type-graphql';

export enum Reliability {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  LOW = 'LOW',
}

registerEnumType(Reliability, {
  name: 'Reliability',
  description: 'How far a source or a statistic can be relied on.',
  valuesConfig: {
    HIGH: {
      description:
        'A source of grade A: the publisher itself or first-hand press. A statistic of 100 contributors or more.',
    },
    MEDIUM: {
      description:
        'A source of grade B: at second hand (a mirror or digest of a named report, or one who relays it), or partly checked. A statistic of 30 to 99 contributors.',
    },
    LOW: {
      description:
        'A source of grade C: at third hand, its original not shown, or unchecked. A statistic of fewer than 30 contributors, which has no interval.',
    },
  },
});

const gradeOf: Readonly<Record<Reliability, string>> = {
  [Reliability.HIGH]: 'A',
  [Reliability.MEDIUM]: 'B',
  [Reliability.LOW]: 'C',
};

/** The grades that sources are published with: A, B and C. */
export function gradesOf(reliabilities: readonly Reliability[]): string[] {
  return reliabilities.map((reliability) => gradeOf[reliability]);
}

/** How far a source of that grade can be relied on; an unknown grade is the lowest. */
export function reliabilityOfGrade(grade: string): Reliability {
  return Object.values(Reliability).find((reliability) => gradeOf[reliability] === grade) ?? Reliability.LOW;
}
