import type { MessageKey } from '../i18n/messages/catalogue.ts';

/** Things of one kind that are kept: their tables in the database, what of a person is in them, and until when. */
export interface Kept {
  what: MessageKey;
  tables: readonly string[];
  holds: MessageKey;
  until: MessageKey;
}

/** Of people in ledgers; server/imports/PERSONAL-DATA.md tells the same, and a test holds both against the database. */
export const inLedgers: readonly Kept[] = [
  kept('contributor', 'expert'),
  kept('work', 'earning', 'expert_rollup', 'project_rollup', 'day_column', 'day_build'),
  kept('cells', 'cell', 'cell_build', 'cell_ranking', 'rate_cell'),
  kept('erasures', 'erasure'),
  kept('acts', 'audit_entry'),
  kept('keys', 'api_key'),
  kept('figures', 'figure', 'figure_drawing', 'figure_move'),
  kept('labels', 'dataset', 'release', 'project', 'sector', 'setting', 'bulk_export'),
];

/** Of people in public sources. */
export const inSources: readonly string[] = [
  ...['source', 'claim', 'counter_evidence', 'conversion_evidence', 'dispute', 'evaluation'],
  ...['know_how_background', 'market_fact', 'ownership_position', 'pay_observation'],
];

/** Of nobody. */
export const ofNobody: readonly string[] = [
  ...['organisation', 'profession', 'profession_name', 'profession_wage'],
];

/** Files that lie on the server's disk for a while. */
export const files = (['rejected', 'exports', 'backups'] as const).map((kind) => ({
  what: `personal.${kind}_what` as const,
  holds: `personal.${kind}_holds` as const,
  until: `personal.${kind}_until` as const,
}));

type Kind = 'contributor' | 'work' | 'cells' | 'erasures' | 'acts' | 'keys' | 'figures' | 'labels';

function kept(kind: Kind, ...tables: string[]): Kept {
  return {
    what: `personal.${kind}_what`,
    tables,
    holds: `personal.${kind}_holds`,
    until: `personal.${kind}_until`,
  };
}
