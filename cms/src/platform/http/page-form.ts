/**
 * Forms of the site's pages that a browser posts as they are: whoever has no script, or wants none, writes by them. What was done
 * leads back to the page, to the words that say so; what is to be mended is shown with all that was typed, to send again.
 */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { typography } from '../../domain/french.ts';
import { escapeHtml } from '../../domain/html.ts';
import { TRAP_FIELD } from '../../domain/written-on-pages.ts';
import { publicUrl, readEnvironment, siteUrl } from '../../environment.ts';
import type { Limits } from './limits.ts';
import type { PublicContext } from './public-route.ts';
import type { PublicRoute } from './public-routes.ts';
import { Refused } from './refused.ts';
import { understood } from './understood.ts';

type Typed = Readonly<Record<string, unknown>>;

/** A field that people see, in the order of the form. */
interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'area';
  readonly maxLength: number;
  /** Is it asked for, after what else was typed? One that is not is carried along. */
  readonly isShown?: (typed: Typed) => boolean;
}

interface PageForm<Shape extends z.ZodType> {
  readonly path: string;
  readonly limits: Limits;
  /** Of what people write; the field that stays empty stands beside it. */
  readonly shape: Shape;
  readonly title: string;
  readonly send: string;
  readonly fields: readonly ShownField[];
  /** Names of fields that nobody sees, carried along. */
  readonly hidden: readonly string[];
  /**
   * @param from the address of whoever sends, IPv4 or IPv6
   * @returns the path of the site's page that says what was done, with its fragment
   * @throws {Refused}
   */
  readonly take: (strapi: Core.Strapi, question: z.output<Shape>, from: string) => Promise<string>;
}

/** Stays empty: nobody sees it but machines. */
const Trap = z.strictObject({ [TRAP_FIELD]: z.string().max(200) });

const words = {
  machine:
    'Ce formulaire semble avoir été rempli par un programme. Videz les champs que vous n’avez pas remplis vous-même.',
  back: 'Revenir au site de l’annuaire',
  kept: 'Ce que vous avez écrit est ci-dessous : rien n’est perdu.',
  goBack: 'Revenez à la page précédente : ce que vous avez écrit y est encore.',
};

const site = (): string => siteUrl(readEnvironment());

const STYLE =
  'body{max-width:36rem;margin:0 auto;padding:1.5rem 1rem;font:1.0625rem/1.5 system-ui,sans-serif;color:#1c1b19;background:#fbf9f4}' +
  'label{display:block;margin:1rem 0 .25rem;font-weight:600}input,textarea{box-sizing:border-box;width:100%;padding:.6rem;font:inherit;border:1px solid #6b675e}' +
  'textarea{min-height:9rem}button{min-height:3rem;margin:1rem 0;padding:.5rem 1.25rem;font:inherit;font-weight:600;color:#fff;background:#1d5c4d;border:0}' +
  '.fault{margin:.25rem 0;font-weight:600;color:#8f1d1d}[role=alert]{padding:1rem;border-left:.3rem solid #8f1d1d;background:#f6ece6}' +
  '@media (prefers-color-scheme:dark){body{color:#f1eee6;background:#191815}.fault{color:#ffb4a8}[role=alert]{background:#2b2421}input,textarea{color:inherit;background:#22211d}a{color:#9fd6c4}}';

/** The one style of these pages, as their policy names it. */
const STYLE_DIGEST = createHash('sha256').update(STYLE).digest('base64');

/** Without scripts, and seen by nobody else; the browser must say where the form comes from when it is sent again. */
const headersOfPage = (): Record<string, string> => ({
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; form-action ${new URL(publicUrl(readEnvironment())).origin} ${new URL(site()).origin}; base-uri 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'strict-origin',
});

const said = (typed: Typed, name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');

const asks = ({ isShown }: ShownField, typed: Typed): boolean => isShown?.(typed) ?? true;

function fieldHtml({ name, label, type, maxLength }: ShownField, typed: Typed, fault: string | undefined): string {
  const value = escapeHtml(said(typed, name));
  const tie = fault === undefined ? '' : ` aria-invalid="true" aria-describedby="${name}-faute"`;
  const control =
    type === 'area'
      ? `<textarea id="${name}" name="${name}" maxlength="${maxLength}"${tie}>\n${value}</textarea>`
      : `<input id="${name}" name="${name}" type="${type}" maxlength="${maxLength}" value="${value}"${tie}>`;
  const told = fault === undefined ? '' : `<p class="fault" id="${name}-faute">${escapeHtml(typography(fault))}</p>`;
  return `<label for="${name}">${escapeHtml(typography(label))}</label>${told}${control}`;
}

/** @param typed what the browser sent; null when nothing was read */
function refusalPage<Shape extends z.ZodType>(form: PageForm<Shape>, refused: Refused, typed: Typed | null): string {
  const faults = new Map(refused.faults.map(({ path, message }) => [path, message]));
  const again =
    typed === null
      ? `<p>${escapeHtml(typography(words.goBack))}</p>`
      : `<p>${escapeHtml(typography(words.kept))}</p><form method="post" action="${escapeHtml(form.path)}">` +
        [...form.hidden, TRAP_FIELD, ...form.fields.filter((field) => !asks(field, typed)).map(({ name }) => name)]
          .map((name) => `<input type="hidden" name="${name}" value="${escapeHtml(said(typed, name))}">`)
          .join('') +
        form.fields
          .filter((field) => asks(field, typed))
          .map((field) => fieldHtml(field, typed, faults.get(field.name)))
          .join('') +
        `<p><button type="submit">${escapeHtml(form.send)}</button></p></form>`;
  return (
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta name="robots" content="noindex"><title>${escapeHtml(form.title)}</title><style>${STYLE}</style></head><body><main>` +
    `<h1>${escapeHtml(form.title)}</h1><p role="alert">${escapeHtml(typography(refused.message))}</p>${again}` +
    `<p><a href="${escapeHtml(site())}/">${escapeHtml(words.back)}</a></p></main></body></html>`
  );
}

const bodyOf = (ctx: PublicContext): Typed | null => {
  const { body } = ctx.request as { body?: unknown };
  return typeof body === 'object' && body !== null && Object.keys(body).length > 0 ? (body as Typed) : null;
};

/** The route of a form that is posted as it is. What a program fills in is refused before anything is done with it. */
export function pageForm<Shape extends z.ZodType>(form: PageForm<Shape>): PublicRoute {
  return {
    method: 'POST',
    path: form.path,
    limits: form.limits,
    async handle(strapi, ctx) {
      const { [TRAP_FIELD]: trapped, ...typed } = bodyOf(ctx) ?? {};
      const question = understood(form.shape, typed);
      if (understood(Trap, { [TRAP_FIELD]: trapped })[TRAP_FIELD] !== '') throw new Refused('invalid', words.machine);
      const path = await form.take(strapi, question, ctx.ip);
      ctx.status = 303;
      ctx.redirect(`${site()}${path}`);
      ctx.status = 303; // Koa makes 302 of a redirection unless told so
    },
    refuse(ctx, refused) {
      ctx.set(headersOfPage());
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = refusalPage(form, refused, bodyOf(ctx));
    },
  };
}
