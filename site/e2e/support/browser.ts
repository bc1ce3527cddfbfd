/** The browser of the tests: `CHROMIUM_PATH`, else the system's Chromium, else the one that comes as an npm package. */
import { access, constants } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** Nothing but the pages under test goes over the network. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

export interface BrowserPaths {
  /** Defaults to the environment's `CHROMIUM_PATH`. */
  readonly given?: string | undefined;
  /** Where the system's Chromium would be. */
  readonly system?: string;
}

export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly source: 'CHROMIUM_PATH' | 'system' | 'npm';
}

/**
 * Finds a Chromium that can be run.
 * @throws {Error} when `CHROMIUM_PATH` names nothing that can be run: whoever set it wants that one
 */
export async function findBrowser(paths: BrowserPaths = {}): Promise<FoundBrowser> {
  const given = 'given' in paths ? paths.given : process.env['CHROMIUM_PATH'];
  const { system = SYSTEM_CHROMIUM } = paths;
  // Chromium refuses its own sandbox to root, which is who runs in a container.
  const noSandbox = [...QUIET, '--no-sandbox'];
  const args = process.getuid?.() === 0 ? noSandbox : QUIET;
  if (given !== undefined && given !== '') {
    if (!(await isExecutable(given))) throw new Error(`CHROMIUM_PATH names no program that can be run: ${given}`);
    return { executablePath: given, args, source: 'CHROMIUM_PATH' };
  }
  if (await isExecutable(system)) return { executablePath: system, args, source: 'system' };
  const { default: packaged } = await import('@sparticuz/chromium');
  // The package's own arguments are left out. They are for a function in a cloud: `--single-process` lets all pages share
  // one core and one crash, and `--disable-web-security` turns off the very policies that our tests look at. Only the
  // sandbox stays off, since the package's helper is not installed as root and Ubuntu 24.04 grants no other one.
  return { executablePath: await packaged.executablePath(), args: noSandbox, source: 'npm' };
}

export async function launchBrowser(paths?: BrowserPaths): Promise<Browser> {
  const { executablePath, args } = await findBrowser(paths);
  return chromium.launch({ executablePath, args: [...args], headless: true });
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
