import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** Folders that may not reach into others (decision 0003): `from` never imports what matches `forbidden`. */
const walls = [
  {
    files: ['cms/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    // Everything else imports the domain, so it may import nothing but itself and two pure libraries.
    patterns: [
      {
        regex: '^(?!\\.\\.?/|zod$|libphonenumber-js)',
        message: 'The domain imports only itself, zod and libphonenumber-js.',
      },
    ],
  },
  {
    files: ['cms/src/demo/**/*.ts'],
    ignores: ['**/*.test.ts'],
    patterns: [{ regex: '^(node:|@strapi/)', message: 'Demo content is data: no input or output, no Strapi.' }],
  },
  {
    files: ['site/src/**/*.ts', 'site/src/**/*.astro'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    patterns: [
      { regex: '@trame/scripts|/scripts/', message: 'The site knows nothing of the scripts that build it.' },
      { regex: '^@strapi/', message: 'The site knows the CMS through the contract only.' },
      { regex: '@trame/cms/demo', message: 'Demo content is for tests and the seed.' },
    ],
  },
];

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    '**/.astro/',
    '**/.strapi/',
    '**/.cache/',
    '.data/',
    'cms/types/generated/',
    'cms/src/admin/vite.config.*',
  ]),
  js.configs.recommended,
  typescript.configs.recommended,
  astro.configs.recommended,
  {
    files: ['cms/src/**/*.ts', 'cms/config/**/*.ts', 'cms/tests/**/*.ts'],
    ignores: ['cms/src/admin/**'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['cms/tsconfig.tests.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    // Strapi types its services, queries and contexts as `any`; what matters of them is checked by zod and by the tests.
    files: ['cms/src/**/*.ts', 'cms/tests/**/*.ts'],
    ignores: ['cms/src/domain/**', 'cms/src/demo/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['scripts/**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['scripts/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['site/src/**/*.ts', 'site/e2e/**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['site/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript checks names, and knows the DOM and Node apart
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...walls.map(({ files, ignores, patterns }) => ({
    files,
    ignores,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  })),
);
