/** What whoever renders asks of the compiled program besides its pages: the same modules as theirs, compiled beside them. */
export { answerNow, openContent } from '../content/content.ts';
export { noting, whileLoading } from '../reads.ts';
