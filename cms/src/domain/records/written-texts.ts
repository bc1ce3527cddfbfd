/**
 * The words of events, guides and resources that everybody reads once they are published, where a number stands without a box
 * that says who may read it. What is there for being reached (an event's registration) is not among them, nor is what never
 * leaves the office. Pure.
 */
import { blocksText } from '../blocks-text.ts';
import type { PlacedText } from '../said-contacts.ts';
import { visit, type Values } from '../visit.ts';
import { eventFields } from './event-fields.ts';
import { guideFields } from './guide-fields.ts';
import type { RecordFields } from './record-fields.ts';
import { resourceFields } from './resource-fields.ts';

/** @returns the texts of a record as data at these places, with the names of their fields */
const textsAt =
  (fields: RecordFields, places: readonly string[]) =>
  (content: Values): PlacedText[] =>
    places.flatMap((place) =>
      visit(content, place).flatMap(({ value, path }) => {
        const text = typeof value === 'string' ? value : blocksText(value);
        const label = fields[String(path[0])]?.label ?? place;
        return text === '' ? [] : [{ path: path.join('.'), label, text, isPlace: place === 'place' }];
      }),
    );

export const eventTexts = textsAt(eventFields, [
  ...['title', 'summary', 'description', 'period', 'place', 'organiserName', 'price', 'accessibility.note'],
]);

export const guideTexts = textsAt(guideFields, ['title', 'place', 'summary', 'body', 'source.label']);

export const resourceTexts = textsAt(resourceFields, [
  ...['title', 'summary', 'description', 'ownerName', 'howToGet', 'conditions', 'price'],
]);
