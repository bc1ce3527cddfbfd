import { dayOf } from '@trame/cms/domain/dates';
import { buildEnv } from '../build-env.ts';

/** The day of the build in Paris, `YYYY-MM-DD`: what "past" and "coming" mean in this release. */
export const today: string = dayOf(buildEnv.TRAME_BUILT_AT);
