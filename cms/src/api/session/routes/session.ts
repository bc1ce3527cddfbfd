/** `/api/session/…`: signing in without a password. Who may ask is the public door's to say (`public-door/`). */
const route = (path: string, handler: string) => ({
  method: 'POST',
  path: `/session/${path}`,
  handler: `session.${handler}`,
  config: { auth: false },
});

export default {
  type: 'content-api',
  routes: [route('lien', 'link'), route('ouvrir', 'open'), route('rafraichir', 'refresh'), route('fermer', 'close')],
};
