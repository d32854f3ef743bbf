export { concentrationOf, type ConcentrationQuestion } from './answer.ts';
export { ConcentrationMeasure } from './concentration.measure.ts';
export { ConcentrationType } from './concentration.type.ts';
export { concentrationByOf } from './groups.ts';
export { differencesInThread } from './interval-threads.ts';
export { measuredOf } from './measured-of.ts';
