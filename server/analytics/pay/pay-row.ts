/** One published pay observation, as far as pay rates look at it. */
export interface PayRow {
  id: number;
  sourceId: number;
  professionId: number | null;
  sectorId: number;
  /** The platform as the source names it: a brand, or several together. */
  platformId: number;
  /** Who pays, as the owner of the brand; null where the platform has no name. */
  payerId: number | null;
  basis: string;
  low: number | null;
  high: number | null;
  /** As published, or the midpoint of a two-ended range; null for an 'up to' or a 'from' alone. */
  typical: number | null;
  currency: string;
  /** ISO 3166-1 alpha-2; null where the source states none. */
  country: string | null;
  /** A year, a month or a day; null where the source gives none. */
  observedOn: string | null;
  /** Does it carry a band that the listing's template shows for every job? */
  templateBand: boolean;
}
