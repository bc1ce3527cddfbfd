export default {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/export/site',
      handler: 'export.site',
      config: { policies: ['builder-token'] },
    },
  ],
};
