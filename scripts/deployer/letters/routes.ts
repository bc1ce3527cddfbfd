/** `POST /campaigns/<id>/letters.pdf` with a LettersExport, `POST /lists/labels.pdf` (LabelsExport), `POST /lists/mailing.pdf` (MailingExport), `POST /lists/sheets.pdf` (SheetsExport): the PDF. For whoever knows the deployer's secret, the CMS alone. */
import type { ServerResponse } from 'node:http';
import { LETTERS_EXPORT_BYTES, LettersExport } from '@trame/cms/domain/contract/press/letters';
import { LabelsExport, LISTS_EXPORT_BYTES, MailingExport, SheetsExport } from '@trame/cms/domain/contract/press/lists';
import { hasBearer, readBody, sendJson } from '../../lib/http.ts';
import type { Routes } from '../editions/routes.ts';
import type { LetterPress, PaperKind } from './letter-press.ts';
import { messages } from './messages.ts';

const CAMPAIGN = /^\/campaigns\/([A-Za-z0-9_-]{1,64})\/letters\.pdf$/;

/** What one door takes. */
interface PaperDoor {
  readonly kind: PaperKind;
  /** Bytes of a body. */
  readonly most: number;
  /** The document of a body, checked; null when it is none. */
  readonly read: (body: unknown) => unknown;
  readonly tooLarge: string;
  readonly failed: string;
}

type ListShape = typeof LabelsExport | typeof MailingExport | typeof SheetsExport;

const listDoor = (kind: Exclude<PaperKind, 'letters'>, shape: ListShape): PaperDoor => ({
  kind,
  most: LISTS_EXPORT_BYTES,
  read: (body) => shape.safeParse(body).data ?? null,
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
    read(body) {
      const parsed = LettersExport.safeParse(body);
      return parsed.success && parsed.data.campaign.id === campaign ? parsed.data : null; // never another campaign's
    },
    tooLarge: messages.tooLarge,
    failed: messages.failed,
  };
}

const refuse = (response: ServerResponse, status: number, error: string, more: Record<string, string> = {}): void =>
  sendJson(response, status, { error }, more);

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null; // no JSON: the answer says so
  }
}

export function createLetterRoutes({ letters, secret }: { letters: LetterPress; secret: string }): Routes {
  return async (request, response) => {
    const door = doorAt((request.url ?? '').split('?')[0] ?? '');
    if (door === null) return false;
    if (!hasBearer(request, secret)) {
      request.resume();
      refuse(response, 401, 'unauthorized', { 'www-authenticate': 'Bearer' });
      return true;
    }
    if (request.method !== 'POST') {
      request.resume();
      refuse(response, 405, messages.notUnderstood, { allow: 'POST' });
      return true;
    }
    const body = await readBody(request, door.most);
    const wanted = body === null ? null : door.read(jsonOf(body));
    if (wanted === null) {
      refuse(response, body === null ? 413 : 400, body === null ? door.tooLarge : messages.notUnderstood);
      return true;
    }
    const made = await letters.set(door.kind, JSON.stringify(wanted));
    if (made.outcome === 'set') {
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-length': made.pdf.length,
        'cache-control': 'no-store',
      });
      response.end(made.pdf);
    } else if (made.outcome === 'busy') {
      refuse(response, 503, messages.busy, { 'retry-after': '60' });
    } else {
      refuse(response, 500, door.failed);
    }
    return true;
  };
}
