import { Field, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { ProjectKind } from './project.enums.ts';

@ObjectType('Project', {
  implements: Node,
  description: 'What experts work on: a project of a ledger, or one that published facts name.',
})
export class ProjectType extends Node {
  static readonly table = 'project';
  rowId!: number;
  datasetId!: number;
  sectorId!: number | null;
  laboratoryId!: number | null;
  platformId!: number | null;
  sourceId!: number | null;

  @Field(() => String, { description: 'Its key in its dataset.' })
  key!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => ProjectKind, { description: 'What kind of project it is.' })
  kind!: ProjectKind;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it began, as far as published.' })
  startedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it ended; null while it goes on or is not known.',
  })
  endedOn!: string | null;

  @Field(() => String, { description: 'What else to know of it.' })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'project'>): ProjectType {
    return fill(new ProjectType(), {
      rowId: row.id,
      datasetId: row.dataset_id,
      sectorId: row.sector_id,
      laboratoryId: row.laboratory_id,
      platformId: row.platform_id,
      sourceId: row.source_id,
      id: nodeId('Project', row.id),
      key: row.key,
      name: row.name,
      kind: row.kind as ProjectKind,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      note: row.note,
    });
  }
}

export const ProjectConnection = connectionType('Project', () => ProjectType);
