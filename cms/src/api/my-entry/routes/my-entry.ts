/** `/api/ma-fiche/…`: for whoever holds the link of a letter. No account, no permission: the token in the body is the right. */
const route = (path: string, handler: string) => ({
  method: 'POST',
  path: `/ma-fiche/${path}`,
  handler: `my-entry.${handler}`,
  config: { auth: false },
});

export default {
  type: 'content-api',
  routes: [
    route('ouvrir', 'open'),
    route('apercu', 'picture'),
    route('confirmer', 'confirm'),
    route('proposer', 'propose'),
    route('logo', 'logo'),
  ],
};
