export { default as Claims } from './claims.svelte';
export { default as Concentration } from './concentration.svelte';
export { default as Conversion } from './conversion.svelte';
export { default as Licences } from './licences.svelte';
export { default as Pay } from './pay.svelte';
export { default as Provenance } from './provenance.svelte';
