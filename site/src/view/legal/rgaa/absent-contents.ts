/**
 * What no page of a release may hold, since the declaration says of it that it is not there. `element`, `[attribute]`,
 * `element[attribute=value]`; `captcha` stands for the word in a class, a field's name, or the address of a script or a frame.
 */
export const ABSENT_CONTENTS = [
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'captcha',
  '[rowspan]',
  '[colspan]',
  'table[role=presentation]',
  'table[role=none]',
] as const;

export type AbsentContent = (typeof ABSENT_CONTENTS)[number];
