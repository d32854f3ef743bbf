export type { Answer } from './answer/answers.ts';
export { ReadPath, type Asked } from './read-path.ts';
