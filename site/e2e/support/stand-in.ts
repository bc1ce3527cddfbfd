/**
 * Stands in for the CMS on the loopback: every request is read with the contract's own shapes, and one that carries a key too
 * many, comes from another origin or is no POST is a fault of the test.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type {
  ChosenNotice,
  ForNow,
  OpenedEntry,
  OpenedAlert,
  OpenedMessage,
  Space,
} from '@trame/cms/domain/contract/associations/my-entry';
import {
  AnswerQuestion,
  CodeQuestion,
  Confirmation,
  Declaration,
  GuideProposal,
  LinkMessages,
  LinkNotice,
  LinkQuestion,
  LookAlikeQuestion,
  ManagerInvitation,
  ManagerRemoval,
  MessageAnswer,
  OwnDataQuestion,
  Proposal,
  SentEvent,
  SESSION_HEADER,
  SignInQuestion,
  SpaceConfirmation,
  SpaceMessages,
  SpaceNotice,
  SpaceProposal,
  type LookAlikes,
  type OpenedWithdrawal,
  type SentAnswer,
} from '@trame/cms/domain/contract/associations/my-entry';
import type { Refusal } from '@trame/cms/domain/contract/refusal';
import { ENTRY_FORM_BYTES, LOGO_BYTES } from '@trame/cms/domain/entry/limits';
import { z } from 'zod';
import { sampleEvent, sampleHeld, sampleOpened, sampleSpace, samplePixel, sampleToken } from './stand-in-samples.ts';

type Code = Refusal['error']['code'];

export interface Call {
  readonly path: string;
  readonly body: unknown;
}

export interface StandInState {
  opened: OpenedEntry;
  message: OpenedMessage;
  /** What the link of an alert's letter opens. */
  alert: OpenedAlert;
  space: Space;
  withdrawal: OpenedWithdrawal;
  /** Letters to lists. */
  lettersStopped: boolean;
  /** All that is held about an address. */
  held: Readonly<Record<string, unknown>>;
  lookAlikes: LookAlikes['found'];
  /** Refusal of every route, or of those whose path ends so. */
  refuse: { readonly code: Code; readonly path?: string; readonly message?: string } | null;
  /** Cuts every connection, as a network that is lost. */
  down: boolean;
  /** Is a session's cookie good? */
  signedIn: boolean;
  receiptTo: string | null;
  /** What a sent picture looks like, a data URL. */
  picture: string;
}

export interface StandIn {
  readonly state: StandInState;
  /** Requests that were understood, in their order. */
  readonly calls: Call[];
  /** What no page of ours may send. */
  readonly faults: string[];
  /** The content of the calls to a path. */
  bodies(path: string): unknown[];
  reset(): void;
  close(): Promise<void>;
}

const ACCESS = 'jeton-de-dix-minutes';
const initial = (): StandInState => ({
  opened: sampleOpened(),
  message: {
    association: 'Chorale du Lavoir',
    from: 'Claire Exemple',
    sentAt: '2026-09-05T08:00:00.000Z',
    text: 'Prenez-vous encore des altos cette année ?',
    answer: null,
    sender: null,
  },
  space: sampleSpace(),
  withdrawal: {
    association: 'Chorale du lavoir',
    contact: 'Trésorerie, M… D…, 05 •• •• •• 12',
    channels: ['web', 'print'],
  },
  lettersStopped: false,
  alert: { state: 'waiting', words: '« judo », le mercredi', search: 'q=judo&jour=mercredi', endsOn: '2026-06-23' },
  held: sampleHeld,
  lookAlikes: [],
  refuse: null,
  down: false,
  signedIn: true,
  receiptTo: 'm…@example.org',
  picture: samplePixel,
});

class Refuse extends Error {
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

const STATUS: Partial<Record<Code, number>> = { conflict: 409, 'too-many': 429, 'too-large': 413, unavailable: 503 };

/** @param origin of the site, the only one that may ask @param port where the site was built to look for the CMS */
export async function startStandIn(origin: string, port: number): Promise<StandIn> {
  let state = initial();
  const calls: Call[] = [];
  const faults: string[] = [];

  const sent = (kind: SentAnswer['kind'], title: string): SentAnswer => ({
    id: `reponse-${calls.length}`,
    kind,
    state: 'à relire',
    title,
    at: '2026-09-10T08:30:00.000Z',
    decidedAt: null,
    reason: null,
  });
  const received = (kind: SentAnswer['kind'], title: string) => ({
    received: sent(kind, title),
    receiptTo: state.receiptTo,
  });
  const sameVersion = (version: string) => {
    if (version !== state.opened.version) throw new Refuse('conflict', 'La fiche a changé depuis.');
  };
  const session = () => ({
    accessToken: ACCESS,
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    email: state.space.email,
  });

  const route = <S extends z.ZodType>(schema: S, answer: (body: z.infer<S>, path: string) => unknown) => ({
    schema,
    answer: answer as (body: unknown, path: string) => unknown,
  });
  const Nothing = z.strictObject({});
  /** 202: nothing is said. */
  const ACCEPTED = Symbol('accepted');
  const PICTURE = Symbol('picture');
  const logo = () => ({ upload: 'abcdefghijklmnop1234', width: 1, height: 1, preview: state.picture });

  const routes: readonly (readonly [RegExp, ReturnType<typeof route>])[] = [
    [/^\/api\/ma-fiche\/ouvrir$/, route(LinkQuestion, () => state.opened)],
    [
      /^\/api\/(ma-fiche|retrait|desinscription|repondre|alerte)\/code$/,
      route(CodeQuestion, () => ({ token: sampleToken })),
    ],
    [/^\/api\/ma-fiche\/apercu$/, route(LinkQuestion, () => PICTURE)],
    [
      /^\/api\/ma-fiche\/confirmer$/,
      route(Confirmation, ({ version }) => {
        sameVersion(version);
        return received('rien n’a changé', state.opened.association.name);
      }),
    ],
    [
      /^\/api\/ma-fiche\/proposer$/,
      route(Proposal, ({ version, entry }) => {
        sameVersion(version);
        return received('modification', entry.name);
      }),
    ],
    [/^\/api\/ma-fiche\/avis$/, route(LinkNotice, ({ notice }) => forNow({ notice: noticeChosen(notice) }))],
    [/^\/api\/ma-fiche\/messages$/, route(LinkMessages, ({ takesMessages }) => forNow({ takesMessages }))],
    [/^\/api\/ma-fiche\/logo$/, route(z.strictObject({ token: LinkQuestion.shape.token, file: z.file() }), logo)],
    [/^\/api\/declarer\/ressemblances$/, route(LookAlikeQuestion, () => ({ found: state.lookAlikes }))],
    [/^\/api\/declarer$/, route(Declaration, ({ entry }) => received('nouvelle association', entry.name))],
    [/^\/api\/retrait\/ouvrir$/, route(LinkQuestion, () => state.withdrawal)],
    [
      /^\/api\/retrait\/confirmer$/,
      route(LinkQuestion, () => ({
        association: state.withdrawal.association,
        printedEditions: ['Annuaire 2026-2027'],
        unknownEditions: ['Annuaire 2024-2025'],
      })),
    ],
    [/^\/api\/desinscription\/ouvrir$/, route(LinkQuestion, () => ({ stopped: state.lettersStopped }))],
    [
      /^\/api\/desinscription\/(confirmer|reprendre)$/,
      route(LinkQuestion, (_, path) => {
        state.lettersStopped = path.endsWith('/confirmer');
        return { stopped: state.lettersStopped };
      }),
    ],
    [/^\/api\/alerte\/ouvrir$/, route(LinkQuestion, () => state.alert)],
    [
      /^\/api\/alerte\/(confirmer|arreter)$/,
      route(LinkQuestion, (_, path) => {
        state.alert = path.endsWith('/confirmer')
          ? { ...state.alert, state: 'standing', endsOn: '2028-06-20' }
          : { state: 'over', words: null, search: null, endsOn: null };
        return state.alert;
      }),
    ],
    [/^\/api\/repondre\/ouvrir$/, route(LinkQuestion, () => state.message)],
    [
      /^\/api\/repondre\/envoyer$/,
      route(MessageAnswer, ({ answer }) => {
        state.message = { ...state.message, answer, sender: 'claire@example.org' };
        return state.message;
      }),
    ],
    [/^\/api\/mes-donnees$/, route(OwnDataQuestion, () => ACCEPTED)],
    [/^\/api\/mes-donnees\/ouvrir$/, route(LinkQuestion, () => state.held)],
    [/^\/api\/mes-donnees\/code$/, route(CodeQuestion, () => state.held)],
    [/^\/api\/session\/lien$/, route(SignInQuestion, () => ACCEPTED)],
    [
      /^\/api\/session\/ouvrir$/,
      route(LinkQuestion, () => {
        state.signedIn = true;
        return session();
      }),
    ],
    [
      /^\/api\/session\/code$/,
      route(CodeQuestion, () => {
        state.signedIn = true;
        return session();
      }),
    ],
    [/^\/api\/session\/rafraichir$/, route(Nothing, () => session())],
    [
      /^\/api\/session\/fermer$/,
      route(Nothing, () => {
        state.signedIn = false;
        return ACCEPTED;
      }),
    ],
    [/^\/api\/espace$/, route(Nothing, () => state.space)],
    [/^\/api\/espace\/associations\/[^/]+\/ouvrir$/, route(Nothing, () => ({ ...state.opened, campaign: null }))],
    [/^\/api\/espace\/associations\/[^/]+\/apercu$/, route(Nothing, () => PICTURE)],
    [
      /^\/api\/espace\/associations\/[^/]+\/confirmer$/,
      route(SpaceConfirmation, () => received('rien n’a changé', state.opened.association.name)),
    ],
    [
      /^\/api\/espace\/associations\/[^/]+\/proposer$/,
      route(SpaceProposal, ({ entry }) => received('modification', entry.name)),
    ],
    [
      /^\/api\/espace\/associations\/[^/]+\/avis$/,
      route(SpaceNotice, ({ notice }) => forNow({ notice: noticeChosen(notice) })),
    ],
    [
      /^\/api\/espace\/associations\/[^/]+\/messages$/,
      route(SpaceMessages, ({ takesMessages }) => forNow({ takesMessages })),
    ],
    [/^\/api\/espace\/associations\/[^/]+\/logo$/, route(z.strictObject({ file: z.file() }), logo)],
    [
      /^\/api\/espace\/associations\/[^/]+\/inviter$/,
      route(ManagerInvitation, ({ email }, path) => {
        const id = path.split('/')[4];
        return changeManagers(id, (managers) => [
          ...managers,
          { id: `invite-${email}`, email, me: false, invited: true },
        ]);
      }),
    ],
    [
      /^\/api\/espace\/associations\/[^/]+\/retirer$/,
      route(ManagerRemoval, ({ manager }, path) =>
        changeManagers(path.split('/')[4], (managers) => managers.filter(({ id }) => id !== manager)),
      ),
    ],
    [/^\/api\/espace\/associations\/[^/]+\/evenement$/, route(SentEvent, ({ title }) => received('événement', title))],
    [/^\/api\/espace\/associations\/[^/]+\/evenement\/ouvrir$/, route(AnswerQuestion, () => sampleEvent())],
    [
      /^\/api\/espace\/associations\/[^/]+\/evenement\/annuler$/,
      route(AnswerQuestion, () => received('événement', 'Bal de printemps')),
    ],
    [/^\/api\/espace\/associations\/[^/]+\/reprendre$/, route(AnswerQuestion, () => state.space)],
    [/^\/api\/espace\/associations\/[^/]+\/guide$/, route(GuideProposal, ({ title }) => received('guide', title))],
  ];

  /** The real CMS checks what is announced; this one takes it. */
  const noticeChosen = (chosen: ChosenNotice): ForNow['notice'] => chosen && { ...chosen, note: chosen.note || null };

  function forNow(change: Partial<ForNow>): ForNow {
    state.opened = { ...state.opened, forNow: { ...state.opened.forNow, ...change } };
    return state.opened.forNow;
  }

  type Managers = Space['associations'][number]['managers'];
  function changeManagers(id: string | undefined, change: (managers: Managers) => Managers): Space {
    state.space = {
      ...state.space,
      associations: state.space.associations.map((one) =>
        one.id === id ? { ...one, managers: change(one.managers) } : one,
      ),
    };
    return state.space;
  }

  /** What the real CMS asks of the envelope, before it reads the letter. */
  function checkEnvelope(request: IncomingMessage, path: string, bytes: number): void {
    const fault = (text: string) => void faults.push(`${request.method} ${path}: ${text}`);
    if (request.headers.origin !== origin) fault(`origin ${request.headers.origin}`);
    if (request.headers.referer !== undefined) fault('a referrer');
    if (request.method !== (path === '/api/espace' ? 'GET' : 'POST')) fault('wrong method');
    if (/[?#]/.test(request.url ?? '')) fault('something in the query');
    if (bytes > (path.endsWith('/logo') ? LOGO_BYTES + 10_000 : ENTRY_FORM_BYTES)) fault(`${bytes} bytes`);
    if (path.startsWith('/api/session/') && path !== '/api/session/lien' && !request.headers[SESSION_HEADER]) {
      fault('no session header');
    }
    if (path.startsWith('/api/espace') && request.headers.authorization !== `Bearer ${ACCESS}`) {
      throw new Refuse('forbidden', 'Connectez-vous d’abord.');
    }
    if (path === '/api/session/rafraichir' && !state.signedIn) throw new Refuse('forbidden', 'Session terminée.');
  }

  async function bodyOf(request: IncomingMessage): Promise<{ body: unknown; bytes: number }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('multipart/')) {
      const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
      return { body: Object.fromEntries(form), bytes: bytes.length };
    }
    return { body: bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8')), bytes: bytes.length };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', `content-type, authorization, ${SESSION_HEADER}`);
    response.setHeader('access-control-allow-methods', 'GET, POST');
    const json = (status: number, value: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    try {
      const { body, bytes } = await bodyOf(request);
      checkEnvelope(request, path, bytes);
      if (state.refuse && path.endsWith(state.refuse.path ?? '')) {
        throw new Refuse(state.refuse.code, state.refuse.message ?? 'Refusé.');
      }
      const found = routes.find(([pattern]) => pattern.test(path))?.[1];
      if (!found) {
        faults.push(`no such route: ${path}`);
        throw new Refuse('invalid', 'Adresse inconnue.');
      }
      const parsed = found.schema.safeParse(body);
      if (!parsed.success) {
        faults.push(
          `${path}: ${parsed.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('; ')}`,
        );
        throw new Refuse('invalid', 'Demande mal formée.');
      }
      const value = found.answer(parsed.data, path);
      calls.push({ path, body: parsed.data });
      if (value === ACCEPTED) return void response.writeHead(202).end();
      if (value === PICTURE) {
        const bytes = Buffer.from(samplePixel.split(',')[1] ?? '', 'base64');
        return void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
      }
      json(/(?:confirmer|proposer|declarer|evenement|annuler|guide)$/.test(path) ? 201 : 200, value);
    } catch (error) {
      if (!(error instanceof Refuse)) faults.push(String(error));
      const refused = error instanceof Refuse ? error : new Refuse('unavailable', 'Panne.');
      const { code, message } = refused;
      json(STATUS[code] ?? 400, { error: { code, message, faults: [] } });
    }
  }

  const server = createServer((request, response) => {
    if (state.down) return void request.socket.destroy();
    void answer(request, response);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    get state() {
      return state;
    },
    calls,
    faults,
    bodies: (path) => calls.filter((call) => call.path === path).map(({ body }) => body),
    reset() {
      state = initial();
      calls.length = 0;
      faults.length = 0;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
