import { Migration20261122FirstTables } from './migration-20261122-first-tables.ts';
import { Migration20261123ApiKeys } from './migration-20261123-api-keys.ts';
import { Migration20261124FigureMoves } from './migration-20261124-figure-moves.ts';
import { Migration20261124Figures } from './migration-20261124-figures.ts';
import { Migration20261123Erasure } from './migration-20261123-erasure.ts';
import { Migration20261123ExpertBackgrounds } from './migration-20261123-expert-backgrounds.ts';
import { Migration20261124OwnPartitions } from './migration-20261124-own-partitions.ts';
import { Migration20261124AuditLog } from './migration-20261124-audit-log.ts';
import { Migration20261124ProfessionNames } from './migration-20261124-profession-names.ts';
import { Migration20261124Readings } from './migration-20261124-readings.ts';
import { Migration20261124KnowHow } from './migration-20261124-know-how.ts';
import { Migration20261129Cells } from './migration-20261129-cells.ts';
import { Migration20261129BulkExports } from './migration-20261129-bulk-exports.ts';
import { Migration20261129FigureDrawings } from './migration-20261129-figure-drawings.ts';
import { Migration20261129CellPeople } from './migration-20261129-cell-people.ts';
import { Migration20261129RateCells } from './migration-20261129-rate-cells.ts';
import { Migration20261130RollupProjects } from './migration-20261130-rollup-projects.ts';
import { Migration20261130DayColumns } from './migration-20261130-day-columns.ts';

/** In the order in which they run; a name once released never changes. */
export const migrations = [
  { name: 'migration-20261122-first-tables', class: Migration20261122FirstTables },
  { name: 'migration-20261123-api-keys', class: Migration20261123ApiKeys },
  { name: 'migration-20261123-erasure', class: Migration20261123Erasure },
  { name: 'migration-20261123-expert-backgrounds', class: Migration20261123ExpertBackgrounds },
  { name: 'migration-20261124-figures', class: Migration20261124Figures },
  { name: 'migration-20261124-own-partitions', class: Migration20261124OwnPartitions },
  { name: 'migration-20261124-audit-log', class: Migration20261124AuditLog },
  { name: 'migration-20261124-profession-names', class: Migration20261124ProfessionNames },
  { name: 'migration-20261124-figure-moves', class: Migration20261124FigureMoves },
  { name: 'migration-20261124-readings', class: Migration20261124Readings },
  { name: 'migration-20261124-know-how', class: Migration20261124KnowHow },
  { name: 'migration-20261129-cells', class: Migration20261129Cells },
  { name: 'migration-20261129-bulk-exports', class: Migration20261129BulkExports },
  { name: 'migration-20261129-rate-cells', class: Migration20261129RateCells },
  { name: 'migration-20261129-figure-drawings', class: Migration20261129FigureDrawings },
  { name: 'migration-20261129-cell-people', class: Migration20261129CellPeople },
  { name: 'migration-20261130-rollup-projects', class: Migration20261130RollupProjects },
  { name: 'migration-20261130-day-columns', class: Migration20261130DayColumns },
];
