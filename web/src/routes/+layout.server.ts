import type { LayoutServerLoad } from './$types';

/** The language of the address, for the layout and every page under it. */
export const load: LayoutServerLoad = ({ locals }) => ({ locale: locals.locale });
