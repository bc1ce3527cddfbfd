/** What a gate says, and what the checks hand to the deployer. */
import { FoundRecord } from '@trame/cms/domain/contract/desk/publication-state';
import { z } from 'zod';

export const Finding = z.strictObject({
  gate: z.enum([
    'required-files',
    'former-addresses',
    'links',
    'privacy',
    'loss',
    'sitemap',
    'page-frame',
    'page-ways',
    'absent-contents',
    'open-data',
  ]),
  /** French, for an editor: part of a sentence, no capital and no full stop, because several are joined. */
  message: z.string().min(1),
  /** Page or file, as an address on the site; null when it is about the whole. */
  where: z.string().nullable(),
  /** Of the gate of privacy: the contact itself, for the deployer alone, which tells no more than a mark of it. */
  leak: z
    .strictObject({ kind: z.enum(['phone', 'email']), value: z.string().min(1), records: z.array(FoundRecord) })
    .optional(),
});
export type Finding = z.infer<typeof Finding>;

export const CheckReport = z.strictObject({
  findings: z.array(Finding),
  /** Pages by section, for the next release to compare itself with. */
  pages: z.record(z.string(), z.int().nonnegative()),
});
export type CheckReport = z.infer<typeof CheckReport>;
