/** Paper is measured in millimetres, PDF in points of 1/72 inch. */

export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A number as a content stream takes it: no exponent, thousandths of a point are enough. */
export const number = (value: number): string => String(Number(value.toFixed(3)));
