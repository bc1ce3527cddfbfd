import type { Core } from '@strapi/strapi';
import { LinkQuestion } from '../../../domain/contract/my-entry.ts';
import { doorRoute } from '../../../public-door/door-route.ts';
import { openWithdrawal, withdrawContact } from '../../../withdrawals/withdraw-contact.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/retrait/ouvrir` → OpenedWithdrawal. Reads only. */
  open: doorRoute(LinkQuestion, 200, ({ token }) => openWithdrawal(strapi, token)),

  /** `POST /api/retrait/confirmer` → Withdrawn. */
  confirm: doorRoute(LinkQuestion, 200, ({ token }) => withdrawContact(strapi, token)),
});
