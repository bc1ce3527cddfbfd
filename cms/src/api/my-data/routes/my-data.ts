/** `/api/mes-donnees…`: what is held about an e-mail address, for whoever reads its mail. */
const route = (path: string, handler: string) => ({
  method: 'POST',
  path: `/mes-donnees${path}`,
  handler: `my-data.${handler}`,
  config: { auth: false },
});

export default { type: 'content-api', routes: [route('', 'ask'), route('/ouvrir', 'open')] };
