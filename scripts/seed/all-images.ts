import type { DemoContent, DemoImage } from '@trame/cms/demo/demo-content';

/** Every picture that the content shows. */
export function allImages(content: DemoContent): DemoImage[] {
  return [
    content.settings.logo,
    content.settings.bookletCover,
    content.home.image,
    ...content.associations.flatMap(({ logo, photos }) => [logo, ...photos]),
    ...content.events.map(({ image }) => image),
    ...content.guides.map(({ image }) => image),
    ...content.resources.flatMap(({ photos }) => photos),
    ...content.editions.flatMap(({ cover, advertisements, partners }) => [
      cover,
      ...advertisements.map(({ image }) => image),
      ...partners.map(({ logo }) => logo),
    ]),
  ].filter((image) => image !== null);
}
