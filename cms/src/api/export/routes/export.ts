export default {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/export/site',
      handler: 'export.site',
      config: { policies: ['builder-token'] },
    },
    {
      method: 'GET',
      path: '/export/print/:edition',
      handler: 'export.print',
      config: { policies: ['builder-token'] },
    },
  ],
};
