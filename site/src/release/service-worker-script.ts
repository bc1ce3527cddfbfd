/** The service worker of the site, in one file at its root: only from there it may serve every page. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** At the root: a service worker serves what stands below it. */
export const SERVICE_WORKER = '/service-worker.js';
const SOURCE = fileURLToPath(new URL('../features/offline/service-worker.ts', import.meta.url));

export async function serviceWorkerScript(): Promise<string> {
  const bundle = await rolldown({
    input: SOURCE,
    platform: 'browser',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
