import type { Reliability } from './common.ts';
import type { PayKind } from './pay.ts';

/** Which published rates, as the API takes it. */
export interface PayFilter {
  sector?: string[];
  platform?: string[];
  laboratory?: string[];
  country?: string[];
  kind?: PayKind[];
  reliability?: Reliability[];
  from?: string;
  to?: string;
  templateBand?: boolean;
}
