import { connectionType } from '../../graphql/paging/index.ts';
import { KeyExpertType } from './key-expert.type.ts';

export const RankedExpertConnection = connectionType('RankedExpert', () => KeyExpertType);
