/**
 * The figures of the ledgers as published with them, computed there by another program from the rows before they were
 * condensed. Shares and Gini coefficients to three decimals: some of them by
 * way of four, so 12/57 = 0.21053 is published as 0.210.
 */

interface Figures {
  n: number;
  total: number;
  gini: number;
  top10: number;
  top20: number;
  half: number;
}

export interface LedgerFigures extends Figures {
  slug: string;
  measure: 'AMOUNT' | 'UNITS';
  top1: number;
  top5: number;
}

export interface GroupFigures extends Figures {
  slug: string;
  dimension: 'SECTOR' | 'PROJECT';
  group: string;
}

/** What the ledgers publish of a second measure. */
export interface OtherMeasure {
  slug: string;
  measure: 'AMOUNT' | 'HOURS' | 'UNITS';
  gini: number;
  top10: number;
  top20: number;
}

type LedgerRow = [string, 'AMOUNT' | 'UNITS', number, number, number, number, number, number, number, number];

// prettier-ignore
const ledgerRows: LedgerRow[] = [
  // slug, measure, n, total, gini, top 1 %, top 5 %, top 10 %, top 20 %, half
  ['mmteb', 'UNITS', 98, 5_039, 0.648, 0.118, 0.383, 0.529, 0.712, 0.092],
  ['openai-evals', 'UNITS', 389, 462, 0.143, 0.052, 0.134, 0.216, 0.327, 0.406],
  ['promptsource', 'UNITS', 53, 2_085, 0.579, 0.132, 0.314, 0.464, 0.622, 0.132],
  ['hf-loaders', 'UNITS', 216, 730, 0.523, 0.138, 0.294, 0.427, 0.595, 0.143],
  ['squality', 'UNITS', 24, 2_540, 0.363, 0.097, 0.171, 0.244, 0.378, 0.292],
  ['rte', 'UNITS', 164, 8_000, 0.542, 0.195, 0.490, 0.560, 0.655, 0.061],
  ['crowdspeech', 'UNITS', 2_776, 77_882, 0.623, 0.119, 0.341, 0.499, 0.674, 0.101],
  ['sentiment', 'UNITS', 203, 27_746, 0.722, 0.244, 0.473, 0.596, 0.737, 0.064],
  ['common-voice-tr', 'UNITS', 323, 8_791, 0.761, 0.344, 0.577, 0.697, 0.811, 0.037],
  ['prism', 'UNITS', 1_396, 8_011, 0.044, 0.011, 0.053, 0.105, 0.210, 0.478],
  ['self-dialogue', 'UNITS', 2_519, 24_175, 0.763, 0.293, 0.557, 0.689, 0.815, 0.037],
  ['tscircuit', 'AMOUNT', 60, 83_363, 0.886, 0.281, 0.616, 0.879, 0.965, 0.050],
];

export const ledgerFigures: LedgerFigures[] = ledgerRows.map(
  ([slug, measure, n, total, gini, top1, top5, top10, top20, half]) => ({
    slug,
    measure,
    n,
    total,
    gini,
    top1,
    top5,
    top10,
    top20,
    half,
  }),
);

export const otherMeasures: OtherMeasure[] = [
  { slug: 'self-dialogue', measure: 'AMOUNT', gini: 0.767, top10: 0.693, top20: 0.816 },
  { slug: 'self-dialogue', measure: 'HOURS', gini: 0.81, top10: 0.736, top20: 0.858 },
  { slug: 'tscircuit', measure: 'UNITS', gini: 0.783, top10: 0.724, top20: 0.871 },
];

type GroupRow = [string, 'SECTOR' | 'PROJECT', string, number, number, number, number, number, number];

// prettier-ignore
const groupRows: GroupRow[] = [
  // slug, dimension, group, n, total, gini, top 10 %, top 20 %, half
  ['mmteb', 'SECTOR', 'bug fixes', 23, 362, 0.528, 0.456, 0.583, 0.174],
  ['mmteb', 'SECTOR', 'coordination', 11, 566, 0.263, 0.276, 0.408, 0.364],
  ['mmteb', 'SECTOR', 'dataset annotations', 10, 67, 0.569, 0.522, 0.657, 0.100],
  ['mmteb', 'SECTOR', 'new dataset', 82, 3047, 0.595, 0.447, 0.662, 0.134],
  ['mmteb', 'SECTOR', 'review pr', 25, 860, 0.779, 0.772, 0.865, 0.080],
  ['openai-evals', 'SECTOR', 'custom solver', 10, 23, 0.378, 0.261, 0.478, 0.300],
  ['openai-evals', 'SECTOR', 'exact match', 225, 248, 0.086, 0.185, 0.274, 0.449],
  ['openai-evals', 'SECTOR', 'fuzzy match', 36, 36, 0.000, 0.111, 0.222, 0.500],
  ['openai-evals', 'SECTOR', 'includes', 100, 109, 0.077, 0.174, 0.266, 0.460],
  ['openai-evals', 'SECTOR', 'model graded', 37, 39, 0.050, 0.154, 0.256, 0.486],
  ['squality', 'SECTOR', 'long-form writing: overview', 24, 508, 0.363, 0.244, 0.378, 0.292],
  ['squality', 'SECTOR', 'long-form writing: specific', 24, 2032, 0.363, 0.244, 0.378, 0.292],
  ['rte', 'PROJECT', 'RTE-CD', 57, 1500, 0.410, 0.427, 0.511, 0.210],
  ['rte', 'PROJECT', 'RTE-IE', 47, 1200, 0.414, 0.386, 0.527, 0.192],
  ['rte', 'PROJECT', 'RTE-IR', 34, 900, 0.462, 0.379, 0.547, 0.176],
  ['rte', 'PROJECT', 'RTE-MT', 39, 1200, 0.401, 0.365, 0.540, 0.179],
  ['rte', 'PROJECT', 'RTE-PP', 27, 500, 0.410, 0.300, 0.486, 0.259],
  ['rte', 'PROJECT', 'RTE-QA', 42, 1300, 0.369, 0.428, 0.526, 0.191],
  ['rte', 'PROJECT', 'RTE-RC', 50, 1400, 0.413, 0.359, 0.509, 0.200],
  ['crowdspeech', 'PROJECT', 'crowdspeech-dev-clean', 748, 18921, 0.580, 0.436, 0.622, 0.128],
  ['crowdspeech', 'PROJECT', 'crowdspeech-dev-other', 1353, 20048, 0.520, 0.431, 0.598, 0.135],
  ['crowdspeech', 'PROJECT', 'crowdspeech-test-clean', 769, 18340, 0.545, 0.394, 0.587, 0.148],
  ['crowdspeech', 'PROJECT', 'crowdspeech-test-other', 1441, 20573, 0.537, 0.437, 0.602, 0.133],
  ['self-dialogue', 'PROJECT', 'action', 115, 414, 0.581, 0.500, 0.686, 0.104],
  ['self-dialogue', 'PROJECT', 'baseball', 244, 494, 0.471, 0.512, 0.605, 0.094],
  ['self-dialogue', 'PROJECT', 'basketball', 245, 477, 0.435, 0.455, 0.566, 0.139],
  ['self-dialogue', 'PROJECT', 'beatles', 268, 684, 0.514, 0.472, 0.630, 0.116],
  ['self-dialogue', 'PROJECT', 'comedy', 132, 414, 0.532, 0.481, 0.623, 0.121],
  ['self-dialogue', 'PROJECT', 'disney', 567, 2340, 0.596, 0.491, 0.676, 0.104],
  ['self-dialogue', 'PROJECT', 'fashion', 113, 197, 0.387, 0.431, 0.543, 0.168],
  ['self-dialogue', 'PROJECT', 'fast_furious', 135, 343, 0.526, 0.536, 0.641, 0.089],
  ['self-dialogue', 'PROJECT', 'harry_potter', 134, 414, 0.564, 0.512, 0.676, 0.104],
  ['self-dialogue', 'PROJECT', 'horror', 131, 414, 0.561, 0.502, 0.676, 0.107],
  ['self-dialogue', 'PROJECT', 'icehockey', 118, 158, 0.241, 0.323, 0.405, 0.331],
  ['self-dialogue', 'PROJECT', 'lady_gaga', 231, 558, 0.516, 0.525, 0.642, 0.091],
  ['self-dialogue', 'PROJECT', 'movies', 840, 4129, 0.650, 0.554, 0.728, 0.081],
  ['self-dialogue', 'PROJECT', 'music', 933, 4914, 0.663, 0.577, 0.734, 0.072],
  ['self-dialogue', 'PROJECT', 'music_and_movies', 108, 216, 0.396, 0.329, 0.532, 0.185],
  ['self-dialogue', 'PROJECT', 'nfl_football', 716, 2795, 0.625, 0.557, 0.723, 0.084],
  ['self-dialogue', 'PROJECT', 'pop', 200, 684, 0.573, 0.477, 0.678, 0.110],
  ['self-dialogue', 'PROJECT', 'rap_hiphop', 207, 684, 0.589, 0.545, 0.703, 0.087],
  ['self-dialogue', 'PROJECT', 'rock', 205, 684, 0.568, 0.507, 0.670, 0.102],
  ['self-dialogue', 'PROJECT', 'star_wars', 388, 1728, 0.637, 0.563, 0.716, 0.080],
  ['self-dialogue', 'PROJECT', 'superhero', 109, 414, 0.580, 0.498, 0.676, 0.110],
  ['self-dialogue', 'PROJECT', 'thriller', 202, 823, 0.614, 0.547, 0.711, 0.094],
  ['self-dialogue', 'PROJECT', 'transition_music_movies', 40, 197, 0.421, 0.203, 0.406, 0.250],
];

export const groupFigures: GroupFigures[] = groupRows.map(
  ([slug, dimension, group, n, total, gini, top10, top20, half]) => ({
    slug,
    dimension,
    group,
    n,
    total,
    gini,
    top10,
    top20,
    half,
  }),
);

/** Rounding to three decimals, directly or by way of four, is within this of the value. */
export const roundingOfThreeDecimals = 0.00055;
