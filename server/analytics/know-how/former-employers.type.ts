import { Field, Int, ObjectType } from 'type-graphql';
import { FormerEmployer } from '../../market/experts/expert.enums.ts';

@ObjectType('FormerEmployerSector', {
  description: 'How many experts from one kind of employer worked in one sector.',
})
export class FormerEmployerSectorType {
  /** 0 where the work names no sector. */
  sectorId!: number;

  @Field(() => Int, {
    description: 'Experts who worked there; one who worked in two sectors counts in both.',
  })
  experts!: number;
}

@ObjectType('FormerEmployerCount', {
  description: 'How many experts of a ledger come from one kind of employer.',
})
export class FormerEmployerCountType {
  @Field(() => FormerEmployer, { description: 'The kind of employer that they worked for before.' })
  formerEmployer!: FormerEmployer;

  @Field(() => Int, { description: 'Experts who come from there, each once.' })
  experts!: number;

  @Field(() => [FormerEmployerSectorType], { description: 'The same by the sectors that they worked in.' })
  bySector!: FormerEmployerSectorType[];
}
