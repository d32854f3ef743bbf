import { rows } from '../../../server/market/sectors/sectors.reads.ts';

export const reached = rows;
