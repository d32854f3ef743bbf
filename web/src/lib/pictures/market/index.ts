import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { amountsPicture, type AmountsData } from './amounts.ts';
import { eventsPicture, type EventsData } from './events.ts';
import { flowPicture, type FlowData } from './flow.ts';
import { reachingPicture, type ReachingData } from './reaching.ts';

export type MarketData = AmountsData & EventsData & FlowData & ReachingData;

/** The figures of the market page, in their order. */
export function marketPictures(words: Edition, data: MarketData): [Picture, Picture, Picture, Picture] {
  return [
    amountsPicture(words, data),
    eventsPicture(words, data),
    flowPicture(words, data),
    reachingPicture(words, data),
  ];
}
