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
      description: 'A primary source (paper, filing, company, listing); a statistic of a large sample.',
    },
    MEDIUM: { description: 'A secondary source of good standing; a statistic with a bootstrap interval.' },
    LOW: { description: 'A source at third hand or unnamed; a statistic of fewer than 30 contributors.' },
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
