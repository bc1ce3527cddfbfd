/**
 * One thing is added to Strapi's own configuration: the editor of rich texts that its forms use, under a name of ours. The content
 * manager does not export it, and a second editor would make other texts than the first (decision 0043).
 */
import { createRequire } from 'node:module';
import path from 'node:path';

interface Config {
  readonly resolve?: { readonly alias?: Readonly<Record<string, string>> };
}

const ofStrapi = createRequire(createRequire(import.meta.url).resolve('@strapi/strapi/package.json'));
const contentManager = path.dirname(ofStrapi.resolve('@strapi/content-manager/package.json'));

export default (config: Config): Config => ({
  ...config,
  resolve: {
    ...config.resolve,
    alias: {
      ...config.resolve?.alias,
      'strapi-blocks-editor': path.join(
        contentManager,
        'dist/admin/pages/EditView/components/FormInputs/BlocksInput/BlocksEditor.mjs',
      ),
    },
  },
});
