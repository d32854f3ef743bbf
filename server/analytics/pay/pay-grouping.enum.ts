import { registerEnumType } from 'type-graphql';
import { PayGrouping } from './pay-groups.ts';

registerEnumType(PayGrouping, {
  name: 'PayGrouping',
  description: 'What pay observations are put together by.',
  valuesConfig: {
    PROFESSION: { description: 'The 2018 SOC occupation that the role was matched to.' },
    SECTOR: { description: 'The sector of the work.' },
    PLATFORM: { description: 'The platform as the source names it: a brand, or several platforms together.' },
    COUNTRY: { description: 'The country that the offer states; most state none.' },
    YEAR: { description: 'The year in which the rate was seen.' },
  },
});

export { PayGrouping };
