import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import { OccupationOrderField, type OccupationOrder } from './conversion.inputs.ts';
import type { ConvertedOccupation } from './conversion.ts';
import { allStages } from '../../market/professions/stage.ts';
import { wageBillOf } from './stage-shares.ts';

/** The occupations in the order asked for, the largest wage bill first unless otherwise; ties by SOC code. */
export function orderOccupations(
  occupations: readonly ConvertedOccupation[],
  order: OccupationOrder | null | undefined,
): ConvertedOccupation[] {
  const { field, direction } = order ?? {
    field: OccupationOrderField.WAGE_BILL,
    direction: OrderDirection.DESC,
  };
  const sign = direction === OrderDirection.ASC ? 1 : -1;
  return [...occupations].sort((a, b) => sign * compareBy(field, a, b) || compare(a.socCode, b.socCode));
}

function compareBy(field: OccupationOrderField, a: ConvertedOccupation, b: ConvertedOccupation): number {
  switch (field) {
    case OccupationOrderField.SOC_CODE:
      return compare(a.socCode, b.socCode);
    case OccupationOrderField.STAGE:
      return allStages.indexOf(a.stage) - allStages.indexOf(b.stage) || billOf(a) - billOf(b);
    case OccupationOrderField.EMPLOYMENT:
      return (a.employment ?? -1) - (b.employment ?? -1);
    case OccupationOrderField.WAGE_BILL:
      return billOf(a) - billOf(b);
    default:
      return field satisfies never;
  }
}

function billOf(occupation: ConvertedOccupation): number {
  return wageBillOf(occupation) ?? -1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
