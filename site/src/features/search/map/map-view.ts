/** The map of an answer. Fetched when somebody asks for it; the list beside it says all that it says. */
import {
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { button, make } from '../../../components/make-element.ts';
import { counted } from '../../../i18n/counted.ts';
import { fill } from '../../../i18n/fill.ts';
import type { OnMap, Spot } from '../find/on-map.ts';
import type { Point } from '../facts/distance.ts';
import type { FactsCommune } from '../facts/format.ts';
import type { Words } from '../../../i18n/words.ts';
import { styleOf, throughDoor, type Background } from './background.ts';
import { boundsOf, CLOSEST_ZOOM, clustersOf, type Pin } from './clusters.ts';
import { communeData, NAMES, placeNames, plainStyle } from './plain-style.ts';
import stylesheet from './map.css?url';

export interface MapParts {
  /** Where the map is drawn. */
  readonly canvas: HTMLElement;
  /** Where what stands at a pin is listed. */
  readonly card: HTMLElement;
  readonly words: Words['search']['live']['map'];
  readonly background: Background | null;
  readonly communes: readonly FactsCommune[];
  /** Some of the entries of a spot as the list shows them. */
  readonly items: (pages: Spot['pages'], from: number, to: number) => Promise<readonly HTMLLIElement[]>;
  /** Told in words when the background does not come. */
  readonly say: (sentence: string) => void;
}

export interface MapView {
  /** @param from where who asks stands */
  show(places: OnMap, from: Point | null): void;
  close(): void;
}

/** Entries of a card at a time. */
const AT_A_TIME = 10;
/** Around what is shown: a name goes further sideways than a pin. */
const PADDING = { top: 56, bottom: 56, left: 80, right: 80 };
/** A single place is shown with what is around it. */
const CLOSEST_FIT = 14;
/** Beyond the edge pins stand ready for who moves the map. */
const BEYOND = 0.15;
/** So many tiles that do not come, and none that does: the background is not there. */
const MOST_FAULTS = 4;

const localeOf = (words: MapParts['words']['controls']): Record<string, string> => ({
  'Map.Title': words.title,
  'NavigationControl.ZoomIn': words.zoomIn,
  'NavigationControl.ZoomOut': words.zoomOut,
  'CooperativeGesturesHandler.WindowsHelpText': words.withControl,
  'CooperativeGesturesHandler.MacHelpText': words.withCommand,
  'CooperativeGesturesHandler.MobileHelpText': words.withFingers,
});

setWorkerUrl(workerUrl);

/** By hand: Astro would link the styles of a part that few ask for from the page itself. */
export function bringStyles(): Promise<void> {
  const known = document.querySelector(`link[href="${stylesheet}"]`);
  if (known !== null) return Promise.resolve();
  const link = make('link', { rel: 'stylesheet', href: stylesheet });
  return new Promise((done, fail) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => {
      link.remove();
      fail(new Error('The styles of the map did not load'));
    });
    document.head.append(link);
  });
}

/** @throws {Error} when the device refuses to draw */
export function openMap(parts: MapParts): MapView {
  const { canvas, card, words, communes, background } = parts;
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const plain = (): StyleSpecification => plainStyle(communes);
  const map = new MapLibre({
    container: canvas,
    style: plain(),
    center: [2.4, 46.6],
    zoom: 5,
    maxZoom: CLOSEST_ZOOM + 1,
    locale: localeOf(words.controls),
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    // Their words are shown below the map, as text: what a style says is not put into the page.
    attributionControl: false,
    transformRequest: throughDoor,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  // Where no road is drawn, this alone says what is far.
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');

  let hasBackground = false;
  let faults = 0;
  const giveUp = (cause: unknown): void => {
    console.warn(cause);
    hasBackground = false;
    map.setStyle(plain());
    parts.say(words.noBackground);
  };
  async function draw(): Promise<void> {
    if (background === null) return void map.setStyle(plain());
    try {
      const style = await styleOf(background, scheme.matches);
      faults = 0;
      hasBackground = true;
      map.setStyle(style);
    } catch (cause) {
      giveUp(cause);
    }
  }
  map.on('error', ({ error }) => {
    if (!hasBackground) return;
    faults += 1;
    if (faults >= MOST_FAULTS || !map.isStyleLoaded()) giveUp(error);
  });
  map.on('sourcedata', ({ tile, isSourceLoaded }) => {
    if (hasBackground && tile !== undefined && isSourceLoaded) faults = Number.NEGATIVE_INFINITY;
  });
  const redraw = (): void => void draw();
  if (background !== null) redraw();
  scheme.addEventListener('change', redraw);

  let clusters: ((bounds: [number, number, number, number], zoom: number) => Pin[]) | null = null;
  const pins = new Map<string, { readonly marker: Marker; readonly element: HTMLButtonElement }>();
  let here: Marker | null = null;
  /** The pin whose card is open. */
  let opened: string | null = null;

  const nameOf = ({ name, exact }: Spot): string => (exact ? name : fill(words.atCommune, { commune: name }));
  const labelOf = ({ count, spots }: Pin): string => {
    const entries = counted(words.entries, count);
    return spots.length === 1
      ? fill(words.pin, { entries, place: nameOf(spots[0]!) })
      : fill(words.cluster, { entries, places: spots.length });
  };

  function closeCard(): void {
    card.replaceChildren();
    card.hidden = true;
    map.resize();
    for (const { element } of pins.values()) element.setAttribute('aria-expanded', 'false');
    const pin = opened === null ? undefined : pins.get(opened);
    opened = null;
    // Where the visitor came from; the map itself when that is gone.
    (pin?.element ?? map.getCanvas()).focus({ preventScroll: true });
  }

  function openCard(pin: Pin): void {
    opened = pin.key;
    for (const [key, { element }] of pins) element.setAttribute('aria-expanded', String(key === pin.key));
    const title = make('h3', { class: 'map-card-title', tabindex: '-1' }, counted(words.entries, pin.count));
    const close = button(words.close, closeCard, { class: 'map-card-close', 'aria-label': words.closeLabel });
    const lists = pin.spots.map((spot) => listOf(spot));
    card.replaceChildren(make('div', { class: 'map-card-head' }, title, close), ...lists);
    card.hidden = false;
    card.scrollTop = 0;
    // The card may take room from the map: its pin stays in sight.
    map.resize();
    if (!map.getBounds().contains([pin.longitude, pin.latitude])) map.panTo([pin.longitude, pin.latitude]);
    title.focus();
  }

  function listOf(spot: Spot): HTMLElement {
    const list = make('ol', { class: 'search-results map-card-list' });
    const more = button(words.more, () => void add(true), { class: 'button button--quiet' });
    more.hidden = true;
    const place = make('div', {}, make('p', { class: 'map-card-place' }, nameOf(spot)), list, more);
    let shown = 0;
    async function add(follow: boolean): Promise<void> {
      const from = shown;
      shown += AT_A_TIME;
      try {
        list.append(...(await parts.items(spot.pages, from, shown)));
      } catch {
        shown = from;
        list.replaceChildren(make('li', { role: 'alert' }, words.notRead));
        return;
      }
      more.hidden = shown >= spot.pages.length;
      if (follow) list.children[from]?.querySelector('a')?.focus();
    }
    void add(false);
    return place;
  }

  function open(pin: Pin): void {
    // What no zoom tells apart is told apart by a list.
    if (pin.zoom === null || pin.zoom >= CLOSEST_ZOOM) return openCard(pin);
    if (opened !== null) closeCard();
    const bounds = boundsOf(pin.spots)!;
    map.once('moveend', () => {
      // What stood in the cluster: the keyboard goes on from there.
      const inside = [...pins].find(([key]) => key.split(' ').every((one) => pin.key.split(' ').includes(one)));
      (inside?.[1].element ?? map.getCanvas()).focus({ preventScroll: true });
    });
    map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], {
      padding: PADDING,
      maxZoom: Math.max(pin.zoom + 0.01, Math.min(CLOSEST_ZOOM, pin.zoom + 1)),
    });
  }

  function drawPins(): void {
    if (clusters === null) return;
    const bounds = map.getBounds();
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const [wide, high] = [(east - west) * BEYOND, (north - south) * BEYOND];
    const shown = clusters([west - wide, south - high, east + wide, north + high], map.getZoom());
    const keys = new Set(shown.map(({ key }) => key));
    const hadFocus = document.activeElement;
    for (const [key, { marker }] of pins) {
      if (keys.has(key)) continue;
      marker.remove();
      pins.delete(key);
    }
    let next: Element | null = null;
    for (const pin of [...shown].reverse()) {
      const known = pins.get(pin.key);
      const element =
        known?.element ??
        button(String(pin.count), () => open(pin), {
          class: `map-pin${pin.spots.length > 1 ? ' map-pin--cluster' : pin.spots[0]!.exact ? '' : ' map-pin--commune'}`,
          'aria-label': labelOf(pin),
        });
      if (known === undefined) {
        if (pin.zoom === null || pin.zoom >= CLOSEST_ZOOM)
          element.setAttribute('aria-expanded', String(opened === pin.key));
        const marker = new Marker({ element }).setLngLat([pin.longitude, pin.latitude]).addTo(map);
        pins.set(pin.key, { marker, element });
      }
      // The order of the keyboard is that of the eyes.
      if (next !== null && element.nextElementSibling !== next) next.before(element);
      next = element;
    }
    if (hadFocus instanceof HTMLElement && hadFocus !== document.activeElement && canvas.contains(hadFocus))
      hadFocus.focus({ preventScroll: true });
    drawNames();
  }

  /** On paper the names of communes are all that there is: none is half covered, none is cut. */
  function drawNames(): void {
    const source = map.getSource<GeoJSONSource>(NAMES);
    if (source === undefined || hasBackground) return;
    const taken = [...pins.values()].map(({ marker }) => map.project(marker.getLngLat()));
    const located = communes.flatMap(({ name, at }) =>
      at === null ? [] : [{ name, at: map.project([at[1], at[0]]) }],
    );
    const { clientWidth: width, clientHeight: height } = canvas;
    void source.setData(communeData(communes, placeNames(located, taken, { width, height })));
  }

  map.on('moveend', drawPins);
  map.on('style.load', drawNames);
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || opened === null) return;
    event.preventDefault();
    closeCard();
  };
  canvas.addEventListener('keydown', onEscape);
  card.addEventListener('keydown', onEscape);

  return {
    show(places, from) {
      clusters = null;
      for (const { marker } of pins.values()) marker.remove();
      pins.clear();
      opened = null;
      card.replaceChildren();
      card.hidden = true;
      here?.remove();
      here =
        from === null
          ? null
          : new Marker({ element: make('div', { class: 'map-here', role: 'img', 'aria-label': words.here }) })
              .setLngLat([from[1], from[0]])
              .addTo(map);
      const own = clustersOf(places.spots);
      const bounds = boundsOf(places.spots) ?? boundsOf(communes.flatMap(({ at }) => (at === null ? [] : [{ at }])));
      if (bounds !== null)
        map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], {
          padding: PADDING,
          maxZoom: CLOSEST_FIT,
          animate: false,
        });
      clusters = own;
      drawPins();
    },
    close() {
      scheme.removeEventListener('change', redraw);
      canvas.removeEventListener('keydown', onEscape);
      card.removeEventListener('keydown', onEscape);
      card.replaceChildren();
      card.hidden = true;
      map.remove();
      canvas.replaceChildren();
    },
  };
}
