/**
 * What an answer holds besides an entry: column `details` of `submissions`. Its shape follows the kind of the answer. As for an
 * entry, the limits of the forms are left out.
 */
import { z } from 'zod';
import type { EventProposal, GuideProposal } from '../contract/associations/my-entry.ts';
import { legalForms } from '../vocabulary/legal-forms.ts';
import type { SubmissionKind } from '../vocabulary/submission-kinds.ts';
import { stored, type Same, type Stored } from './stored.ts';

const text = z.string();

const KeptEventProposal = z.strictObject({
  title: text,
  kind: text,
  summary: text,
  dates: z.array(z.strictObject({ day: text, lastDay: text, begin: text, end: text })),
  place: text,
  commune: text.nullable(),
  price: text,
  free: z.boolean(),
  contact: text,
  picture: z.discriminatedUnion('choice', [
    z.strictObject({ choice: z.literal('keep') }),
    z.strictObject({ choice: z.literal('none') }),
    z.strictObject({ choice: z.literal('new'), upload: text, alt: text }),
  ]),
  cancelled: z.boolean(),
});
const KeptGuideProposal = z.strictObject({
  kind: z.enum(['expérience', 'actualité']),
  title: text,
  summary: text,
  text,
  place: text,
});
const KeptDeclaration = z.strictObject({
  /** As it was typed; empty when the declaration gives none. */
  rnaId: text,
  /** Null when the declaration does not say. */
  legalForm: z.enum(legalForms.values).nullable(),
});
const KeptErrorReport = z.strictObject({
  /** What is wrong, in the words of who saw it. */
  text,
});
export type KeptErrorReport = z.infer<typeof KeptErrorReport>;
export type KeptDeclaration = z.infer<typeof KeptDeclaration>;

/** These two do not compile while a form has a field that is not kept. A field is added above, with a new version. */
export const keepsEveryFieldOfAnEvent: Same<z.infer<typeof KeptEventProposal>, EventProposal> = true;
export const keepsEveryFieldOfAGuide: Same<z.infer<typeof KeptGuideProposal>, GuideProposal> = true;

export const storedEventProposal = stored({
  name: 'trame-event-proposal',
  schema: KeptEventProposal,
  unstamped: true,
  // To version 2: an event had one date of one day, no poster, and could not be cancelled by who proposed it.
  upgrades: [
    (document) => {
      const { day, begin, end, ...proposal } = document as Record<'day' | 'begin' | 'end', unknown>;
      return {
        ...proposal,
        dates: [{ day, lastDay: '', begin, end }],
        picture: { choice: 'none' },
        cancelled: false,
      };
    },
  ],
});
export const storedGuideProposal = stored({ name: 'trame-guide-proposal', schema: KeptGuideProposal, unstamped: true });
export const storedDeclaration = stored({
  name: 'trame-declaration',
  schema: KeptDeclaration,
  unstamped: true,
  // To version 2: the legal form was not asked before.
  upgrades: [(declaration) => ({ ...(declaration as object), legalForm: null })],
});

export const storedErrorReport = stored({ name: 'trame-error-report', schema: KeptErrorReport });

export type Details = EventProposal | GuideProposal | KeptDeclaration | KeptErrorReport;

/** The shape of an answer's details; null for a kind that has none. */
export function storedDetailsOf(kind: SubmissionKind): Stored<Details> | null {
  switch (kind) {
    case 'nouvelle association':
      return storedDeclaration;
    case 'événement':
      return storedEventProposal;
    case 'guide':
      return storedGuideProposal;
    case 'signalement':
      return storedErrorReport;
    default:
      return null;
  }
}
