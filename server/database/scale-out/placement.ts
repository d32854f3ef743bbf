import type { Tables } from '../tables.ts';

/**
 * Where a table's rows are once there are many machines: parted among them by expert, or whole on each, or on the first alone.
 * Every table has its place here, and here only: the plan, the checks of statements and the documentation follow.
 */
export type Placement = 'DISTRIBUTED' | 'REFERENCE' | 'LOCAL';

/** The column that distributed tables are parted by: all that is known of one expert is on one machine. */
export const distributionColumn = 'expert_id';

export const placements: Record<keyof Tables, Placement> = {
  // Facts and what is summed up of them: nearly all there is.
  earning: 'DISTRIBUTED',
  expert_rollup: 'DISTRIBUTED',
  project_rollup: 'DISTRIBUTED',
  // What facts refer to, and what is read instead of them.
  dataset: 'REFERENCE',
  release: 'REFERENCE',
  expert: 'REFERENCE',
  project: 'REFERENCE',
  sector: 'REFERENCE',
  profession: 'REFERENCE',
  profession_name: 'REFERENCE',
  profession_wage: 'REFERENCE',
  organisation: 'REFERENCE',
  source: 'REFERENCE',
  cell: 'REFERENCE',
  cell_ranking: 'REFERENCE',
  cell_build: 'REFERENCE',
  rate_cell: 'REFERENCE',
  // Published facts refer to those, and are joined with them.
  pay_observation: 'REFERENCE',
  market_fact: 'REFERENCE',
  conversion_evidence: 'REFERENCE',
  evaluation: 'REFERENCE',
  claim: 'REFERENCE',
  counter_evidence: 'REFERENCE',
  dispute: 'REFERENCE',
  ownership_position: 'REFERENCE',
  know_how_background: 'REFERENCE',
  erasure: 'REFERENCE',
  // Asked for one by one, and never with facts.
  day_column: 'LOCAL',
  day_build: 'LOCAL',
  setting: 'LOCAL',
  api_key: 'LOCAL',
  audit_entry: 'LOCAL',
  figure: 'LOCAL',
  figure_drawing: 'LOCAL',
  figure_move: 'LOCAL',
  bulk_export: 'LOCAL',
};

/** The tables of a place, in the order above. */
export function tablesOf(placement: Placement): string[] {
  return Object.entries(placements).flatMap(([table, place]) => (place === placement ? [table] : []));
}
