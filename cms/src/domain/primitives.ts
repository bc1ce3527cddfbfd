/**
 * Small shapes that every part of the contract is made of. All objects are strict: a key that the contract does not name
 * cannot leave the CMS, and a site that gets one refuses the document instead of ignoring it.
 */
import { z } from 'zod';

/** Strapi's documentId: stable over drafts, publications and republications. */
export const Id = z.string().min(1);

/** Path segment of a URL: ASCII lower case, digits and single hyphens. */
export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Calendar day, `YYYY-MM-DD`, in Europe/Paris. */
export const CalendarDate = z.iso.date();

/** Instant, ISO 8601 in UTC (`2026-09-05T08:00:00.000Z`). */
export const Instant = z.iso.datetime();

/** Clock time `HH:MM` of a weekly slot, in Europe/Paris. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * International number, E.164 (`+33261910001`), or a short number, which has no international form (`3919`); how it reads in
 * France is the business of `domain/phone.ts`.
 */
export const PhoneNumber = z.string().regex(/^(?:\+[1-9]\d{5,14}|[13]\d{1,5})$/);

export const Email = z.email();

/** Absolute http(s) address; no other scheme ever reaches a link. */
export const WebAddress = z.url({ protocol: /^https?$/ });

/** One line of text, never empty: an absent value is `null`. */
export const Line = z.string().trim().min(1);

/** Plain text in paragraphs separated by newlines; never markup. */
export const Text = z.string().trim().min(1);

/** `#rrggbb` */
export const HexColour = z.string().regex(/^#[0-9a-f]{6}$/);

/** INSEE code of a commune (Corsica has letters); never a postcode, which several communes share. */
export const InseeCode = z.string().regex(/^\d[\dAB]\d{3}$/);
