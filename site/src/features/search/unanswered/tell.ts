/**
 * Counts questions without an answer on this device, and tells them to the territory when the page is left. Fetched only where the
 * territory chose to count (decision 0070): no cookie, nothing that says who or what device it is.
 */
import { dayOf } from '@trame/cms/domain/dates';
import { UNANSWERED_FORMAT } from '@trame/cms/domain/unanswered-questions';
import { MEMORY_KEY, REFUSED_KEY } from './memory-keys.ts';
import { nextSending, readMemory, remember, type Memory } from './memory.ts';
import { unansweredOf, type Heard } from './what-counts.ts';

/** An answer that stays so long is what was asked, and not the way to it. */
const SETTLED_AFTER_MS = 3000;

export interface Teller {
  /** An answer is shown: it counts once it stays. */
  readonly hear: (answer: Heard) => void;
}

const today = (): string => dayOf(new Date());

/** Where storage is refused nothing is counted: it could not be told once a day. */
function change(next: (memory: Memory) => Memory): Memory | null {
  try {
    if (localStorage.getItem(REFUSED_KEY) !== null) return null;
    const memory = next(readMemory(localStorage.getItem(MEMORY_KEY), today()));
    localStorage.setItem(MEMORY_KEY, JSON.stringify(memory));
    return memory;
  } catch {
    return null;
  }
}

/** Somebody whose browser says for them that they want no such thing is not asked twice. */
const saysNo = (): boolean =>
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true || navigator.doNotTrack === '1';

/** @param address of the CMS's door */
export function openTeller(address: string): Teller {
  if (saysNo()) return { hear: () => undefined };
  let pending: Heard | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    clearTimeout(timer);
    const told = pending === null ? null : unansweredOf(pending);
    pending = null;
    if (told !== null) change((memory) => remember(memory, told, today()));
  }

  /** What was refused will not be taken next time either; what did not arrive waits. */
  async function send(): Promise<void> {
    const memory = change((same) => same);
    if (memory === null || memory.waiting.length === 0) return;
    const { questions } = nextSending(memory);
    const answered = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ format: UNANSWERED_FORMAT, questions }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      keepalive: true,
    }).then(
      ({ status }) => status !== 429 && status < 500,
      () => false,
    );
    if (answered) change((now) => nextSending(now).after);
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    settle();
    void send();
  });
  // What did not arrive when the page was left.
  void send();
  return {
    hear(answer) {
      clearTimeout(timer);
      pending = answer;
      timer = setTimeout(settle, SETTLED_AFTER_MS);
    },
  };
}
