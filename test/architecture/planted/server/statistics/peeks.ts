import { rows } from '../market/sectors/sectors.reads.ts';

export const count = rows.length;
