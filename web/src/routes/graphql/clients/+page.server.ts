import { readClients } from '../../../lib/reference/clients.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ clients: readClients() });
