/** How far the conversion of a profession into training data has come, by published evidence; in order. */
export enum Stage {
  UNTOUCHED = 'UNTOUCHED',
  RECRUITED = 'RECRUITED',
  MEASURED = 'MEASURED',
  CONVERTING = 'CONVERTING',
  CONTESTED = 'CONTESTED',
}

/** Every stage, lowest first. */
export const allStages: readonly Stage[] = Object.values(Stage);
