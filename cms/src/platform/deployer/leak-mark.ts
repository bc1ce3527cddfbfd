/** A contact that a gate found, told from the deployer to the CMS so that the CMS knows whose it is and nobody can read it. */
import { createHmac } from 'node:crypto';

/**
 * @param secret known to both (`TRAME_EXPORT_TOKEN`)
 * @param contact telephone number in E.164, or e-mail address
 */
export const leakMark = (secret: string, contact: string): string =>
  createHmac('sha256', secret).update(`leak:${contact.trim().toLowerCase()}`).digest('hex');
