/** Types whose records are found, listed and counted, the everyday ones first. */
export const FOUND_TYPES = [
  'api::association.association',
  'api::event.event',
  'api::guide.guide',
  'api::resource.resource',
  'api::action.action',
  'api::venue.venue',
  'api::commune.commune',
  'api::theme.theme',
  'api::audience.audience',
  'api::action-plan.action-plan',
  'api::axis.axis',
] as const;
export type FoundType = (typeof FOUND_TYPES)[number];
