import { buildEnv } from './src/build-env.ts';
import { siteConfig } from './src/site-config.ts';

export default siteConfig(buildEnv);
