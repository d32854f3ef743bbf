import Claims from './claims.svelte';
import Concentration from './concentration.svelte';
import Conversion from './conversion.svelte';
import Experts from './experts.svelte';
import Licences from './licences.svelte';
import Pay from './pay.svelte';
import Provenance from './provenance.svelte';

/** The sections of the page of methods. */
export const en = { Claims, Concentration, Conversion, Experts, Licences, Pay, Provenance };
