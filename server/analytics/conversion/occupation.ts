/** One occupation with its newest employment and wage (BLS OEWS, United States). */
export interface Occupation {
  professionId: number;
  socCode: string;
  sectorId: number;
  /** O*NET job zone, 2 (some preparation) to 5 (extensive); null where O*NET gives none. */
  jobZone: number | null;
  /** How many tasks O*NET lists; null where it lists none. */
  onetTasks: number | null;
  /** The year of employment and wage; null where the statistics do not have the occupation. */
  wageYear: number | null;
  wageSourceId: number | null;
  /** Employees; null where the statistics give none. */
  employment: number | null;
  /** Mean wage, US dollars a year; null where the statistics give none. */
  meanAnnual: number | null;
}
