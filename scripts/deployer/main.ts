/** Entry of the deployer's process. */
import { readDeployerSecrets, readEnvironment } from '../lib/environment.ts';
import { createLog } from '../lib/log.ts';
import { runUntilStopped } from '../lib/run.ts';
import { startDeployer } from './deployer.ts';

await runUntilStopped(async () => {
  const environment = readEnvironment();
  const deployer = await startDeployer({
    environment,
    secrets: readDeployerSecrets(environment.dataDir),
    log: createLog('deployer'),
  });
  return () => deployer.stop();
});
