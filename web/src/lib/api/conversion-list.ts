import type { GraphLocale, Named, PublicRecord, Stage } from './common.ts';
import document from './conversion-list.graphql?raw';
import type { OccupationStage } from './conversion.ts';
import { operation } from './operation.ts';

/** The occupations of a stage, a sector and a date, largest wage bill first. */
export const conversionList = operation<
  {
    conversion: {
      professions: number;
      provenance: { n: number; method: string };
      occupations: OccupationStage[];
    };
    sectors: { nodes: Named[] };
    dataset: PublicRecord | null;
  },
  { locale: GraphLocale; filter: { sector?: string[]; stage?: Stage[] }; asOf?: string }
>(document);
