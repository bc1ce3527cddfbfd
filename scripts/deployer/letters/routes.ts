/** `POST /campaigns/<id>/letters.pdf` with a LettersExport, `POST /lists/labels.pdf` (LabelsExport), `POST /lists/mailing.pdf` (MailingExport), `POST /lists/sheets.pdf` (SheetsExport): the PDF. For whoever knows the deployer's secret, the CMS alone. */
import { LETTERS_EXPORT_BYTES, LettersExport } from '@trame/cms/domain/contract/press/letters';
import { LabelsExport, LISTS_EXPORT_BYTES, MailingExport, SheetsExport } from '@trame/cms/domain/contract/press/lists';
import type { z } from 'zod';
import { receive, sendJson } from '../../lib/http.ts';
import type { Routes } from '../editions/routes.ts';
import type { LetterPress, PaperKind } from './letter-press.ts';
import { messages } from './messages.ts';

const CAMPAIGN = /^\/campaigns\/([A-Za-z0-9_-]{1,64})\/letters\.pdf$/;

/** What one door takes. */
interface PaperDoor {
  readonly kind: PaperKind;
  /** Bytes of a body. */
  readonly most: number;
  readonly shape: z.ZodType;
  readonly tooLarge: string;
  readonly failed: string;
}

type ListShape = typeof LabelsExport | typeof MailingExport | typeof SheetsExport;

const listDoor = (kind: Exclude<PaperKind, 'letters'>, shape: ListShape): PaperDoor => ({
  kind,
  most: LISTS_EXPORT_BYTES,
  shape,
  tooLarge: messages.listTooLarge,
  failed: messages.listFailed,
});

const LIST_DOORS: Readonly<Record<string, PaperDoor>> = {
  '/lists/labels.pdf': listDoor('labels', LabelsExport),
  '/lists/mailing.pdf': listDoor('mailing', MailingExport),
  '/lists/sheets.pdf': listDoor('sheets', SheetsExport),
};

/** The door of an address; null when it is another room's. */
function doorAt(address: string): PaperDoor | null {
  const campaign = CAMPAIGN.exec(address)?.[1];
  if (campaign === undefined) return Object.hasOwn(LIST_DOORS, address) ? (LIST_DOORS[address] ?? null) : null;
  return {
    kind: 'letters',
    most: LETTERS_EXPORT_BYTES,
    shape: LettersExport.refine(({ campaign: { id } }) => id === campaign), // never another campaign's
    tooLarge: messages.tooLarge,
    failed: messages.failed,
  };
}

export function createLetterRoutes({ letters, secret }: { letters: LetterPress; secret: string }): Routes {
  return async (request, response) => {
    const door = doorAt((request.url ?? '').split('?')[0] ?? '');
    if (door === null) return false;
    const wanted = await receive(request, response, { ...door, secret, notUnderstood: messages.notUnderstood });
    if (wanted === null) return true;
    const made = await letters.set(door.kind, JSON.stringify(wanted));
    if (made.outcome === 'set') {
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-length': made.pdf.length,
        'cache-control': 'no-store',
      });
      response.end(made.pdf);
    } else if (made.outcome === 'busy') {
      sendJson(response, 503, { error: messages.busy }, { 'retry-after': '60' });
    } else {
      sendJson(response, 500, { error: door.failed });
    }
    return true;
  };
}
