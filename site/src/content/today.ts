import { dayOf } from '@trame/cms/domain/dates';
import { buildEnv } from '../build-env.ts';

/** The day of the build in Paris, `YYYY-MM-DD`: what "past" and "coming" mean in this release. */
export let today: string = dayOf(buildEnv.TRAME_BUILT_AT);

/** For the next release of the same process. */
export function beginDay(): void {
  today = dayOf(buildEnv.TRAME_BUILT_AT);
}
