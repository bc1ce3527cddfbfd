/** What a print shop sees behind its link: one page that says everything, and nothing that needs a script or another server. */
import type { PrintShopLink } from '@trame/cms/domain/contract/press/edition-state';
import { dayOf } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { editionBindings } from '@trame/cms/domain/vocabulary/edition-bindings';
import { pageSizes } from '@trame/cms/domain/vocabulary/edition-formats';
import { pdfStandards } from '@trame/cms/domain/vocabulary/pdf-standards';
import { html, pageStyle, raw, type Html } from '@trame/site/print/report-html';
import { editionName } from '@trame/site/print/report-texts';
import type { FrozenEdition } from './editions.ts';
import { formatBytes, messages, type Refusal } from './messages.ts';

const words = messages.page;

function document(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}

/** Term and value, in the order in which a print shop asks. */
function jobSheet({ edition, report }: FrozenEdition): readonly (readonly [string, string])[] {
  const { rows } = words;
  const size = pageSizes[edition.format];
  const stitched = report.spineMm === null;
  return [
    [rows.edition, editionName(edition)],
    [rows.format, words.size(size.width, size.height)],
    [rows.pages, stitched ? words.selfCover(report.pages) : words.interiorAndCover(report.pages)],
    [rows.binding, editionBindings.label(edition.binding)],
    ...(report.spineMm === null ? [] : [[rows.spine, words.millimetres(report.spineMm)] as const]),
    [
      rows.interiorPaper,
      words.paper(edition.interiorPaper.name, edition.interiorPaper.grammage, edition.interiorPaper.bulk),
    ],
    [rows.coverPaper, words.paper(edition.coverPaper.name, edition.coverPaper.grammage, edition.coverPaper.bulk)],
    [rows.finishing, edition.finishing === null ? words.unknown : typography(edition.finishing)],
    [rows.printRun, edition.printRun === null ? words.unknown : words.copies(edition.printRun)],
    [rows.colours, words.process],
    [rows.standard, pdfStandards.label(report.standard)],
    [rows.profile, report.profile],
    [rows.bleed, words.millimetres(edition.bleedMm)],
    [rows.marks, edition.marks ? words.marksOn : words.marksOff],
  ];
}

/** Addresses are relative to the link's own: the page does not know under which name it is reached. */
export function printShopPage(frozen: FrozenEdition, link: PrintShopLink): string {
  const { edition, report } = frozen;
  const passed = report.checks.filter(({ outcome }) => outcome === 'passed').length;
  const attention = report.checks.filter(({ outcome }) => outcome !== 'passed');
  const title = editionName(edition);
  return document(
    `${title}\u00a0: ${words.lead.toLowerCase()}`,
    html`<main>
      <header>
        <p class="over">${words.lead}</p>
        <h1>${title}</h1>
        <p class="lead">${words.for(link.recipient, dayOf(link.expiresAt))}</p>
        <p class="seal">${words.frozenOn(dayOf(frozen.at))}</p>
      </header>
      <section aria-labelledby="fichiers">
        <h2 id="fichiers">${words.files}</h2>
        <p>${words.filesLead}</p>
        <ul class="files">
          ${report.files.map(
            ({ name, label, bytes, pages, sha256 }) =>
              html`<li>
                <div class="file">
                  <h3>${label}</h3>
                  <p class="meta">
                    ${[name, ...(pages === null ? [] : [words.pages(pages)]), formatBytes(bytes)].join(' · ')}
                  </p>
                  <p class="hash"><span>${words.fingerprint}</span> <code>${sha256}</code></p>
                </div>
                <a class="button" href="${name}" download>${words.download}<span class="hidden"> : ${label}</span></a>
              </li> `,
          )}
        </ul>
      </section>
      <section aria-labelledby="fiche">
        <h2 id="fiche">${words.sheet}</h2>
        <dl class="sheet">
          ${jobSheet(frozen).map(
            ([term, value]) =>
              html`<div>
                <dt>${term}</dt>
                <dd>${value}</dd>
              </div> `,
          )}
        </dl>
      </section>
      <section aria-labelledby="controle">
        <h2 id="controle">${words.report}</h2>
        <p>${words.checks(passed, attention.length)}</p>
        ${
          attention.length === 0
            ? ''
            : html`<ul class="attention">
                ${attention.map(({ title: what, measure }) => html`<li><strong>${typography(what)}</strong>${words.colon}${typography(measure)}</li> `)}
              </ul>`
        }
        <p><a href="rapport.html">${words.reportLink}</a></p>
      </section>
      <footer><p>${words.help}</p></footer>
    </main>`,
  );
}

/** For a link that opens nothing, in the same clothes. */
export function refusalPage(refusal: Refusal): string {
  const { title, text } = messages.refusals[refusal];
  return document(
    title,
    html`<main class="refusal">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
    </main>`,
  );
}
