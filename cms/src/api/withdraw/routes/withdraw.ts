/** `/api/retrait/…`: for whoever holds the link at the foot of a letter. */
const route = (path: string, handler: string) => ({
  method: 'POST',
  path: `/retrait/${path}`,
  handler: `withdraw.${handler}`,
  config: { auth: false },
});

export default { type: 'content-api', routes: [route('ouvrir', 'open'), route('confirmer', 'confirm')] };
