/** Gate: from every page the first link leads to its content, and others to the search and to the map of the site (RGAA 12.1, 12.4, 12.5, 12.7). */
import { readAddress } from '@trame/site/addresses';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { Finding } from './report.ts';

const WAYS = ['/recherche/', '/plan-du-site/'];
/** Shown inside of other sites, which have their own ways (`integrer/cadre/`). */
const IN_OTHER_SITES = /^\/integrer\/cadre\//;

export const pageWays: Gate = ({ release }) =>
  release.pages
    .filter(({ redirect, address }) => !redirect && !IN_OTHER_SITES.test(address))
    .flatMap((page): Finding[] => {
      const add = (message: string): Finding => ({ gate: 'page-ways', message, where: page.address });
      const hasContent = page.firstLink?.startsWith('#') === true && page.ids.has(page.firstLink.slice(1));
      const missing = WAYS.filter(
        (way) => !page.references.some((reference) => readAddress(reference.split(/[?#]/)[0] ?? '').french === way),
      );
      return [
        ...(hasContent ? [] : [add(messages.noSkipLink(page.address))]),
        ...missing.map((way) => add(messages.noWayTo(page.address, way))),
      ];
    });
