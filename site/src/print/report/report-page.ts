/** `rapport.html`: the report as an editor reads it, on a page that stands alone. */
import type { CheckOutcome, EntryChange, PrintCheck, PrintReport } from '@trame/cms/domain/contract/press/print-report';
import { clockOf, dayOf, formatDay } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { formatClock } from '@trame/cms/domain/slots';
import { html, pageStyle, raw, type Html } from './html.ts';
import { editionName, mm, pageTexts as say } from './texts.ts';

export function reportPage(report: PrintReport): string {
  const { edition, printedAt } = report;
  const title = editionName(edition);
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${say.title(title)}</title>
        <style>
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <p class="over">${say.over}</p>
            <h1>${title}</h1>
            <p class="seal">${say.printedAt(formatDay(dayOf(printedAt)), formatClock(clockOf(printedAt)))}</p>
          </header>
          ${verdict(report.checks)} ${figures(report)} ${groups(report.checks)} ${records(report)}
          ${changes(report.changes)} ${files(report)}
          <footer><p>${say.software(report.software.typst, report.software.trame)}</p></footer>
        </main>
      </body>
    </html> `.text;
}

const of = (checks: readonly PrintCheck[], outcome: CheckOutcome) =>
  checks.filter((check) => check.outcome === outcome);

function verdict(checks: readonly PrintCheck[]): Html {
  const [failed, warned] = [of(checks, 'failed').length, of(checks, 'warning').length];
  if (failed > 0) return html`<p class="verdict bad" style="margin-top:1.5rem">${say.verdicts.failed(failed)}</p>`;
  if (warned > 0) return html`<p class="verdict look" style="margin-top:1.5rem">${say.verdicts.warning(warned)}</p>`;
  return html`<p class="verdict" style="margin-top:1.5rem">${say.verdicts.passed}</p>`;
}

function figures({ pages, entries, notesPages, spineMm, standard, profile }: PrintReport): Html {
  const { figures: words } = say;
  const shown: readonly (readonly [string, string])[] = [
    [words.pages, String(pages)],
    [words.entries, String(entries)],
    ...(notesPages > 0 ? [[words.notes, String(notesPages)] as const] : []),
    ...(spineMm === null ? [] : [[words.spine, mm(spineMm)] as const]),
    [words.standard, standard],
    [words.profile, profile],
  ];
  return html`<dl class="figures">
    ${shown.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

function groups(checks: readonly PrintCheck[]): Html {
  const group = (outcome: CheckOutcome, look: string, lead: string | null): Html => {
    const found = of(checks, outcome);
    if (found.length === 0) return raw('');
    return html`<section aria-labelledby="${outcome}">
      <h2 id="${outcome}">${say.groups[outcome]}</h2>
      ${lead === null ? '' : html`<p>${lead}</p>`}
      <ul class="checks ${look}">
        ${found.map(
          ({ title, measure, places }) =>
            html`<li>
              <strong>${typography(title)}</strong>
              <p>${typography(measure)}</p>
              ${places.length === 0 ? '' : html`<p>${say.places}${say.colon}${typography(places.join(', '))}</p>`}
            </li> `,
        )}
      </ul>
    </section>`;
  };
  return html`${group('failed', 'bad', say.failedLead)} ${group('warning', 'look', say.warningLead)}
  ${group('passed', 'good', null)}`;
}

function records({ notices }: PrintReport): Html {
  const section = (body: Html) =>
    html`<section aria-labelledby="fiches">
      <h2 id="fiches">${say.records}</h2>
      ${body}
    </section>`;
  if (notices.length === 0) return section(html`<p>${say.noNotices}</p>`);
  return section(
    html`<p>${say.recordsLead}</p>
      <table class="stacked">
        <caption>
          ${say.recordsCaption(notices.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say.headRecord}</th>
            <th scope="col">${say.headNotice}</th>
            <th scope="col" class="number">${say.headPage}</th>
          </tr>
        </thead>
        <tbody>
          ${notices.map(
            ({ record, kind, message, page }) =>
              html`<tr>
                <th scope="row">${typography(record)}</th>
                <td><strong>${say.kinds[kind]}</strong>${say.colon}${typography(message)}</td>
                <td class="number" data-label="${say.headPage}">${page ?? '–'}</td>
              </tr> `,
          )}
        </tbody>
      </table>`,
  );
}

function changes(found: PrintReport['changes']): Html {
  if (found === null) return raw('');
  const group = (title: string, entries: readonly EntryChange[]): Html =>
    entries.length === 0
      ? raw('')
      : html`<details>
          <summary>${title}</summary>
          <ul class="notices">
            ${entries.map(
              ({ name, what }) =>
                html`<li>${typography(name)}${what.length === 0 ? '' : `${say.colon}${what.join(', ')}`}</li> `,
            )}
          </ul>
        </details>`;
  const { since, came, left, changed } = found;
  const none = came.length + left.length + changed.length === 0;
  return html`<section aria-labelledby="changements">
    <h2 id="changements">${say.changes(since)}</h2>
    ${none ? html`<p>${say.noChanges}</p>` : ''} ${group(say.came(came.length), came)}
    ${group(say.left(left.length), left)} ${group(say.changed(changed.length), changed)}
  </section>`;
}

function files(report: PrintReport): Html {
  return html`<section aria-labelledby="fichiers">
    <h2 id="fichiers">${say.files}</h2>
    <ul class="notices">
      ${report.files.map(
        ({ name, label, sha256 }) => html`<li>${say.fileLine(name, label)}<br /><code>${sha256}</code></li> `,
      )}
    </ul>
  </section>`;
}
