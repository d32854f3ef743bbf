import { Field, Int, ObjectType } from 'type-graphql';
import { DatasetKind } from '../../market/datasets/dataset.enums.ts';

@ObjectType('Provenance', { description: 'Where a number comes from and how it was made.' })
export class ProvenanceType {
  @Field(() => DatasetKind, {
    description: 'Published by a cited source, computed from a ledger, or simulated.',
  })
  kind!: DatasetKind;

  @Field(() => String, { description: 'The method, as the page of methods defines it.' })
  method!: string;

  @Field(() => Int, { description: 'How many contributors or observations it rests on.' })
  n!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The release of the dataset that it was computed from; null before the first.',
  })
  release!: number | null;

  /** Row id of that release. */
  releaseId!: number | null;
  /** Row id of the dataset; null where the numbers are of several. */
  datasetId!: number | null;
  /** Row ids of the sources beside the dataset's own. */
  sourceIds!: readonly number[];

  /** The provenance of a number. */
  static of(fields: {
    kind: DatasetKind;
    method: string;
    n: number;
    datasetId?: number;
    release?: number;
    releaseId?: number;
    sourceIds?: readonly number[];
  }): ProvenanceType {
    const { datasetId = null, release = null, releaseId = null, sourceIds = [] } = fields;
    return Object.assign(new ProvenanceType(), { ...fields, datasetId, release, releaseId, sourceIds });
  }
}
