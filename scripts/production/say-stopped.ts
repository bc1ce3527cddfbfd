/** Run by systemd after a program has stopped: says in French what died and of what, beside systemd's own line. */
import { messages as ofStart } from '../start/messages.ts';
import { FIRST_MS, LONGEST_MS } from '../start/restart-pause.ts';
import { messages } from './messages.ts';

/** By the names of the units, which are those of `start`. */
const NAMES: Readonly<Record<string, string>> = ofStart.names;

/** A program that was asked to stop has died of nothing. @param variables those of `ExecStopPost=`, systemd.exec(5) */
export function stoppedInWords(name: string, variables: NodeJS.ProcessEnv): string | null {
  const { SERVICE_RESULT: result = 'success', EXIT_STATUS: status = '' } = variables;
  if (result === 'success') return null;
  const reason = messages.reasons[result] ?? messages.otherReason(result);
  const program = NAMES[name] ?? name;
  return messages.stopped(program, reason, status, FIRST_MS / 1000, LONGEST_MS / 1000);
}

if (import.meta.main) {
  const sentence = stoppedInWords(process.argv[2] ?? '', process.env);
  if (sentence !== null) process.stdout.write(`${sentence}\n`);
}
