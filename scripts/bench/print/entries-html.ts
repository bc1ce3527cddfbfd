/** The same entries as a page that a browser prints: what the usual directory does. Plain, and with the style sheet it needs. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function entriesHtml({ associations }: SiteExport): string {
  const entries = associations
    .filter(({ inPrint }) => inPrint)
    .map(({ name, summary, contacts }) => {
      const lines = contacts.map((contact) => Object.values(contact).filter((value) => typeof value === 'string'));
      return `<article><h2>${escaped(name)}</h2><p>${escaped(summary ?? '')}</p><p>${escaped(lines.flat().join(', '))}</p></article>`;
    });
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Annuaire</title><style>
    @page { size: 148mm 210mm; margin: 12mm }
    body { columns: 2; font: 8.5pt/1.35 sans-serif; margin: 0; hyphens: auto }
    article { break-inside: avoid; margin-bottom: 4mm } h2 { font-size: 10pt; margin: 0 } p { margin: 0.5mm 0 }
  </style>${entries.join('')}</html>`;
}
