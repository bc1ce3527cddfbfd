/** `npx pnpm@12 start`: the whole of Trame on this machine, until Ctrl-C. */
import { runApplication } from './application.ts';
import { startDemo } from './demo.ts';

await runApplication(startDemo, { keepsUp: true });
