import type { Server } from 'node:http';
import { projectPath } from '../project-root.ts';
import type { Dashboard } from './dashboard.ts';

export interface DevelopmentDashboard {
  dashboard: Dashboard;
  close(): Promise<void>;
}

/** The dashboard straight from its sources, with hot reload, through vite in this process. */
export async function developDashboard(server: Server): Promise<DevelopmentDashboard> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: projectPath('web', 'vite.config.ts'),
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server } },
  });
  return { dashboard: vite.middlewares, close: () => vite.close() };
}
