/** `/api/declarer…`: for anybody. */
const route = (path: string, handler: string) => ({
  method: 'POST',
  path: `/declarer${path}`,
  handler: `declare.${handler}`,
  config: { auth: false },
});

export default { type: 'content-api', routes: [route('', 'send'), route('/ressemblances', 'lookAlikes')] };
