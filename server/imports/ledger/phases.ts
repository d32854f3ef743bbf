/** What an import spends its time on, in the order in which it comes to it. */
export const importPhases = [
  'OPENING',
  'READING',
  'NAMES',
  'COMPARING',
  'FACTS',
  'INDEXES',
  'ROLLUPS',
  'CELLS',
  'STATISTICS',
  'COMMIT',
] as const;
export type ImportPhase = (typeof importPhases)[number];

/** A clock for each phase. */
export class Phases {
  /** Seconds by phase, of those that were come to. */
  readonly seconds: Partial<Record<ImportPhase, number>> = {};

  /** Does work and adds its time to the phase's. */
  async time<Result>(phase: ImportPhase, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.seconds[phase] = (this.seconds[phase] ?? 0) + (performance.now() - began) / 1000;
    }
  }
}
