/** Addresses that stand in the pages of other sites: they never change. */
export const embedPaths = {
  page: '/integrer/',
  script: '/integrer/annuaire.js',
  /** @param inseeCode of a commune; null for the whole territory */
  list: (inseeCode: string | null) => `/integrer/donnees/${inseeCode ?? 'tout'}.json`,
  /** The same in a frame, for sites that allow no script. @param communeSlug null for the whole territory */
  frame: (communeSlug: string | null) => `/integrer/cadre/${communeSlug === null ? '' : `${communeSlug}/`}`,
} as const;
