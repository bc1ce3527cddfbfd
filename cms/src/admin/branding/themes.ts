/** Calm colours, close to those of the demonstration site: a deep green to act, warm greys around. Each pair of text and ground holds 4.5:1. */
const lightColours = {
  primary100: '#eef6f2',
  primary200: '#cfe5db',
  primary500: '#2f7d69',
  primary600: '#1d5c4d',
  primary700: '#14463a',
  buttonPrimary500: '#2f7d69',
  buttonPrimary600: '#1d5c4d',
  neutral100: '#f7f6f3',
  neutral150: '#ebe9e3',
  neutral200: '#dcd9d1',
  neutral300: '#c3bfb5',
  neutral400: '#a7a297',
  neutral500: '#757066',
  neutral600: '#625e56',
  neutral700: '#4b4842',
  neutral800: '#33312d',
  neutral900: '#23211e',
  neutral1000: '#171614',
  // Strapi's own is read at 4.4:1 on white.
  warning700: '#a34b00',
} as const;

const darkColours = {
  primary500: '#4f9d87',
  primary600: '#7cc0ac',
  primary700: '#9ad2c1',
  buttonPrimary500: '#2f7d69',
  buttonPrimary600: '#1d5c4d',
} as const;

/** Strapi draws the ring of a focused field as four inset shadows, with its own violet written in. */
const focusRing = (colour: string) =>
  `inset 2px 0px 0px ${colour}, inset 0px 2px 0px ${colour}, inset -2px 0px 0px ${colour}, inset 0px -2px 0px ${colour}`;

/**
 * From this width on the menu stands at the side with all its pages; below, most of them hide behind one button. Strapi wants
 * 1080 pixels, and an office has screens of 1024, or of 1280 at 125 %.
 */
const breakpoints = { large: '@media(min-width: 1000px)' } as const;

/** Merged over Strapi's own themes. */
export const themes = {
  light: { breakpoints, colors: lightColours, shadows: { focus: focusRing(lightColours.primary700) } },
  dark: { breakpoints, colors: darkColours, shadows: { focus: focusRing(darkColours.primary700) } },
};
