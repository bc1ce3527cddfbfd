import type { DemoCampaign } from '../demo-content.ts';
import { addDays } from '../../domain/dates.ts';
import { seasonOf } from '../calendar.ts';

const DAYS_TO_ANSWER = 45;

/** A campaign that only waits for « Ouvrir »: its letters are the ones that ship. @param today `YYYY-MM-DD` */
export function campaigns(today: string): DemoCampaign[] {
  const season = seasonOf(today);
  return [
    {
      slug: `mise-a-jour-${season}`,
      title: `Mise à jour des fiches ${season}`,
      edition: `guide-${season}`,
      opensOn: today,
      closesOn: addDays(today, DAYS_TO_ANSWER),
    },
  ];
}
