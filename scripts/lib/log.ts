import { maskSecrets } from '@trame/cms/domain/mask-secrets';

/** Log lines for whoever looks after the machine: one event per line, in English, details as JSON. */
export interface Log {
  info(event: string, details?: Record<string, unknown>): void;
  error(event: string, details?: Record<string, unknown>): void;
}

/** Writes `<instant> <level> <source>: <event> <details>` to standard output, which `start` sends to DATA_DIR/logs; no secret stands in it. */
export function createLog(source: string, write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  const line = (level: string) => (event: string, details?: Record<string, unknown>) => {
    const rest = details ? ` ${JSON.stringify(details)}` : '';
    write(`${new Date().toISOString()} ${level} ${source}: ${maskSecrets(`${event}${rest}`)}\n`);
  };
  return { info: line('info'), error: line('error') };
}

export const silentLog: Log = { info: () => undefined, error: () => undefined };
