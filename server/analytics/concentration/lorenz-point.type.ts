import { Field, Float, ObjectType } from 'type-graphql';
import type { CurvePoint } from './lorenz-polygon.ts';

interface Band {
  low: number;
  high: number;
}

@ObjectType('LorenzPoint', {
  description: 'A point of a Lorenz curve: the lowest p of contributors hold L(p).',
})
export class LorenzPointType {
  @Field(() => Float, { description: 'p: the share of contributors, counted from the lowest, 0 to 1.' })
  populationShare!: number;

  @Field(() => Float, { description: 'L(p): the share of the measure that they hold, 0 to p.' })
  measureShare!: number;

  readBand!: () => Promise<Band | null>;

  @Field(() => Float, {
    nullable: true,
    description: 'The lower end of the 95 % interval at this one point; null below 30 contributors.',
  })
  async low(): Promise<number | null> {
    return (await this.readBand())?.low ?? null;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'The upper end of the 95 % interval at this one point; null below 30 contributors.',
  })
  async high(): Promise<number | null> {
    return (await this.readBand())?.high ?? null;
  }

  /** The type of a point of a curve. */
  static of({ populationShare, share }: CurvePoint, readBand: () => Promise<Band | null>): LorenzPointType {
    return Object.assign(new LorenzPointType(), { populationShare, measureShare: share, readBand });
  }
}
