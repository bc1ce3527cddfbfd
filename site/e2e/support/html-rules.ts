/** What valid HTML means here: html-validate's standard preset, minus what each line below says why. */
import type { ConfigData } from 'html-validate';

export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Ways of writing that the compiler chooses, and that change nothing for a reader.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Checkboxes of one facet share their name: the form sends a list.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // A table that CSS lays out as blocks on a phone loses its roles in browsers, unless they are written.
    'no-redundant-role': 'off',
    'no-inline-style': 'off', // a theme's colour is content: it comes as a custom property
    'long-title': 'off', // the name of an association is what it is
    'require-sri': 'off', // every file is our own
    'no-raw-characters': 'off', // "&" and ">" in text are valid where nothing is ambiguous (WHATWG)
    'tel-non-breaking': 'off', // numbers are set with no-break spaces by domain/phone.ts; the rule wants its own character
    'prefer-native-element': ['error', { exclude: ['status', 'search', 'list'] }], // roles that older screen readers need said
  },
};
