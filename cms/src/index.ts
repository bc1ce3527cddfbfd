import type { Core } from '@strapi/strapi';
import { bootstrap } from './bootstrap/index.ts';
import { requireEnvironment } from './environment.ts';

export default {
  register() {
    requireEnvironment();
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await bootstrap(strapi);
  },
};
