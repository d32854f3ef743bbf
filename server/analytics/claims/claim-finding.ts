import { Reliability } from '../../market/reliability.ts';
import type { Bilingual, ClaimFinding } from './claim-findings.ts';

type Named = Pick<ClaimFinding, 'statistic' | 'value' | 'n'> & { unit: Bilingual };

/** A figure of published facts that is shown for context; what more is given makes it a test. */
export function publishedFigure(named: Named, more: Partial<ClaimFinding> = {}): ClaimFinding {
  return {
    datasetId: null,
    sourceId: null,
    measure: null,
    allotment: null,
    fraction: null,
    interval: null,
    threshold: null,
    reliability: Reliability.MEDIUM,
    verdict: null,
    control: false,
    decisive: false,
    ...named,
    ...more,
  };
}
