import { Extensions } from 'type-graphql';

export interface CostHint {
  /** Points beside those of the rows: what computing the field costs, in rows. */
  weight?: number;
  /** How many a plain list holds: a number, or the argument that says so and the most that it takes. */
  size?: number | { argument: string; most: number };
}

/** Tells the cost analysis what a field costs when its type does not say so. */
export function Cost(hint: CostHint): ReturnType<typeof Extensions> {
  return Extensions({ cost: hint });
}

/** The hint of a field, when it has one. */
export function costHint(extensions: Readonly<Record<string, unknown>>): CostHint {
  return (extensions['cost'] as CostHint | undefined) ?? {};
}
