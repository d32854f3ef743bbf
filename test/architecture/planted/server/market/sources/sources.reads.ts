import { rows } from '../sectors/sectors.reads.ts';

export const borrowed = rows;
