/**
 * Gate: what the declaration of accessibility says is not on this site is on none of its pages (frames, videos, sounds, complex
 * tables…), and a page that opens another tab says so (RGAA 13.2).
 */
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { Finding } from './report.ts';

const SAYS_SO = /nouvel onglet|nouvelle fenêtre/i;

export const absentContents: Gate = ({ release }) =>
  release.pages.flatMap((page): Finding[] => {
    const add = (message: string): Finding => ({ gate: 'absent-contents', message, where: page.address });
    return [
      ...[...page.declaredAbsent].map((what) => add(messages.declaredAbsent(page.address, what))),
      ...(page.opensWindows && !SAYS_SO.test(page.words()) ? [add(messages.silentWindow(page.address))] : []),
    ];
  });
