import { Field, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { ProjectKind } from './project.enums.ts';

@InputType('ProjectFilter', { description: 'Which projects: all conditions hold, lists mean any-of.' })
export class ProjectFilter {
  @Field(() => [String], { nullable: true, description: 'Of the datasets with these slugs.' })
  dataset?: string[] | null;

  @Field(() => [ProjectKind], { nullable: true, description: 'Of these kinds.' })
  kind?: ProjectKind[] | null;

  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Staffed by the platforms with these slugs.' })
  platform?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For the laboratories with these slugs.' })
  laboratory?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Whose name holds this text.' })
  search?: string | null;
}

export enum ProjectOrderField {
  NAME = 'NAME',
  STARTED_ON = 'STARTED_ON',
  CONTRIBUTORS = 'CONTRIBUTORS',
}

export const ProjectOrder = orderInput('Project', ProjectOrderField, {
  NAME: 'The name.',
  STARTED_ON: 'When it began.',
  CONTRIBUTORS: 'How many experts contributed to it.',
});
export type ProjectOrder = InstanceType<typeof ProjectOrder>;
