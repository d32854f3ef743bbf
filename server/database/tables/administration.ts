import type { AuditAct } from '../audit-log.ts';
import type { Generated } from 'kysely';

interface Setting {
  key: string;
  value: string;
  updated_at: Generated<Date>;
}

interface ApiKey {
  id: Generated<number>;
  name: string;
  scope: 'read' | 'ledger' | 'admin';
  /** SHA-256 of the key, which is kept nowhere. */
  hash: Buffer;
  created_at: Generated<Date>;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** Somebody was erased: the log says when and how much went, never who. */
interface Erasure {
  id: Generated<number>;
  dataset_id: number;
  erased_at: Generated<Date>;
  /** The newest release then. */
  release: number;
  rows: number;
  reason: Generated<string>;
}

/** Somebody did something that only some may do. */
interface AuditEntry {
  id: Generated<number>;
  at: Generated<Date>;
  actor: string;
  act: AuditAct;
  /** Its slug. */
  dataset: string | null;
  detail: Generated<string>;
}

/** A ledger on its way into a file, or the file. */
interface BulkExport {
  id: string;
  place: string;
  dataset_id: number;
  release: number;
  format: string;
  filter: unknown;
  state: Generated<string>;
  attempts: Generated<number>;
  rows_written: Generated<number>;
  bytes: number | null;
  failure: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  seen_at: Date | null;
}

/** What keeps the house: settings, keys, what was erased, who did what, exports. */
export interface AdministrationTables {
  setting: Setting;
  api_key: ApiKey;
  erasure: Erasure;
  audit_entry: AuditEntry;
  bulk_export: BulkExport;
}
