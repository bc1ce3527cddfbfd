import type { Thing, WithContext } from 'schema-dts';
import { jsonInPage } from '../json-in-page.ts';

/** Structured data as the text of a `<script type="application/ld+json">`. */
export const jsonLd = (thing: WithContext<Thing>): string => jsonInPage(thing);
