/** Where each published record lives on the site (the contract of the design): French, one slash at the end, never changed lightly. */
export const publicPaths = {
  association: (slug: string) => `/associations/${slug}/`,
  event: (slug: string) => `/agenda/${slug}/`,
  guide: (slug: string) => `/guides/${slug}/`,
  resource: (slug: string) => `/ressources/${slug}/`,
  theme: (slug: string) => `/themes/${slug}/`,
  commune: (slug: string) => `/communes/${slug}/`,
  venue: (slug: string) => `/lieux/${slug}/`,
  audience: (slug: string) => `/publics/${slug}/`,
  action: (planSlug: string, actionSlug: string) => `/plan-d-actions/${planSlug}/${actionSlug}/`,
} as const;
