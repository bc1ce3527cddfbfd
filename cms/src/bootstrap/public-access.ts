import type { Core } from '@strapi/strapi';
import { findMany } from '../platform/database/records.ts';

const CLOSED_ROLES = ['public', 'authenticated'];

/**
 * Nobody from outside may do anything through Strapi's own routes (decision 9 of the design): no registration, and no
 * permission for the two roles of visitors. Run at each start, because Strapi grants its defaults whenever it finds none.
 */
export async function closePublicAccess(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async () => {
    const roles = await findMany<{ id: number }>(strapi, 'plugin::users-permissions.role', {
      select: ['id'],
      where: { type: { $in: CLOSED_ROLES } },
    });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { role: { id: { $in: roles.map(({ id }) => id) } } } });
  });

  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = ((await store.get({ key: 'advanced' })) ?? {}) as Record<string, unknown>;
  await store.set({
    key: 'advanced',
    value: {
      ...advanced,
      allow_register: false,
      unique_email: true,
      email_confirmation: false,
      default_role: 'authenticated',
    },
  });
}
