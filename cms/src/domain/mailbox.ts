/** Gmail reads no dot in front of its @, and has two names (support.google.com/mail/answer/7436150). */
const GMAIL = /^([^@]+)@(?:gmail|googlemail)\.com$/;

/** One mailbox however its address is written: in whatever letters, with whatever somebody adds behind a +. */
export const mailboxOf = (email: string): string =>
  email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '')
    .replace(GMAIL, (_, name: string) => `${name.replaceAll('.', '')}@gmail.com`);
