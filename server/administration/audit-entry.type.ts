import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { AuditAct as Act } from '../database/audit-log.ts';
import { fill } from '../graphql/node.ts';
import { connectionType } from '../graphql/paging/index.ts';
import type { Row } from '../graphql/row-type.ts';
import { DateTimeScalar } from '../graphql/scalars/index.ts';

const acts = {
  IMPORT: 'A file became a release of a dataset.',
  RETIRE: 'A dataset was retired.',
  RESTORE: 'A retired dataset was taken back into use.',
  ERASE: 'A person was erased from a dataset; the log never says who.',
  EXPORT: 'The rows of a protected dataset were written to a file.',
  READ_ROWS: 'Rows of a protected dataset were read; noted once an hour of each reader.',
  KEY_CREATE: 'A key was made.',
  KEY_REVOKE: 'A key was ended.',
  KEY_ROTATE: 'A key was put in the place of another.',
} as const satisfies Record<Act, string>;

const AuditAct = Object.fromEntries(Object.keys(acts).map((act) => [act, act])) as { [Name in Act]: Name };

registerEnumType(AuditAct, {
  name: 'AuditAct',
  description: 'What the log of administration tells of.',
  valuesConfig: Object.fromEntries(
    Object.entries(acts).map(([act, description]) => [act, { description }]),
  ) as { [Name in Act]: { description: string } },
});

@ObjectType('AuditEntry', { description: 'Who did what that only some may do, and when.' })
export class AuditEntryType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, {
    description: 'Who: "key 3" by its number, ADMIN_KEY, "command line", or "this machine" for its own page.',
  })
  actor!: string;

  @Field(() => AuditAct, { description: 'What was done.' })
  act!: Act;

  @Field(() => String, { nullable: true, description: 'The slug of the dataset; null where there is none.' })
  dataset!: string | null;

  @Field(() => String, { description: 'More of it, for people to read; empty where there is no more.' })
  detail!: string;

  /** The type of a row. */
  static of({ at, actor, act, dataset, detail }: Row<'audit_entry'>): AuditEntryType {
    return fill(new AuditEntryType(), { at, actor, act, dataset, detail });
  }
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntryType);
