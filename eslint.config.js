import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { plans } from './scripts/architecture/floor-plan.ts';

const PACKAGE_WALL = {
  regex: '^(\\.\\./)+(cms/(src|tests|config)|site/(src|e2e)|scripts)/',
  message: 'Another package is reached through the exports of its package.json.',
};
const TESTING_WALL = {
  regex: '^@trame/[a-z]+/testing/',
  message: 'What a package exports under testing/ is for tests and benches.',
};
const TESTS = ['**/*.test.ts', '**/testing/**', 'cms/tests/**', 'site/e2e/**', 'scripts/e2e/**', 'scripts/bench/**'];

/** Folders that still call Strapi's `any` themselves, not through `platform/database` and `platform/strapi`. Only ever shorter. */
const STRAPI_UNTYPED = [
  'cms/src/associations/withdrawals/*.ts', // reads submissions and join tables of any type
  'cms/src/entries/*.ts', // reads entries with what belongs to them
  'cms/src/update/answers/*.ts', // locks and reads submissions
];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** For each storey of a floor plan: its folders import nothing that stands above. */
const storeyWalls = ({ folder, storeys, reason }) =>
  storeys.flatMap((names, storey) => {
    const above = storeys.slice(0, storey).flat();
    if (above.length === 0) return [];
    const pattern = { regex: `^(\\.\\.?/)+(${above.map(escaped).join('|')})`, message: reason };
    // The domain has rooms of the same names (`contract/associations`): there, only the graph test tells them apart.
    const folders = names.filter((name) => name.endsWith('/') && `${folder}/${name}` !== 'cms/src/domain/');
    return folders.map((name) => ({ folder: `${folder}/${name.slice(0, -1)}`, patterns: [pattern] }));
  });

/**
 * The walls of the house (decision 0022), from the same floor plan as the test that computes the graph of folders: what the test
 * refuses as a whole, eslint says at the line.
 */
const walls = [
  ...plans.filter(({ folder }) => folder !== '').flatMap(storeyWalls),
  {
    folder: 'cms/src/domain',
    // Everything else imports the domain, so it may import nothing but itself and two pure libraries.
    patterns: [
      {
        regex: '^(?!\\.\\.?/|zod$|libphonenumber-js)',
        message: 'The domain imports only itself, zod and libphonenumber-js.',
      },
      {
        regex: '^(\\.\\./)+(admin|api|bootstrap|demo|entries|environment|labels|platform|rules|update|upkeep)(/|\\.)',
        message: 'The domain imports only itself: everything else stands on it.',
      },
    ],
  },
  {
    folder: 'cms/src/demo',
    patterns: [{ regex: '^(node:|@strapi/)', message: 'Demo content is data: no input or output, no Strapi.' }],
  },
  {
    folder: 'cms/src/admin',
    patterns: [
      {
        regex: '^(\\.\\./)+(api|associations|bootstrap|demo|entries|labels|platform|rules|update|upkeep)/',
        message: 'The admin runs in a browser: what it shares with the server is in the domain’s contract.',
      },
    ],
  },
  {
    folder: 'site/src',
    patterns: [
      { regex: '@trame/scripts|/scripts/', message: 'The site knows nothing of the scripts that build it.' },
      { regex: '^@strapi/', message: 'The site knows the CMS through the contract only.' },
      {
        regex: '^@trame/cms/(?!domain/)',
        message: 'The site knows the CMS through its domain: content comes as an export.',
      },
    ],
  },
];

/** They measure with what tests use. */
const BENCHES = 'scripts/bench';

/** Of several rules that fit a file eslint takes the last: each folder gets the walls of all that it lies in, outermost first. */
const wallRules = [...new Set([...walls.map(({ folder }) => folder), BENCHES])].sort().map((folder) => ({
  files: [`${folder}/**/*.{ts,tsx,astro}`],
  ignores: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...walls
            .filter((wall) => folder === wall.folder || folder.startsWith(`${wall.folder}/`))
            .flatMap((wall) => wall.patterns),
          PACKAGE_WALL,
          ...(folder === BENCHES ? [] : [TESTING_WALL]),
        ],
      },
    ],
  },
}));

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
    files: ['cms/src/**/*.ts', 'cms/config/**/*.ts', 'cms/database/**/*.ts', 'cms/tests/**/*.ts'],
    ignores: ['cms/src/admin/**'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['cms/tsconfig.tests.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    // Tests look at Strapi's untyped services and answers from outside; what they find there, they assert.
    files: ['cms/src/**/*.test.ts', 'cms/tests/**/*.ts', ...STRAPI_UNTYPED],
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
    files: ['cms/src/admin/**/*.ts', 'cms/src/admin/**/*.tsx'],
    ignores: ['**/*.test.ts'],
    extends: [
      typescript.configs.recommendedTypeCheckedOnly,
      reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.recommended,
    ],
    languageOptions: {
      parserOptions: { project: ['cms/src/admin/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['scripts/**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['scripts/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    // The same edge from outside: what another release answers has no types here, and a door that refuses ends the dump.
    files: ['scripts/release-dump/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['site/src/**/*.{ts,tsx}', 'site/e2e/**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['site/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    // Preact has React’s hooks and elements; it calls `class` and `for` by their HTML names, which jsx-a11y knows too.
    files: ['site/src/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    rules: { 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript checks names, and knows the DOM and Node apart
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['{cms,site,scripts}/**/*.{ts,tsx,astro}'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [PACKAGE_WALL] }] },
  },
  {
    files: ['{cms,site,scripts}/**/*.{ts,tsx,astro}'],
    ignores: TESTS,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [PACKAGE_WALL, TESTING_WALL] }] },
  },
  ...wallRules,
);
