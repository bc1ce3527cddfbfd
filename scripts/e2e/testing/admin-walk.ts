/// <reference lib="dom" />
/**
 * A walk over the pages of the admin and their states, as an editor meets them. It looks for nothing itself: whoever walks says
 * what is looked at in each place.
 */
import type { Locator, Page, Request } from 'playwright-core';

/** Another state of a page that is open, reached from there, and left when it stands over the others. */
export interface State {
  readonly name: string;
  readonly reach: (page: Page) => Promise<unknown>;
  readonly leave?: (page: Page) => Promise<unknown>;
}

export interface Place {
  readonly name: string;
  /** Below `/admin`. */
  readonly path: string;
  readonly states?: readonly State[];
}

/** documentId of one record of each type. */
export type Records = Readonly<Record<string, string>>;

const CONTENT = '/content-manager/collection-types';
const listOf = (type: string): string => `${CONTENT}/api::${type}.${type}`;

/** Types whose records have Strapi's form. */
const IN_STRAPIS_FORM = ['theme', 'commune', 'venue', 'audience', 'edition', 'campaign', 'axis', 'action'];
/** Types whose records have a page of ours, and its address. */
const ON_OWN_PAGES = { association: 'associations', event: 'events', guide: 'guides', resource: 'resources' } as const;

/** Every type of which the walk opens a record. */
export const WALKED_TYPES: readonly string[] = [...Object.keys(ON_OWN_PAGES), ...IN_STRAPIS_FORM];

/** What a page waits for; a stream that stays open (the state of publication) is not waited for. */
export class Rest {
  readonly #page: Page;
  readonly #pending = new Set<Request>();

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => {
      if (request.resourceType() !== 'eventsource' && !request.url().includes('/watch')) this.#pending.add(request);
    });
    page.on('requestfinished', (request) => this.#pending.delete(request));
    page.on('requestfailed', (request) => this.#pending.delete(request));
  }

  /** Until nothing is asked for, nothing loads and nothing is drawn, for a moment. */
  async come(): Promise<void> {
    const until = performance.now() + 20_000;
    for (let calm = 0; calm < 2 && performance.now() < until;) {
      await this.#page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 60)));
      const loads = await this.#page.evaluate(
        () => document.querySelector('[aria-busy="true"], [data-testid="loader"], main [role="progressbar"]') !== null,
      );
      calm = loads || this.#pending.size > 0 ? 0 : calm + 1;
    }
  }
}

/** Goes to a page as a link of the menu does, without loading the admin again. @param path below `/admin` */
export const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, `/admin${path}`);

const main = (page: Page): Locator => page.locator('main:not([role="none"])').last();
const button = (page: Page, name: string | RegExp): Locator => main(page).getByRole('button', { name }).first();
const dialog = (page: Page): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog')).last();

/** Échap, until nothing stands over the page: the first one may close but the hint of the button under the pointer. */
const escape = async (page: Page): Promise<void> => {
  const over = page.locator('[role="menu"], [role="dialog"], [role="listbox"]').filter({ visible: true });
  for (let times = 0; times < 4; times += 1) {
    await page.keyboard.press('Escape');
    const isClosed = await over
      .first()
      .waitFor({ state: 'hidden', timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
    if (isClosed) return;
  }
};
const cancel = (page: Page): Promise<void> =>
  dialog(page)
    .getByRole('button', { name: /^(Annuler|Fermer|Retour|Non)/ })
    .first()
    .click();

/** Opens what stands over the page. */
const opens =
  (click: (page: Page) => Locator, shown: (page: Page) => Locator = dialog) =>
  async (page: Page): Promise<void> => {
    await click(page).click();
    await shown(page).waitFor();
  };

const menu = (page: Page): Locator => page.getByRole('menu').last();

const inList: readonly State[] = [
  { name: 'filters', reach: opens((page) => button(page, 'Filtres')), leave: escape },
  { name: 'columns', reach: opens((page) => button(page, 'Régler l’affichage')), leave: escape },
  {
    name: 'row',
    reach: opens((page) => main(page).getByRole('row').nth(1).getByRole('button').last(), menu),
    leave: escape,
  },
  {
    name: 'picked rows',
    reach: async (page) => {
      await main(page).getByRole('checkbox').nth(1).click();
      await main(page).getByRole('checkbox').nth(2).click();
      await button(page, /^Supprimer/).waitFor();
    },
  },
  { name: 'to delete', reach: opens((page) => button(page, /^Supprimer/)), leave: cancel },
  { name: 'to take off', reach: opens((page) => button(page, /^Retirer/)), leave: cancel },
];

/** What is done with a whole list, each asked for over it. */
const ofAList: readonly State[] = [
  'Télécharger',
  'Étiquettes',
  'Fiches PDF',
  'Adresses électroniques',
  'Écrire à ces associations',
  'Lettres sur papier',
  'Modifier ensemble',
].map((name) => ({ name: `list: ${name}`, reach: opens((page) => button(page, name)), leave: cancel }));

const drawer = (page: Page): Locator =>
  page
    .locator('[aria-labelledby]')
    .filter({ has: page.getByRole('button', { name: 'Fermer' }) })
    .last();

const onOwnPage: readonly State[] = [
  {
    name: 'preview',
    reach: opens((page) => page.getByRole('button', { name: 'Aperçu', exact: true }), drawer),
    leave: escape,
  },
  {
    name: 'history',
    reach: opens((page) => page.getByRole('button', { name: 'Historique', exact: true }), drawer),
    leave: escape,
  },
  {
    name: 'other acts',
    reach: opens((page) => page.getByRole('button', { name: 'Autres actions' }), menu),
  },
  { name: 'to plan', reach: opens((page) => page.getByRole('menuitem', { name: 'Programmer…' })), leave: cancel },
];

const refusedEmpty: State = {
  name: 'refused empty',
  reach: (page) => page.getByRole('button', { name: 'Publier', exact: true }).click(),
};

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();

const refused: State = {
  name: 'refused',
  reach: async (page) => {
    await main(page).getByLabel('Description').fill('Une phrase.');
    await save(page);
    await page.getByText('sont à corriger').first().waitFor();
  },
};

const calendar: State = {
  name: 'calendar',
  reach: opens((page) =>
    main(page)
      .getByRole('button', { name: /calendrier/i })
      .first(),
  ),
  leave: escape,
};

const ofForm: readonly State[] = [
  {
    name: 'saved',
    reach: async (page) => {
      await main(page).getByLabel('Description').fill(`Une phrase ${Date.now()}.`);
      await save(page);
      await page.getByText('Enregistré', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'other acts',
    reach: opens((page) => page.getByRole('button', { name: /^Autres actions/ }).first(), menu),
  },
  { name: 'to delete', reach: opens((page) => page.getByRole('menuitem', { name: /^Supprimer/ })), leave: cancel },
];

const inLibrary: readonly State[] = [
  {
    name: 'filters',
    reach: opens(
      (page) => button(page, 'Filtrer'),
      (page) => menu(page).or(dialog(page)).first(),
    ),
    leave: escape,
  },
  {
    name: 'order',
    reach: opens(
      (page) => button(page, /^Tri/),
      (page) => menu(page).or(page.getByRole('listbox')).first(),
    ),
    leave: escape,
  },
  { name: 'new', reach: opens((page) => button(page, 'Nouveau'), menu) },
  { name: 'new folder', reach: opens((page) => page.getByRole('menuitem', { name: /dossier/ })), leave: escape },
  {
    name: 'details',
    reach: opens((page) => main(page).getByRole('article').or(main(page).locator('[role="listitem"]')).first()),
    leave: escape,
  },
];

/** What the admin shows for an address that it does not know: a place that shows the same is none. */
export const NOWHERE: Place = { name: 'nowhere', path: '/nulle-part' };

/** The pages in the order in which they are walked. */
export function places(records: Records): Place[] {
  const id = (type: string): string => {
    const found = records[type];
    if (found === undefined) throw new Error(`The walk needs a record of ${type}`);
    return found;
  };
  const list = (type: string, states: readonly State[] = []): Place => ({
    name: `list of ${type}`,
    path: listOf(type),
    states,
  });
  return [
    {
      name: 'home',
      path: '/',
      states: [
        {
          name: 'search',
          reach: async (page) => {
            await page.keyboard.press('Control+k');
            await page.getByRole('combobox', { name: 'Recherche' }).fill('0000000000');
            await page.getByText('Rien ne répond à').waitFor();
          },
          leave: escape,
        },
      ],
    },
    list('association', inList),
    { name: 'list of association, nothing found', path: `${listOf('association')}?page=1&pageSize=10&_q=0000000000` },
    ...['event', 'guide', 'resource', 'membership'].map((type) => list(type)),
    ...IN_STRAPIS_FORM.map((type) => list(type)),
    ...Object.entries(ON_OWN_PAGES).flatMap(([type, page]): Place[] => [
      { name: `page of ${type}`, path: `/trame/${page}/${id(type)}`, states: type === 'association' ? onOwnPage : [] },
      {
        name: `new ${type}`,
        path: `/trame/${page}/create`,
        states: [refusedEmpty],
      },
    ]),
    ...IN_STRAPIS_FORM.flatMap((type): Place[] => [
      {
        name: `form of ${type}`,
        path: `${listOf(type)}/${id(type)}`,
        states: { theme: ofForm, campaign: [calendar] }[type] ?? [],
      },
      { name: `new ${type}`, path: `${listOf(type)}/create`, states: type === 'theme' ? [refused] : [] },
    ]),
    ...['site-settings', 'home', 'legal', 'action-plan'].map((type): Place => ({
      name: `single ${type}`,
      path: `/content-manager/single-types/api::${type}.${type}`,
    })),
    { name: 'media library', path: '/plugins/upload', states: inLibrary },
    { name: 'desk', path: '/trame/desk' },
    { name: 'board', path: '/trame/board' },
    { name: 'campaigns', path: '/trame/board/campaigns' },
    { name: 'silent entries', path: '/trame/board/silent-entries' },
    { name: 'editions', path: '/trame/editions' },
    { name: 'edition', path: `/trame/editions/${id('edition')}` },
    { name: 'journal', path: '/trame/journal' },
    { name: 'jobs', path: '/trame/jobs' },
    { name: 'bin', path: '/trame/bin' },
    { name: 'lists', path: '/trame/listes', states: ofAList },
    { name: 'duplicates', path: '/trame/doublons' },
    { name: 'restore', path: '/trame/remise-en-place' },
    { name: 'second factor', path: '/trame/sign-in' },
    { name: 'profile', path: '/me' },
    { name: 'settings', path: '/settings/application-infos' },
    { name: 'users', path: '/settings/users' },
    { name: 'roles', path: '/settings/roles' },
    NOWHERE,
  ];
}

/** The doors, before anybody is in. Ends on the page of the sign-in. */
export const doors: readonly State[] = [
  { name: 'forgotten password', reach: (page) => page.goto('/admin/auth/forgot-password') },
  {
    name: 'forgotten password, nothing typed',
    reach: (page) => page.getByRole('button', { name: 'Envoyer le courriel' }).click(),
  },
  { name: 'new password', reach: (page) => page.goto(`/admin/auth/reset-password?code=${'0'.repeat(40)}`) },
  {
    name: 'new password, link over',
    reach: async (page) => {
      for (const field of await page.locator('input[type="password"]').all()) await field.fill('Un-mot-de-passe-7');
      await page.locator('button[type="submit"]').click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'sign-in', reach: (page) => page.goto('/admin/auth/login') },
  { name: 'sign-in, nothing typed', reach: (page) => page.getByRole('button', { name: 'Se connecter' }).click() },
  {
    name: 'sign-in, wrong',
    reach: async (page) => {
      await page.getByLabel(/^Adresse électronique/).fill('personne@example.org');
      await page.getByLabel(/^Mot de passe\*?$/).fill('faux');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.getByText('n’est pas le bon').waitFor();
    },
  },
];
