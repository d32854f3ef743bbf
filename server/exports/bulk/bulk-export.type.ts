import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars/index.ts';
import { UserErrorType } from '../../graphql/user-error.type.ts';
import { DatasetKind } from '../../market/datasets/dataset.enums.ts';
import type { BulkState as State } from './bulk-job.ts';

export const BulkFormat = { CSV: 'csv', JSONL: 'jsonl', PARQUET: 'parquet', PACKAGE: 'package' } as const;
export type BulkFormat = (typeof BulkFormat)[keyof typeof BulkFormat];

registerEnumType(BulkFormat, {
  name: 'BulkFormat',
  description: 'How the rows are written.',
  valuesConfig: {
    CSV: { description: 'A header and a row an earning; texts that a spreadsheet would run are guarded.' },
    JSONL: { description: 'One JSON object a line.' },
    PARQUET: { description: "Parquet, with title, licence and citation in the file's own metadata." },
    PACKAGE: { description: 'A Frictionless data package in a ZIP: datapackage.json and the rows as CSV.' },
  },
});

export const BulkState = { WAITING: 'WAITING', RUNNING: 'RUNNING', DONE: 'DONE', FAILED: 'FAILED' } as const;

registerEnumType(BulkState, {
  name: 'BulkState',
  description: 'How far an export is.',
  valuesConfig: {
    WAITING: { description: 'Another export is written first.' },
    RUNNING: { description: 'Its rows are being written.' },
    DONE: { description: 'The file is there, under its address.' },
    FAILED: { description: 'There is no file; failure says why.' },
  },
});

@InputType('BulkFilter', { description: 'Which earnings of the ledger; all conditions must hold.' })
export class BulkFilter {
  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For the professions with these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From that day on; undated earnings are left out.',
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Up to and with that day; undated earnings are left out.',
  })
  to?: string | null;
}

@ObjectType('BulkExport', { description: 'A ledger on its way into a file, or the file.' })
export class BulkExportType {
  @Field(() => ID, { description: 'What to ask for it by, for an hour.' })
  id!: string;

  @Field(() => BulkState, { description: 'How far it is.' })
  state!: State;

  @Field(() => String, { description: 'The slug of the dataset.' })
  dataset!: string;

  @Field(() => Int, { description: 'The release that it holds.' })
  release!: number;

  @Field(() => DatasetKind, { description: 'What kind of data it is: SIMULATED is no data about the world.' })
  kind!: DatasetKind;

  @Field(() => String, { nullable: true, description: 'The licence of the rows.' })
  licence!: string | null;

  @Field(() => String, { nullable: true, description: 'How to cite them.' })
  citation!: string | null;

  @Field(() => BulkFormat, { description: 'How the rows are written.' })
  format!: BulkFormat;

  @Field(() => Float, { description: 'Rows written so far.' })
  rowsWritten!: number;

  @Field(() => Float, { nullable: true, description: 'The size of the file, once it is whole.' })
  bytes!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is no file; null unless it failed.' })
  failure!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the file goes and its address ends.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The signed address of the file, once it is whole: whoever has it may read the file, in parts too (Range). It needs no key. Null, too, where another server keeps the file in a folder that this one does not share.',
  })
  address!: string | null;
}

@ObjectType('BulkExportPayload', { description: 'The export that was begun, or why none was.' })
export class BulkExportPayload {
  @Field(() => BulkExportType, { nullable: true, description: 'The export; null when there are errors.' })
  job!: BulkExportType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was begun.' })
  userErrors!: UserErrorType[];
}
