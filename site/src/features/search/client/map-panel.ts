/** The map beside the list: nothing of it is fetched before somebody asks for it, and the page works without it. */
import { button } from '../../../components/make-element.ts';
import { counted } from '../../../i18n/counted.ts';
import type { OnMap } from '../find/on-map.ts';
import type { Point } from '../facts/distance.ts';
import type { FactsCommune } from '../facts/format.ts';
import { canDraw } from '../map/can-draw.ts';
import type { MapParts, MapView } from '../map/map-view.ts';
import { ids, type PageConfig } from '../page-config.ts';
import { byId } from './dom.ts';

/** What there is to show; made when it is shown. */
export interface ToShow {
  readonly communes: readonly FactsCommune[];
  readonly places: OnMap;
  readonly from: Point | null;
  /** Was something asked? Of everything it is not told what has no place. */
  readonly isAnswer: boolean;
}

export function mapPanel({ words, background }: PageConfig, items: MapParts['items'], choose: (map: boolean) => void) {
  const section = byId(ids.map, HTMLElement);
  const canvas = byId(ids.mapCanvas, HTMLDivElement);
  const card = byId(ids.mapCard, HTMLDivElement);
  const note = byId(ids.mapNote, HTMLParagraphElement);
  const credit = byId(ids.mapCredit, HTMLParagraphElement);
  const [asList, asMap] = [byId(ids.asList, HTMLButtonElement), byId(ids.asMap, HTMLButtonElement)];
  asList.addEventListener('click', () => choose(false));
  asMap.addEventListener('click', () => choose(true));

  let view: MapView | null = null;
  /** Number of what is being shown: what was asked before is dropped. */
  let latest = 0;

  function close(): void {
    latest += 1;
    view?.close();
    view = null;
    section.hidden = true;
  }

  function say(...parts: readonly (string | Node)[]): void {
    note.replaceChildren(...parts);
    note.hidden = parts.length === 0;
  }

  async function show(make: () => Promise<ToShow | null>): Promise<void> {
    const turn = ++latest;
    section.hidden = false;
    if (!canDraw()) {
      canvas.hidden = true;
      credit.hidden = true;
      say(words.map.cannotDraw);
      return;
    }
    canvas.hidden = false;
    if (view === null) say(words.map.loading);
    try {
      const [{ openMap, bringStyles }, shown] = await Promise.all([import('../map/map-view.ts'), make()]);
      await bringStyles();
      if (turn !== latest || shown === null) return;
      say();
      view ??= openMap({ canvas, card, words: words.map, background, communes: shown.communes, items, say });
      view.show(shown.places, shown.from);
      const { placed, unplaced } = shown.places;
      if (shown.isAnswer && placed + unplaced > 0) {
        if (placed === 0) say(words.map.nonePlaced);
        else if (unplaced > 0) say(counted(words.map.unplaced, unplaced));
      }
    } catch (error) {
      if (turn !== latest) return;
      console.error(error);
      view?.close();
      view = null;
      canvas.hidden = true;
      say(
        `${words.map.failed} `,
        button(words.retry, () => void show(make), { class: 'search-literally' }),
      );
    }
  }

  return {
    /** @param make null when the map is not asked for */
    update(make: (() => Promise<ToShow | null>) | null): void {
      asList.setAttribute('aria-pressed', String(make === null));
      asMap.setAttribute('aria-pressed', String(make !== null));
      credit.hidden = background === null;
      if (make === null) close();
      else void show(make);
    },
  };
}
