/** What a page that works by a script takes away where none runs. In `noscript`, and named by its digest in the policy of the site. */
export const WITHOUT_SCRIPTS = '.search-live,.service-loading{display:none}';
