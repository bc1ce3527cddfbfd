/** `pnpm build:site`: one release by hand, through the deployer when it runs, else here. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { formatDuration } from '../lib/clock.ts';
import { type Environment, readEnvironment, readSecrets, type Secrets } from '../lib/environment.ts';
import { createLog } from '../lib/log.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { preparePublication } from './deployer.ts';
import { messages } from './messages.ts';

const words = messages.buildSite;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Asks the deployer and waits for what becomes of it. False when none answers. */
async function throughDeployer(environment: Environment, secrets: Secrets, acceptLoss: boolean): Promise<boolean> {
  const headers = { authorization: `Bearer ${secrets.webhookSecret}` };
  const state = async () =>
    PublicationState.parse(await (await fetch(`${environment.deployerUrl}/state`, { headers })).json());
  let before: PublicationState;
  try {
    before = await state();
    await fetch(`${environment.deployerUrl}/rebuild`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ acceptLoss }),
    });
  } catch {
    return false; // no deployer, or another program on its port: the caller builds the site itself
  }
  say(words.asked);
  const begun = performance.now();
  for (;;) {
    await sleep(200);
    const now = await state();
    if (now.live && now.live.release !== before.live?.release && !now.building && !now.pending) {
      say(words.done(now.live.release, formatDuration(performance.now() - begun)));
      return true;
    }
    if (now.failure && now.failure.at !== before.failure?.at && !now.building)
      throw new PlainError(now.failure.message);
  }
}

async function here(environment: Environment, secrets: Secrets, acceptLoss: boolean): Promise<void> {
  const begun = performance.now();
  const { publication, release } = await preparePublication({
    environment,
    secrets,
    log: createLog('build', (line) => process.stderr.write(line)),
  });
  const stop = () => publication.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  try {
    const before = (await publication.state(false)).live?.release;
    await publication.run({ force: true, acceptLoss });
    const { live, failure } = await publication.state(false);
    if (failure) throw new PlainError(failure.message);
    if (publication.waitsForCms) throw new PlainError(words.noCms(environment.cmsDirectUrl));
    if (live && live.release !== before) say(words.done(live.release, formatDuration(performance.now() - begun)));
  } finally {
    await release();
  }
}

await runCommand(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--');
  if (args.includes('--help')) {
    say(words.help);
    return;
  }
  const unknown = args.find((arg) => arg !== '--accept-loss');
  if (unknown !== undefined) throw new PlainError(words.unknownOption(unknown));
  const acceptLoss = args.includes('--accept-loss');
  const environment = readEnvironment();
  const secrets = readSecrets(environment.dataDir);
  if (!(await throughDeployer(environment, secrets, acceptLoss))) await here(environment, secrets, acceptLoss);
});
