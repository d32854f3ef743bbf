import { stages, type Stage } from '../api/common.ts';
import type { StageShare } from '../api/conversion.ts';
import type { StageStep } from '../charts/theme.ts';
import type { Edition } from '../i18n/edition.ts';
import type { MessageKey } from '../i18n/messages/catalogue.ts';

const names: Record<Stage, MessageKey> = {
  UNTOUCHED: 'conversion.stage_untouched',
  RECRUITED: 'conversion.stage_recruited',
  MEASURED: 'conversion.stage_measured',
  CONVERTING: 'conversion.stage_converting',
  CONTESTED: 'conversion.stage_contested',
};

/** A stage's place, 0 untouched to 4 contested. */
export function stepOf(stage: Stage): StageStep {
  return stages.indexOf(stage) as StageStep;
}

/** A stage's name. */
export function stageName({ t }: Edition, stage: Stage): string {
  return t(names[stage]);
}

/** The five names, untouched first, as the charts take them. */
export function stageNames(words: Edition): string[] {
  return stages.map((stage) => stageName(words, stage));
}

/** The shares of the five stages, untouched first, whatever order they came in. */
export function sharesOf(found: readonly StageShare[], area: 'wages' | 'people'): number[] {
  return stages.map((stage) => {
    const share = found.find((one) => one.stage === stage);
    return (area === 'wages' ? share?.wageBillShare : share?.employmentShare) ?? 0;
  });
}
