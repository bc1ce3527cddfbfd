/** What a preflight of the files cannot see: whether the booklet says what the edition asked for. */
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import type { CheckOutcome, PrintCheck, PrintNotice } from '@trame/cms/domain/contract/press/print-report';
import { ownChecks as say } from './texts.ts';

const MOST_PLACES = 20;
/** Two staples hold so many pages, and no fewer. */
const STITCHED = { least: 8, most: 48 };
/** A thinner block gives the glue nothing to hold: French print shops glue from some fifty pages on. */
const GLUED_LEAST = 48;

export interface Printing {
  readonly binding: Edition['binding'];
  readonly pages: number;
  readonly spineMm: number | null;
  /** Slugs of the entries that the edition selects, and of those that were found on a page. */
  readonly selected: readonly { readonly slug: string; readonly name: string }[];
  readonly entryPages: Readonly<Record<string, number>>;
  readonly notices: readonly Pick<PrintNotice, 'kind' | 'record'>[];
  /** Pairs of entries that are most likely one, in words. */
  readonly twins: readonly string[];
  /** Names of entries that run over a page. */
  readonly overset: readonly string[];
}

const check = (id: string, title: string, outcome: CheckOutcome, measure: string, places: readonly string[] = []) =>
  ({ id, title, outcome, measure, places: places.slice(0, MOST_PLACES) }) satisfies PrintCheck;

/** `warning` from the first case on. */
const attention = (count: number): CheckOutcome => (count === 0 ? 'passed' : 'warning');

export function ownChecks(printing: Printing): PrintCheck[] {
  const { selected, entryPages, overset, twins } = printing;
  const missing = selected.filter(({ slug }) => entryPages[slug] === undefined);
  const of = (kind: PrintNotice['kind']) => printing.notices.filter((notice) => notice.kind === kind);
  const records = (kind: PrintNotice['kind']) => [...new Set(of(kind).map(({ record }) => record))];
  const count = (kind: PrintNotice['kind']) => of(kind).length;

  return [
    bindingCheck(printing),
    check(
      'entries',
      say.entries.title,
      missing.length === 0 && selected.length > 0 ? 'passed' : 'failed',
      selected.length === 0 ? say.entries.none : say.entries.measure(selected.length - missing.length, selected.length),
      missing.map(({ name }) => name),
    ),
    check('twins', say.twins.title, attention(twins.length), say.twins.measure(twins.length), twins),
    check('overset', say.overset.title, attention(overset.length), say.overset.measure(overset.length), overset),
    check(
      'texts',
      say.texts.title,
      attention(count('shortened') + count('missing-character')),
      say.texts.measure(count('shortened'), count('missing-character')),
      [...new Set([...records('shortened'), ...records('missing-character')])],
    ),
    check(
      'pictures',
      say.pictures.title,
      attention(count('missing-image')),
      say.pictures.measure(count('missing-image')),
      records('missing-image'),
    ),
    check(
      'resolution',
      say.resolution.title,
      attention(count('low-resolution')),
      say.resolution.measure(count('low-resolution')),
      records('low-resolution'),
    ),
    check(
      'consent',
      say.consent.title,
      attention(count('missing-consent')),
      say.consent.measure(count('missing-consent'), selected.length),
      records('missing-consent'),
    ),
  ];
}

function bindingCheck({ binding, pages, spineMm }: Printing): PrintCheck {
  const answer = (outcome: CheckOutcome, measure: string) => check('binding', say.binding.title, outcome, measure);
  if (binding === 'agrafé') {
    if (pages > STITCHED.most) return answer('warning', say.binding.stitchedTooThick(pages));
    if (pages < STITCHED.least) return answer('warning', say.binding.stitchedTooThin(pages));
    return answer('passed', say.binding.stitchedFits(pages));
  }
  const spine = spineMm ?? 0;
  return pages < GLUED_LEAST
    ? answer('warning', say.binding.gluedTooThin(pages, spine))
    : answer('passed', say.binding.gluedFits(pages, spine));
}

const SEVERITY: Readonly<Record<CheckOutcome, number>> = { passed: 0, warning: 1, failed: 2 };

/** One list for several files: the same check of each is one line, as bad as the worst of them. */
export function mergeChecks(
  files: readonly { readonly name: string; readonly checks: readonly PrintCheck[] }[],
): PrintCheck[] {
  if (files.length === 1) return [...(files[0]?.checks ?? [])];
  const all = files.flatMap(({ name, checks }) => checks.map((one) => ({ name, one })));
  return [...Map.groupBy(all, ({ one }) => one.id).entries()].map(([id, found]) => {
    const worst = found.reduce((a, b) => (SEVERITY[b.one.outcome] > SEVERITY[a.one.outcome] ? b : a)).one;
    return {
      id,
      title: worst.title,
      outcome: worst.outcome,
      measure: found.map(({ name, one }) => `${name} : ${one.measure}`).join(' ; '),
      places: found.flatMap(({ one }) => one.places).slice(0, MOST_PLACES),
    };
  });
}
