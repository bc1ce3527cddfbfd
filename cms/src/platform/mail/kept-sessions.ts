/** Conversations with the mail server that are kept from letter to letter. */
import type { Delivery, MailSession, MailTransport } from './transport.ts';

/** Some servers take only so many letters per conversation. */
const LETTERS_PER_SESSION = 100;

/** The session of one lane. */
export interface KeptSession {
  /** The session, opened when there is none or when the present one has done enough; or why there can be none. */
  open(): Promise<MailSession | Extract<Delivery, { kind: 'hold' }>>;
  end(): void;
}

export interface KeptSessions {
  keep(transport: MailTransport): KeptSession;
  /** Cuts them all: what has not got its final dot never will. */
  cutAll(): void;
}

/** @param signal ends the waiting for a connection */
export function keepSessions(signal: AbortSignal): KeptSessions {
  const open = new Set<MailSession>();
  return {
    cutAll: () => open.forEach((session) => session.cut()),
    keep(transport) {
      let session: MailSession | null = null;
      let handedOver = 0;
      const end = (): void => {
        if (!session) return;
        open.delete(session);
        if (session.usable) session.quit();
        session = null;
      };
      return {
        end,
        async open() {
          if (session && (!session.usable || handedOver >= LETTERS_PER_SESSION)) end();
          if (!session) {
            const opened = await transport.connect(signal);
            if ('kind' in opened) return opened;
            session = opened;
            handedOver = 0;
            open.add(session);
          }
          handedOver += 1;
          return session;
        },
      };
    },
  };
}
