import { withFirstOfMonth } from '../../domain/dates.ts';

/**
 * Strapi writes dates with the browser's own formatter, which says « vendredi 1 mai 2026 »: in its lists, its panels and its
 * calendars. There is no setting for it, so that the formatter itself learns how French writes the first of a month.
 * @param target the formatter of the page; another one in tests
 */
export function writeFirstOfMonth(target: { readonly prototype: Intl.DateTimeFormat } = Intl.DateTimeFormat): void {
  const written = Object.getOwnPropertyDescriptor(target.prototype, 'format');
  if (!written?.get) return;
  Object.defineProperty(target.prototype, 'format', {
    ...written,
    get(this: Intl.DateTimeFormat) {
      const format = written.get?.call(this) as Intl.DateTimeFormat['format'];
      const french = this.resolvedOptions().locale.startsWith('fr');
      return french ? (date?: Date | number) => withFirstOfMonth(format(date)) : format;
    },
  });
}
