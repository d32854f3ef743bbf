import { reject } from '../../errors/tacit-error.ts';

/** The most points that a curve is drawn of. */
export const mostPoints = 501;

/** The share if it is one; BAD_USER_INPUT unless it is above 0 and up to 1. */
export function checkedFraction(name: string, fraction: number): number {
  if (fraction > 0 && fraction <= 1) return fraction;
  reject('BAD_USER_INPUT', `${name} must be above 0 and at most 1 (0.2 for a fifth), not ${fraction}.`);
}

/** The number of points of a curve if it can be drawn; BAD_USER_INPUT unless it is from 2 to 501. */
export function checkedPoints(points: number): number {
  if (Number.isInteger(points) && points >= 2 && points <= mostPoints) return points;
  reject('BAD_USER_INPUT', `points must be from 2 to ${mostPoints}, not ${points}.`);
}
