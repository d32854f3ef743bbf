export { concentrationOf, type ConcentrationQuestion } from './answer.ts';
export { concentrationByOf } from './groups.ts';
