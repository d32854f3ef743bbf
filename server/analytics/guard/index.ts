export { checkAskable, tellOn, verdictOn, verdictsOn } from './verdicts.ts';
