import log from './changelog.json' with { type: 'json' };

export interface SchemaChange {
  level: 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING';
  path: string;
  message: string;
}

interface SchemaLog {
  announced: { path: string; deprecated: string; removed: string; instead: string }[];
  unreleased: SchemaChange[];
  releases: { version: string; date: string; changes: SchemaChange[] }[];
}

/** What changed in the schema, newest first; written by `npm run generate`. */
export const changelog = log as SchemaLog;
