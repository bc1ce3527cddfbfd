import type { Image } from '@trame/cms/domain/contract/site/media';
import { content } from '../content/content.ts';
import { resized, SHARED_WIDTH } from '../media/published.ts';
import { SHARED } from '../media/shared-picture/drawing.ts';
import { sharedPicture } from '../media/shared-picture/shared-picture.ts';

interface Told {
  /** Of the page; undefined on the home page. */
  readonly title: string | undefined;
  readonly image: Image | null;
  readonly logo: Image | null;
  readonly kicker: string | null;
  readonly thread: string | undefined;
}

interface ShownByLinks {
  /** Path on the site. */
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The picture of the site itself, which every page can fall back on. */
async function ofSite(): Promise<ShownByLinks> {
  const { siteName, tagline, territoryName, primaryColour, accentColour, logo } = content.settings;
  const drawing = {
    ...{ title: siteName, siteName: territoryName, kicker: tagline },
    ...{ primaryColour, accentColour, thread: null, logo },
  };
  const src = await sharedPicture(drawing, { always: true });
  if (src === null) throw new Error('The picture of the site is always drawn.');
  return { src, ...SHARED, alt: siteName };
}

/** What a network shows of a page when somebody shares it: its own picture, else its name, drawn, else the site's. */
export async function shownByLinks({ title, image, logo, kicker, thread }: Told): Promise<ShownByLinks> {
  const own = image && (await resized(image, [SHARED_WIDTH]));
  if (own) return { src: own.src, width: own.width, height: own.height, alt: image.alt };
  if (title === undefined) return ofSite();
  const { siteName, primaryColour, accentColour } = content.settings;
  const src = await sharedPicture({
    siteName,
    primaryColour,
    accentColour,
    title,
    kicker,
    thread: thread ?? null,
    logo,
  });
  return src === null ? ofSite() : { src, ...SHARED, alt: `${title} – ${siteName}` };
}
