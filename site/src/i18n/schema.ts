/**
 * The shape of `fr.json`, one object per part of the site. Strict: a word that is missing, empty or unknown stops the build.
 * `{name}` in a sentence is a blank that `t()` fills; a `counted` sentence has a form for one (and zero) and one for more.
 */
import { z } from 'zod';

const word = z.string().min(1);
const counted = z.strictObject({ one: word, other: word });

export const Words = z.strictObject({
  site: z
    .strictObject({
      skip: word,
      menu: word,
      mainNavigation: word,
      breadcrumb: word,
      home: word,
      keptBy: word,
    })
    .describe('What stands on every page'),
  nav: z
    .strictObject({
      associations: word,
      agenda: word,
      resources: word,
      guides: word,
      actionPlan: word,
      search: word,
      themes: word,
      communes: word,
      booklet: word,
      bookletPage: word,
      legal: word,
      privacy: word,
      siteMap: word,
      data: word,
      discover: word,
      about: word,
    })
    .describe('Names of the sections, the same in the header, the footer, the breadcrumb and the site map'),
  searchForm: z
    .strictObject({ label: word, placeholder: word, submit: word })
    .describe('The question, on the home page'),
  associations: z
    .strictObject({ seeksVolunteers: word, everywhere: word, otherCommunes: counted })
    .describe('Lists of associations'),
});
export type Words = z.infer<typeof Words>;
