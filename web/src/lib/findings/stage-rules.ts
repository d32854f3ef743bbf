import { stages, type Stage } from '../api/common.ts';
import type { OccupationEvidence, StageNeed } from '../api/conversion.ts';
import type { Edition } from '../i18n/edition.ts';

/** One published row: what it is called, when, and our page on its source. */
export interface EvidenceRow {
  key: string;
  text: string;
  date: string | null;
  path: string;
}

/** One rule of the stages as it stands for an occupation. */
export interface RuleState {
  stage: Exclude<Stage, 'UNTOUCHED'>;
  met: boolean;
  since: string | null;
  rows: EvidenceRow[];
  /** How many rates there are beside those listed. */
  moreRates: number;
  need: StageNeed | undefined;
}

/** Every rule, lowest stage first, with the rows that meet it or what it would need. */
export function ruleStates({ t }: Edition, one: OccupationEvidence): RuleState[] {
  const at = (slug: string) => `/sources/${slug}`;
  const { nodes: rates, totalCount } = one.payObservations;
  const pay = rates.map(({ key, roleTitle, observedOn, platform, source }) => ({
    key,
    text: t('conversion.row_pay', { platform: platform.name, role: roleTitle }),
    date: observedOn,
    path: at(source.slug),
  }));
  const signs = (keep: (kind: string, expertBuilt: boolean) => boolean) =>
    one.evidence.nodes
      .filter(({ kind, expertBuilt }) => keep(kind, expertBuilt))
      .map(({ key, name, releasedOn, source }) => ({
        key,
        text: name,
        date: releasedOn,
        path: at(source.slug),
      }));
  const evaluations = one.stageEvidence.evaluations.map(({ key, model, project, publishedOn, source }) => ({
    key,
    text: t('conversion.row_evaluation', { model, benchmark: project.name }),
    date: publishedOn,
    path: at(source.slug),
  }));
  const rows = {
    RECRUITED: pay,
    MEASURED: signs((kind, expertBuilt) => kind === 'BENCHMARK' && expertBuilt),
    CONVERTING: [],
    CONTESTED: evaluations,
  };
  return stages.slice(1).map((stage): RuleState => {
    const step = stage as RuleState['stage'];
    const since = one.stageSince.find((date) => date.stage === stage);
    return {
      stage: step,
      met: since !== undefined,
      since: since?.date ?? null,
      rows: rows[step],
      moreRates: step === 'RECRUITED' ? totalCount - pay.length : 0,
      need: one.stageNeeds.find((need) => need.stage === stage),
    };
  });
}

/** What is missing, as a list in words. */
export function needInWords({ t, list }: Edition, need: StageNeed): string {
  const parts = [
    ...(need.observations > 0 ? [t('conversion.need_observations')] : []),
    ...(need.platforms > 0 ? [t('conversion.need_platforms', { count: need.platforms })] : []),
    ...(need.benchmarks > 0 ? [t('conversion.need_benchmarks')] : []),
    ...(need.parity ? [t('conversion.need_parity')] : []),
  ];
  return list(parts);
}
