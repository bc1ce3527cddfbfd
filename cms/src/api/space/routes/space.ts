/** `/api/espace…`: the pages of signed-in managers. The access token is checked by each handler (`space/member.ts`). */
const route = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path: `/espace${path}`,
  handler: `space.${handler}`,
  config: { auth: false },
});

const ofAssociation = (path: string, handler: string) => route('POST', `/associations/:association/${path}`, handler);

export default {
  type: 'content-api',
  routes: [
    route('GET', '', 'read'),
    ofAssociation('ouvrir', 'open'),
    ofAssociation('apercu', 'picture'),
    ofAssociation('confirmer', 'confirm'),
    ofAssociation('proposer', 'propose'),
    ofAssociation('logo', 'logo'),
    ofAssociation('evenement', 'event'),
    ofAssociation('guide', 'guide'),
    ofAssociation('inviter', 'invite'),
    ofAssociation('retirer', 'remove'),
  ],
};
